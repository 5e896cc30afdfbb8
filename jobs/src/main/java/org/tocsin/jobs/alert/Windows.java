package org.tocsin.jobs.alert;

/** Event-time panes, aligned to the epoch. */
final class Windows {
  private Windows() {}

  /** First instant of the pane that holds this one; all in epoch milliseconds. */
  static long start(long at, long length) {
    return Math.floorDiv(at, length) * length;
  }
}
