package org.tocsin.jobs.alert;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Sample;

/**
 * A post that an alert may show.
 *
 * @param sample what is shown
 * @param version as in {@link Row}
 * @param until when it ended, epoch milliseconds
 * @param bundle digest of the bundle that matched
 * @param textSketch what copies of its text are found by; null where there is none
 */
record Shown(Sample sample, long version, long until, String bundle, @Nullable String textSketch) {
  /** The most matches that a sample keeps; the first ones in the text. */
  static final int MAX_MATCHES = 20;

  /** The same for every order of arrival. */
  static final Comparator<Shown> STRONGEST_FIRST =
      Comparator.comparingDouble((Shown shown) -> shown.sample().score())
          .reversed()
          .thenComparing(shown -> shown.sample().at())
          .thenComparing(shown -> shown.sample().postId())
          .thenComparingLong(Shown::version);

  boolean standsAt(long end) {
    return until >= end;
  }

  /** The same post with the earlier of both ends. */
  Shown and(Shown other) {
    return other.until < until ? other : this;
  }
}
