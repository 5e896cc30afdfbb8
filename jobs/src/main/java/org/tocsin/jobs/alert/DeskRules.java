package org.tocsin.jobs.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.pack.AlertRule;

/** The rules that the desk knows: in its state, and read once. Not thread-safe. */
final class DeskRules implements RuleLookup {
  private final Keep<KnownRule> kept;
  private final Map<String, Long> over = new HashMap<>();
  private @Nullable Map<String, AlertRule> rules;
  private boolean inhibits;

  DeskRules(Keep<KnownRule> kept) {
    this.kept = kept;
  }

  /** Reads the state, when that was not done yet: at the key of the desk. */
  Map<String, AlertRule> load() throws Exception {
    Map<String, AlertRule> read = rules;
    if (read == null) {
      read = new HashMap<>();
      rules = read;
      for (Map.Entry<String, KnownRule> entry : kept.entries()) {
        take(read, entry.getValue());
      }
    }
    return read;
  }

  private void take(Map<String, AlertRule> read, KnownRule known) {
    AlertRule rule = read.get(known.key());
    rule = rule == null ? RuleText.read(known.said()) : rule;
    if (rule != null) {
      read.put(known.key(), rule);
      over.put(known.key(), known.needed() + rule.window().toMillis());
    }
    inhibits = RuleBook.inhibits(read.values());
  }

  /**
   * Takes what is told of a rule.
   *
   * @return first millisecond after its last window
   */
  long learn(KnownRule told) throws Exception {
    KnownRule before = kept.get(told.key());
    KnownRule known = before == null ? told : before.and(told);
    kept.put(told.key(), known);
    take(load(), known);
    return over.getOrDefault(told.key(), told.needed());
  }

  /**
   * Drops rules whose last window is over.
   *
   * @param used rules that something is still open of
   */
  void forget(long end, Set<String> used) throws Exception {
    List<String> gone = new ArrayList<>();
    over.forEach(
        (key, last) -> {
          if (last <= end && !used.contains(key)) {
            gone.add(key);
          }
        });
    for (String key : gone) {
      kept.remove(key);
      over.remove(key);
      load().remove(key);
    }
    inhibits = RuleBook.inhibits(load().values());
  }

  /** Whether some rule's last window is over. */
  boolean isOverdue(long end) {
    return over.values().stream().anyMatch(last -> last <= end);
  }

  @Override
  public @Nullable AlertRule rule(String key) {
    return rules == null ? null : rules.get(key);
  }

  @Override
  public boolean inhibits() {
    return inhibits;
  }
}
