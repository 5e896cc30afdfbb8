package org.tocsin.jobs.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;

/** What all subtasks know: totals of posts by minute, and armed watches. */
final class Known {
  private static final String TOTAL = "total";
  private static final String WATCH = "watch";

  /** Watches that are over are kept so long: the hours that histories still wait to learn. */
  private static final long WATCH_KEPT = 8L * 24 * 3_600_000;

  private Known() {}

  static void learn(BroadcastState<String, Long> known, Control control) throws Exception {
    switch (control.kind()) {
      case TOTAL -> {
        String key =
            Partial.name(
                List.of(TOTAL, control.platform(), control.lang(), String.valueOf(control.from())));
        Long before = known.get(key);
        known.put(key, (before == null ? 0 : before) + control.count());
      }
      case WATCH ->
          known.put(Partial.name(List.of(WATCH, String.valueOf(control.from()))), control.until());
      case RULE -> throw new IllegalArgumentException("a rule is no number");
    }
  }

  /** Drops what no window or history asks for any more. */
  static void forget(BroadcastState<String, Long> known, long watermark, long window)
      throws Exception {
    List<String> over = new ArrayList<>();
    for (Map.Entry<String, Long> entry : known.entries()) {
      List<String> parts = Partial.parts(entry.getKey());
      long until = parts.get(0).equals(TOTAL) ? Long.parseLong(parts.get(3)) : entry.getValue();
      long kept = parts.get(0).equals(TOTAL) ? window + Totals.MINUTE : WATCH_KEPT;
      if (until + kept < watermark) {
        over.add(entry.getKey());
      }
    }
    for (String key : over) {
      known.remove(key);
    }
  }

  /** All posts within a time that a group's posts are a share of. */
  static long posts(
      ReadOnlyBroadcastState<String, Long> known,
      AlertRule rule,
      List<String> group,
      long from,
      long until) {
    long posts = 0;
    for (Map.Entry<String, Long> entry : entries(known)) {
      List<String> parts = Partial.parts(entry.getKey());
      if (parts.get(0).equals(TOTAL)) {
        long at = Long.parseLong(parts.get(3));
        if (at >= from
            && at < until
            && counts(rule, group, GroupBy.PLATFORM, rule.on().platforms(), parts.get(1))
            && counts(rule, group, GroupBy.LANGUAGE, rule.on().languages(), parts.get(2))) {
          posts += entry.getValue();
        }
      }
    }
    return posts;
  }

  private static boolean counts(
      AlertRule rule, List<String> group, GroupBy by, List<String> asked, String value) {
    int at = rule.groupBy().indexOf(by);
    return (asked.isEmpty() || asked.contains(value)) && (at < 0 || group.get(at).equals(value));
  }

  private static Iterable<Map.Entry<String, Long>> entries(
      ReadOnlyBroadcastState<String, Long> known) {
    try {
      return known.immutableEntries();
    } catch (Exception e) {
      throw new IllegalStateException("broadcast state is in memory", e);
    }
  }

  /** Whether a watch is armed over some of a time. */
  static boolean armed(ReadOnlyBroadcastState<String, Long> known, long from, long until) {
    for (long[] watch : watches(known, until)) {
      if (watch[1] > from) {
        return true;
      }
    }
    return false;
  }

  /** From and until of each watch that began before an instant. */
  static List<long[]> watches(ReadOnlyBroadcastState<String, Long> known, long before) {
    List<long[]> watches = new ArrayList<>();
    for (Map.Entry<String, Long> entry : entries(known)) {
      List<String> parts = Partial.parts(entry.getKey());
      if (parts.get(0).equals(WATCH) && Long.parseLong(parts.get(1)) < before) {
        watches.add(new long[] {Long.parseLong(parts.get(1)), entry.getValue()});
      }
    }
    return watches;
  }
}
