package org.tocsin.jobs.alert;

import org.jspecify.annotations.Nullable;
import org.tocsin.events.Watch;

/**
 * What every subtask of the windows needs to know.
 *
 * @param kind what it is
 * @param platform of a total; of a beginning the key of the rule
 * @param lang of a total, primary subtag
 * @param from first millisecond of a total or of a rule's time, since the epoch
 * @param until first millisecond after
 * @param count posts of a total
 * @param rule what is told of a rule; else null
 * @param watch that was armed or withdrawn; else null
 */
public record Control(
    Kind kind,
    String platform,
    String lang,
    long from,
    long until,
    long count,
    @Nullable KnownRule rule,
    @Nullable Watch watch) {

  /** The kinds there are. */
  public enum Kind {
    /** A part of how many posts there were. */
    TOTAL,
    /** A watch, armed or withdrawn. */
    WATCH,
    /** What a rule says, and until when it is needed. */
    RULE,
    /** Since when a rule has counted. */
    SINCE
  }

  static Control total(String platform, String lang, long from, long count) {
    return new Control(Kind.TOTAL, platform, lang, from, from + Totals.MINUTE, count, null, null);
  }

  /** A rule counts posts from an instant on. */
  static Control since(String rule, long from) {
    return new Control(Kind.SINCE, rule, "", from, from, 0, null, null);
  }

  /** A watch, armed or withdrawn. */
  public static Control of(Watch watch) {
    return new Control(Kind.WATCH, "", "", 0, 0, 0, null, watch);
  }

  static Control of(KnownRule rule) {
    return new Control(Kind.RULE, "", "", rule.from(), rule.until(), 0, rule, null);
  }
}
