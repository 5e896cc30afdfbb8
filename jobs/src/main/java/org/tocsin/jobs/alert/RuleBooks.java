package org.tocsin.jobs.alert;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.tocsin.events.Signal;
import org.tocsin.lexicons.pack.AlertRule;

/**
 * Which rules are in force, at any event time: one book as long as a job runs, or another from each
 * publication on. Each operator has its own: not thread-safe.
 */
public interface RuleBooks extends Serializable {
  /** A book that counts for an event time, epoch milliseconds. */
  RuleBook at(long time);

  /**
   * The book that counts a signal: of the bundle that matched it, whatever was published since. So
   * what ends later is taken from the counts that it was added to.
   */
  RuleBook of(Signal signal);

  /**
   * Each rule that is in force at some time known, with its newest time; the same list until
   * another book comes.
   */
  List<Force> forces();

  /** How long a version of a post can matter to some window of some rule that is known. */
  Duration longestWindow();

  /** Whether some rule needs, or may come to need, to know of posts without signals. */
  boolean needsTotals();

  /**
   * When a rule is in force, in event time.
   *
   * @param from epoch milliseconds; {@link Long#MIN_VALUE} when no beginning is known
   * @param until first millisecond after; {@link Long#MAX_VALUE} when no end is known
   */
  record Force(String key, AlertRule rule, long from, long until) {}
}
