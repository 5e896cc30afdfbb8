package org.tocsin.jobs.alert;

import java.util.List;

/**
 * What a rule has spent of its budget. Times are epoch milliseconds.
 *
 * @param opened ends of the windows that opened its last alerts, at most an hour old
 * @param quarantinedUntil nothing of it opens before
 */
public record Account(List<Long> opened, long quarantinedUntil) {
  static final Account NEW = new Account(List.of(), Long.MIN_VALUE);

  public Account {
    opened = List.copyOf(opened);
  }
}
