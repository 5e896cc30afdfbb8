package org.tocsin.jobs.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Alert;
import org.tocsin.events.Severity;
import org.tocsin.events.Verdict;
import org.tocsin.jobs.alert.Episode.Judged;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.Status;

/**
 * Turns what rules found into what a person is told: one open alert for each episode. Called for
 * the end of each pane, in order; what it then tells depends on nothing but the candidates of all
 * panes so far. Knows no clock and no Flink.
 */
final class Desk {
  /** A resolved episode is remembered so long, so that a verdict still finds it. */
  static final long REMEMBERED = Duration.ofDays(1).toMillis();

  private static final Comparator<Candidate> MOST_URGENT_FIRST =
      Comparator.comparing((Candidate candidate) -> severity(candidate))
          .thenComparing(Candidate::rule)
          .thenComparing(Candidate::key);

  private final RuleLookup book;
  private final Keep<Episode> episodes;
  private final Budget budget;
  private final LongConsumer wake;
  private final Consumer<Alert> tell;
  private final Consumer<Alert> shadow;

  /**
   * A desk over its state.
   *
   * @param wake is asked to call {@link #close} at an end of a pane even without candidates
   * @param tell is given each record of an alert
   * @param shadow is given those of rules in shadow
   */
  Desk(
      RuleLookup book,
      Keep<Episode> episodes,
      Keep<Account> accounts,
      LongConsumer wake,
      Consumer<Alert> tell,
      Consumer<Alert> shadow) {
    this.book = book;
    this.episodes = episodes;
    this.budget = new Budget(accounts, wake);
    this.wake = wake;
    this.tell = tell;
    this.shadow = shadow;
  }

  /**
   * Closes a pane.
   *
   * @param end of it, epoch milliseconds
   * @param found all candidates of windows that end now, in any order
   */
  void close(long end, List<Candidate> found) throws Exception {
    List<Candidate> candidates = Copies.united(book, found);
    candidates.sort(MOST_URGENT_FIRST);
    Map<String, Double> cutoffs = Discoveries.cutoffs(book, candidates);
    Set<String> kept = new HashSet<>();
    List<Candidate> opening = new ArrayList<>();
    for (Candidate candidate : candidates) {
      AlertRule rule = book.rule(candidate.rule());
      Alert alert = candidate.alert();
      if (rule == null || alert == null) {
        continue;
      }
      boolean holds =
          candidate.holds() && candidate.p() <= cutoffs.getOrDefault(candidate.rule(), 1.0);
      Episode episode = episodes.get(candidate.key());
      if (episode != null && episode.open()) {
        // After a restart a late post can close a pane again that was closed before.
        if ((holds || candidate.keeps()) && end >= episode.looked()) {
          kept.add(candidate.key());
          goOn(candidate.key(), episode, alert, holds, end);
        }
      } else if (holds && (episode == null || !episode.held(end))) {
        opening.add(candidate);
      }
    }
    for (Candidate candidate : digest(opening, kept, end)) {
      open(candidate, end);
    }
    quiet(kept, end);
    budget.forget(end);
  }

  /** Takes a verdict into account from now on; false when it is about no alert that is known. */
  boolean judge(Verdict verdict) throws Exception {
    for (Map.Entry<String, Episode> entry : episodes.entries()) {
      Episode episode = entry.getValue();
      if (episode.told().id().equals(verdict.alertId())) {
        episodes.put(
            entry.getKey(),
            switch (verdict.decision()) {
              case CONFIRMED, ESCALATED -> episode.judged(Judged.ACKNOWLEDGED);
              case FALSE_POSITIVE -> episode.judged(Judged.DISMISSED);
              case SNOOZED ->
                  episode.snoozed(
                      verdict.until() == null ? Long.MIN_VALUE : verdict.until().toEpochMilli());
            });
        return true;
      }
    }
    return false;
  }

  private static Severity severity(Candidate candidate) {
    return candidate.alert() == null ? Severity.P3 : candidate.alert().severity();
  }

  private void goOn(String key, Episode before, Alert now, boolean holds, long end)
      throws Exception {
    Episode episode = before.looked(end, 0);
    Alert told = episode.told();
    Severity severity = now.severity().orMoreUrgent(told.severity());
    boolean worse = episode.isWorse(now);
    boolean more = episode.isMore(now);
    boolean tellIt =
        holds
            && end >= episode.snoozedUntil()
            && switch (episode.judged()) {
              case NOT_YET -> more;
              case ACKNOWLEDGED -> worse;
              case DISMISSED -> false;
            }
            && !Inhibition.silenced(book, episodes, now);
    if (tellIt) {
      Alert update =
          now.told(
              told.id(),
              told.revision() + 1,
              Alert.Status.UPDATED,
              severity,
              now.reason(),
              told.openedAt());
      tell(before.rule(), update);
      episode = episode.told(update);
    }
    put(key, episode, end);
  }

