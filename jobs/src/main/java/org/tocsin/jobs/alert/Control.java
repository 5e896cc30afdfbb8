package org.tocsin.jobs.alert;

import org.tocsin.events.Watch;

/**
 * What every subtask of the windows needs to know.
 *
 * @param kind what it is
 * @param platform of a total
 * @param lang of a total, primary subtag
 * @param from first millisecond, since the epoch
 * @param until first millisecond after
 * @param count posts of a total
 */
public record Control(Kind kind, String platform, String lang, long from, long until, long count) {

  /** The kinds there are. */
  public enum Kind {
    /** A part of how many posts there were. */
    TOTAL,
    /** An armed watch. */
    WATCH
  }

  static Control total(String platform, String lang, long from, long count) {
    return new Control(Kind.TOTAL, platform, lang, from, from + Totals.MINUTE, count);
  }

  /** An armed watch. */
  public static Control of(Watch watch) {
    return new Control(
        Kind.WATCH, "", "", watch.from().toEpochMilli(), watch.until().toEpochMilli(), 0);
  }
}
