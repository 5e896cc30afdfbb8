package org.tocsin.jobs.alert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tocsin.jobs.alert.RuleBooks.Force;
import org.tocsin.lexicons.pack.AlertRule;

/**
 * Tells of each rule before anything that it counted can be judged: whoever counts by it tells it
 * before the watermark that closes the pane. It is told for a time, and again when that is over, so
 * that a rule which nobody counts by is forgotten by itself. Not thread-safe.
 */
final class RuleNews {
  /** Event time in milliseconds that a rule is told for, once or twice. */
  static final long LEASE = 3_600_000;

  private final Consumer<Control> tell;
  private final Map<String, KnownRule> told = new HashMap<>();
  private final Map<String, Long> since = new HashMap<>();
  private List<Force> forces = List.of();
  private long next = Long.MIN_VALUE;

  RuleNews(Consumer<Control> tell) {
    this.tell = tell;
  }

  /**
   * Panes of a rule begin before a time.
   *
   * @param key of the rule
   */
  void needed(String key, AlertRule rule, long until) {
    long begin = until - rule.pane().toMillis();
    boolean looksBack = rule.when().firstSeen() != null || rule.when().rate() != null;
    if (looksBack && begin < since.getOrDefault(key, Long.MAX_VALUE)) {
      since.put(key, begin);
      tell.accept(Control.since(key, begin));
    }
    KnownRule before = told.get(key);
    if (before == null || before.needed() < until) {
      tell(KnownRule.of(new Force(key, rule, Long.MIN_VALUE, Long.MAX_VALUE), lease(until)));
    }
  }

  /** Event time comes to a watermark, epoch milliseconds. */
  @SuppressWarnings("ReferenceEquality") // To compare all that rules say is too much.
  void advance(RuleBooks books, long watermark) {
    List<Force> now = books.forces();
    if (now == forces && watermark < next) {
      return;
    }
    forces = now;
    next = lease(watermark) - LEASE;
    for (Force force : now) {
      KnownRule before = told.get(force.key());
      boolean over = force.until() <= watermark;
      if (before == null || isNews(before, force, watermark)) {
        tell(KnownRule.of(force, over ? force.until() : lease(watermark)));
      }
    }
    // One that is over stays among them as long as the books say so, and is told once.
    Set<String> known = now.stream().map(Force::key).collect(Collectors.toSet());
    told.values().removeIf(rule -> rule.needed() < watermark && !known.contains(rule.key()));
    since.keySet().retainAll(told.keySet());
  }

  private static boolean isNews(KnownRule told, Force force, long watermark) {
    return told.from() != force.from()
        || told.until() != force.until()
        || (force.until() > watermark && told.needed() < lease(watermark));
  }

  private void tell(KnownRule rule) {
    told.merge(rule.key(), rule, KnownRule::and);
    tell.accept(Control.of(rule));
  }

  /** Alike for all who tell: whole hours. */
  private static long lease(long time) {
    return Windows.start(time, LEASE) + 2 * LEASE;
  }
}
