package org.tocsin.jobs.detect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.LexiconBundle;

/**
 * Which bundle matches a post: the newest publication that is in force at the post's own time.
 * Immutable.
 *
 * @param steps the oldest publication first; the first is in force for all posts before the second
 * @param shadow only counts what it would find
 */
record BundleTimeline(List<Step> steps, @Nullable LexiconBundle shadow) {
  /**
   * Bundles are large: a post that is older than the newest few is matched by the oldest of them.
   */
  static final int KEPT = 4;

  /**
   * A bundle and since when it is in force.
   *
   * @param from event time, epoch milliseconds
   */
  record Step(long from, LexiconBundle bundle) {}

  BundleTimeline {
    steps = List.copyOf(steps);
  }

  /** What a job starts with. */
  static BundleTimeline of(LexiconBundle start) {
    return new BundleTimeline(List.of(new Step(Long.MIN_VALUE, start)), null);
  }

  /** The bundle for a post of this event time, epoch milliseconds. */
  LexiconBundle at(long time) {
    for (int i = steps.size() - 1; i > 0; i--) {
      if (steps.get(i).from() <= time) {
        return steps.get(i).bundle();
      }
    }
    return steps.get(0).bundle();
  }

  /** With one more publication; the shadow's time is over. */
  BundleTimeline then(long from, LexiconBundle bundle) {
    List<Step> more = new ArrayList<>(steps);
    // Those that can never be asked for again would only take memory.
    more.removeIf(step -> step.from() >= from);
    more.add(new Step(from, bundle));
    if (more.size() > KEPT) {
      more.remove(0);
    }
    return new BundleTimeline(more, null);
  }

  /** With a shadow beside what is in force. */
  BundleTimeline shadowed(LexiconBundle bundle) {
    return new BundleTimeline(steps, bundle);
  }
}
