package org.tocsin.jobs.alert;

import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Alert;
import org.tocsin.events.Verdict;
import org.tocsin.lexicons.pack.AlertRule;

/**
 * Alerts that are told at the first post, as revision 0, and what becomes of them at the end of
 * that post's pane: the {@link Desk} opens an alert of the same id with all that counts, or the
 * provisional one is withdrawn as revision 1, resolved.
 *
 * <p>Which post came first depends on the order of arrival, and so do revision 0 and its
 * withdrawal. The desk never looks at them: all other records are what they would be without.
 */
final class Provisionals {
  private final RuleLookup rules;
  private final Keep<Episode> episodes;
  private final Keep<Candidate> pending;
  private final Keep<Verdict> early;
  private final BiConsumer<AlertRule, Alert> tell;

  /**
   * Over the state of the desk.
   *
   * @param pending told and not settled, by rule and group
   * @param early verdicts on these, by id of alert
   * @param tell is given each record with its rule
   */
  Provisionals(
      RuleLookup rules,
      Keep<Episode> episodes,
      Keep<Candidate> pending,
      Keep<Verdict> early,
      BiConsumer<AlertRule, Alert> tell) {
    this.rules = rules;
    this.episodes = episodes;
    this.pending = pending;
    this.early = early;
    this.tell = tell;
  }

  /**
   * Tells of a post at once, unless its group has an alert already, is held back, or too many
   * groups of the rule wait for their end, which then tells of them.
   *
   * @return whether it was told, and has to be settled at its end
   */
  boolean tell(Candidate first) throws Exception {
    AlertRule rule = rules.rule(first.rule());
    Alert alert = first.alert();
    Episode episode = episodes.get(first.key());
    if (rule == null
        || alert == null
        || (episode != null && (episode.open() || episode.held(first.end())))
        || pending.get(first.key()) != null
        || waiting(first.rule()) >= rule.life().digestAbove()) {
      return false;
    }
    pending.put(first.key(), first);
    tell.accept(rule, alert);
    return true;
  }

  private long waiting(String rule) throws Exception {
    return pending.entries().stream().filter(one -> one.getValue().rule().equals(rule)).count();
  }

  /** Keeps a verdict for the end of the pane; false when it is about nothing provisional. */
  boolean judge(Verdict verdict) throws Exception {
    for (Map.Entry<String, Candidate> one : pending.entries()) {
      Alert alert = one.getValue().alert();
      if (alert != null && alert.id().equals(verdict.alertId())) {
        early.put(verdict.alertId(), verdict);
        return true;
      }
    }
    return false;
  }

  /** What was told of panes that end now, once the desk has closed them. */
  void settle(long end, Desk desk) throws Exception {
    for (Map.Entry<String, Candidate> one : pending.entries()) {
      Alert alert = one.getValue().alert();
      if (one.getValue().end() > end || alert == null) {
        continue;
      }
      pending.remove(one.getKey());
      String holder = holder(one.getKey(), one.getValue().rule());
      AlertRule rule = rules.rule(one.getValue().rule());
      if (!alert.id().equals(holder) && rule != null) {
        tell.accept(rule, withdrawn(alert, holder));
      }
      Verdict verdict = early.get(alert.id());
      if (verdict != null) {
        early.remove(alert.id());
        if (holder != null) {
          boolean unused = desk.judge(verdict.on(holder));
        }
      }
    }
  }

  /** The id of the open alert that tells of a group; null when there is none. */
  private @Nullable String holder(String key, String rule) throws Exception {
    for (String of : new String[] {key, Digests.key(rule)}) {
      Episode episode = episodes.get(of);
      if (episode != null && episode.open()) {
        return episode.told().id();
      }
    }
    return null;
  }

  private static Alert withdrawn(Alert alert, @Nullable String holder) {
    return alert.told(
        alert.id(),
        1,
        Alert.Status.RESOLVED,
        alert.severity(),
        holder == null
            ? "Withdrawn: at the end of its pane nothing was left to tell (deleted or replaced), or"
                + " the rule was held back."
            : "Withdrawn: told under alert " + holder + ".",
        alert.openedAt());
  }
}