  private void open(Candidate candidate, long end) throws Exception {
    AlertRule rule = book.rule(candidate.rule());
    Alert alert = candidate.alert();
    if (rule == null || alert == null || Inhibition.silenced(book, episodes, alert)) {
      return;
    }
    Alert stopped = budget.spend(candidate.rule(), rule, alert, end);
    if (stopped != null) {
      tell(candidate.rule(), stopped);
    }
    if (budget.quarantined(candidate.rule(), end)) {
      return;
    }
    Alert opened = Digests.opened(rule.name(), Partial.name(candidate.group()), alert);
    if (isKnown(opened.id())) {
      // Of the rule as it was before it changed, whose last windows end beside its first.
      opened = Digests.opened(candidate.rule(), Partial.name(candidate.group()), alert);
    }
    tell(candidate.rule(), opened);
    put(candidate.key(), Episode.opened(candidate.rule(), opened, end), end);
  }

  private boolean isKnown(String id) throws Exception {
    for (Episode episode : episodes.values()) {
      if (episode.told().id().equals(id)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one alert tells of many groups of a rule now. */
  private boolean isDigested(String rule) throws Exception {
    Episode digest = episodes.get(Digests.key(rule));
    return digest != null && digest.open();
  }

  /** What is left to open on its own, when what is too many has gone into digests. */
  private List<Candidate> digest(List<Candidate> opening, Set<String> kept, long end)
      throws Exception {
    Map<String, List<Candidate>> byRule = new TreeMap<>();
    opening.forEach(
        candidate ->
            byRule.computeIfAbsent(candidate.rule(), rule -> new ArrayList<>()).add(candidate));
    List<Candidate> alone = new ArrayList<>();
    for (Map.Entry<String, List<Candidate>> entry : byRule.entrySet()) {
      String rule = entry.getKey();
      List<Candidate> all = entry.getValue();
      AlertRule known = book.rule(rule);
      boolean many = known != null && all.size() > known.life().digestAbove();
      if (known == null || !(many || isDigested(rule))) {
        alone.addAll(all);
        continue;
      }
      String key = Digests.key(rule);
      Alert digest = Digests.of(known, all);
      Episode episode = episodes.get(key);
      if (episode != null && episode.open()) {
        kept.add(key);
        goOn(key, episode, digest, true, end);
      } else if (episode == null || !episode.held(end)) {
        kept.add(key);
        open(new Candidate(rule, Digests.GROUP, end, true, true, -1, digest, null), end);
      }
    }
    alone.sort(MOST_URGENT_FIRST);
    return alone;
  }

  /** What no candidate kept open is a pane nearer to its end. */
  private void quiet(Set<String> kept, long end) throws Exception {
    for (Map.Entry<String, Episode> entry : episodes.entries(episode -> isDue(episode, end))) {
      Episode episode = entry.getValue();
      String key = entry.getKey();
      AlertRule rule = book.rule(episode.rule());
      if (!episode.open()) {
        episodes.remove(key);
      } else if (rule == null) {
        tell.accept(
            over(episode.told(), "The rule is no more; it was: " + episode.told().reason()));
        episodes.remove(key);
      } else if (!kept.contains(key)) {
        Episode quieter = episode.looked(end, episode.quiet() + 1);
        if (quieter.quiet() < rule.life().quietPanes()) {
          put(key, quieter, end);
        } else {
          Alert over = over(episode.told(), Digests.over(rule, episode.told()));
          tell(episode.rule(), over);
          long until = end + Math.max(rule.life().coolDown().toMillis(), 0);
          remember(key, quieter.resolved(over, until));
        }
      }
    }
  }

  /** Whether an end of a pane can matter to an episode: to most it does not. */
  private boolean isDue(Episode episode, long end) {
    if (!episode.open()) {
      return end >= rememberedUntil(episode);
    }
    AlertRule rule = book.rule(episode.rule());
    return rule == null || (end > episode.looked() && end % rule.pane().toMillis() == 0);
  }

  private static Alert over(Alert told, String reason) {
    return told.told(
        told.id(),
        told.revision() + 1,
        Alert.Status.RESOLVED,
        told.severity(),
        reason,
        told.openedAt());
  }

  private void remember(String key, Episode episode) throws Exception {
    episodes.put(key, episode);
    wake.accept(rememberedUntil(episode));
  }

  private static long rememberedUntil(Episode resolved) {
    return Math.max(
        resolved.looked() + REMEMBERED, Math.max(resolved.coolUntil(), resolved.snoozedUntil()));
  }

  private void put(String key, Episode episode, long end) throws Exception {
    AlertRule rule = book.rule(episode.rule());
    episodes.put(key, episode);
    if (rule != null) {
      wake.accept(Windows.start(end, rule.pane().toMillis()) + rule.pane().toMillis());
    }
  }

  private void tell(String rule, @Nullable Alert alert) {
    AlertRule known = book.rule(rule);
    if (alert != null) {
      (known != null && known.status() == Status.SHADOW ? shadow : tell).accept(alert);
    }
  }
}
