package org.tocsin.jobs.detect;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Which bundle, or watchlist, matches a post, and which rules count it: the newest publication that
 * is in force at the post's own time. Immutable.
 *
 * @param steps the oldest publication first; the first is in force for all posts before the second
 */
public record BundleTimeline<T>(List<Step<T>> steps) implements Serializable {
  /**
   * Bundles are large: a post that is older than the newest few is matched by the oldest of them.
   */
  static final int KEPT = 4;

  /**
   * What is in force, and since when.
   *
   * @param from event time, epoch milliseconds
   */
  public record Step<T>(long from, T bundle) implements Serializable {}

  public BundleTimeline {
    steps = List.copyOf(steps);
  }

  /** What a job starts with. */
  public static <T> BundleTimeline<T> of(T start) {
    return new BundleTimeline<>(List.of(new Step<>(Long.MIN_VALUE, start)));
  }

  /** What is in force for a post of this event time, epoch milliseconds. */
  public T at(long time) {
    for (int i = steps.size() - 1; i > 0; i--) {
      if (steps.get(i).from() <= time) {
        return steps.get(i).bundle();
      }
    }
    return steps.get(0).bundle();
  }

  /** With one more publication. */
  public BundleTimeline<T> then(long from, T bundle) {
    List<Step<T>> more = new ArrayList<>(steps);
    // Those that can never be asked for again would only take memory.
    more.removeIf(step -> step.from() >= from);
    more.add(new Step<>(from, bundle));
    if (more.size() > KEPT) {
      more.remove(0);
    }
    return new BundleTimeline<>(more);
  }

  /** The same times of what is made of each. */
  public <R> BundleTimeline<R> map(Function<T, R> of) {
    return new BundleTimeline<>(
        steps.stream().map(step -> new Step<>(step.from(), of.apply(step.bundle()))).toList());
  }
}
