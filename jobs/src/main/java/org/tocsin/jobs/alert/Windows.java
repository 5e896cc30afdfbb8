package org.tocsin.jobs.alert;

import java.time.Duration;

/** Tumbling event-time windows, aligned to the epoch. */
final class Windows {
  private Windows() {}

  /** First instant after the window that holds this one; all in epoch milliseconds. */
  static long end(long at, Duration length) {
    return Math.floorDiv(at, length.toMillis()) * length.toMillis() + length.toMillis();
  }
}
