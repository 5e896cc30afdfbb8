package org.tocsin.jobs.alert;

import java.time.Duration;
import org.tocsin.events.Measure;

/**
 * Whether a group is new: nothing of it was counted for a time before the window. A rule that has
 * not counted for all of that time cannot know. It rings from a week on, by which what comes every
 * week has come once, and says how far back it could look; before that all is new, and it is
 * silent.
 *
 * @param from of the window, epoch milliseconds
 * @param before end of the last pane before the window in which the group was counted; {@link
 *     #NEVER} for none
 * @param since when the rule began to count, whatever the group
 * @param asked how long before the window nothing may have been counted
 */
record FirstSeen(long from, long before, long since, Duration asked) {
  /** No pane before. */
  static final long NEVER = Long.MIN_VALUE;

  /** The name of its measure. */
  static final String MEASURE = "unseen_days";

  private static final Duration LEAST = Duration.ofDays(7);

  /** How long a time before the window is known of, at most all that is asked for. */
  private Duration known() {
    Duration known = Duration.ofMillis(Math.max(0, from - Math.min(from, since)));
    return known.compareTo(asked) < 0 ? known : asked;
  }

  Measure measure() {
    if (before != NEVER) {
      return measure(Duration.ofMillis(from - before), asked);
    }
    Duration least = asked.compareTo(LEAST) < 0 ? asked : LEAST;
    return measure(known(), known().compareTo(least) < 0 ? least : known());
  }

  private static Measure measure(Duration observed, Duration threshold) {
    return new Measure(MEASURE, days(observed), days(threshold));
  }

  private static double days(Duration time) {
    return time.toMillis() / (double) Duration.ofDays(1).toMillis();
  }

  /** As a part of a sentence. */
  String words() {
    return before == NEVER && known().compareTo(asked) < 0
        ? "new as far as is known: the rule has counted for %s of the %s that it looks back"
            .formatted(Words.span(known()), Words.span(asked))
        : "not counted in the %s before".formatted(Words.span(asked));
  }
}
