package org.tocsin.jobs.detect;

import java.time.Instant;
import org.tocsin.events.Signal;

/**
 * What is newly known of a version of a post under a category: that it was published, that it ended
 * ({@code retractedAt} of the signal), or both. Counts that add what begins and move what ends come
 * to the same sums in any order of changes.
 *
 * @param signal as it stands now
 * @param known whether the version was told before
 * @param before the end that was told then, epoch milliseconds; {@link #STANDING} for none
 */
public record Change(Signal signal, boolean known, long before) {
  /** An end that no version reaches. */
  public static final long STANDING = Long.MAX_VALUE;

  /** A version told for the first time. */
  public static Change first(Signal signal) {
    return new Change(signal, false, STANDING);
  }

  /** When the version was published, epoch milliseconds. */
  public long at() {
    return signal.post().versionAt().toEpochMilli();
  }

  /** When it ended, epoch milliseconds; {@link #STANDING} while it stands. */
  public long until() {
    return end(signal);
  }

  static long end(Signal signal) {
    Instant retractedAt = signal.retractedAt();
    return retractedAt == null ? STANDING : retractedAt.toEpochMilli();
  }
}
