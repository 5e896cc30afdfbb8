package org.tocsin.jobs.alert;

import org.tocsin.jobs.alert.RuleBooks.Force;

/**
 * A rule as those know it who judge what it found: told by those who count by it, kept until no
 * window of it can be open any more. Times are event time, epoch milliseconds.
 *
 * @param key of the rule, a digest of what it says in it
 * @param said all that it says, as {@link RuleText} writes it
 * @param needed panes of it may begin before this
 * @param from since when it is in force; {@link Long#MIN_VALUE} when no beginning is known
 * @param until since when it is in force no more; {@link Long#MAX_VALUE} when no end is known
 */
public record KnownRule(String key, String said, long needed, long from, long until) {
  static KnownRule of(Force force, long needed) {
    return new KnownRule(
        force.key(), RuleText.write(force.rule()), needed, force.from(), force.until());
  }

  /**
   * What two tell of one rule, in any order: of two times in which it was in force the later
   * counts, and of two ends of one the earlier, for who tells it knows more.
   */
  KnownRule and(KnownRule other) {
    long longer = Math.max(needed, other.needed);
    if (from == other.from) {
      return new KnownRule(key, said, longer, from, Math.min(until, other.until));
    }
    KnownRule later = from > other.from ? this : other;
    return new KnownRule(key, said, longer, later.from, later.until);
  }

  /** Whether it was in force all of a time. */
  boolean isInForce(long begin, long end) {
    return from <= begin && end <= until;
  }
}
