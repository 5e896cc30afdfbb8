package org.tocsin.jobs.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.tocsin.events.Watch;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;

/**
 * What all subtasks know: totals of posts by minute, since when rules count, and watches. A watch
 * is named by its beginning, its id and the latest end that was ever told of it; its value is the
 * end of what is armed. Of an earlier build it is named by its beginning alone.
 */
final class Known {
  private static final String TOTAL = "total";
  private static final String WATCH = "watch";
  private static final String SINCE = "since";

  /** Watches that are over are kept so long: the hours that histories still wait to learn. */
  private static final long WATCH_KEPT = 8L * 24 * 3_600_000;

  private Known() {}

  /** A watch that began: armed from an instant until another, which may be the same. */
  record Armed(long from, long until) {
    boolean overlaps(long begin, long end) {
      return until > Math.max(from, begin) && from < end;
    }
  }

  static void learn(BroadcastState<String, Long> known, Control control) throws Exception {
    switch (control.kind()) {
      case TOTAL -> {
        String key =
            Partial.name(
                List.of(TOTAL, control.platform(), control.lang(), String.valueOf(control.from())));
        Long before = known.get(key);
        known.put(key, (before == null ? 0 : before) + control.count());
      }
      case WATCH -> learn(known, Objects.requireNonNull(control.watch()));
      case SINCE -> {
        String key = Partial.name(List.of(SINCE, control.platform()));
        Long before = known.get(key);
        known.put(key, before == null ? control.from() : Math.min(before, control.from()));
      }
      case RULE -> throw new IllegalArgumentException("a rule is no number");
    }
  }

  /** In place of what was told of the same watch before. */
  private static void learn(BroadcastState<String, Long> known, Watch watch) throws Exception {
    String from = String.valueOf(watch.from().toEpochMilli());
    long latest = watch.until().toEpochMilli();
    List<String> before = new ArrayList<>();
    for (Map.Entry<String, Long> entry : known.entries()) {
      List<String> parts = Partial.parts(entry.getKey());
      if (parts.size() == 2 ? parts.get(1).equals(from) : parts.get(2).equals(watch.id())) {
        before.add(entry.getKey());
        latest = Math.max(latest, latestEnd(parts, entry.getValue()));
      }
    }
    for (String key : before) {
      known.remove(key);
    }
    known.put(
        Partial.name(List.of(WATCH, from, watch.id(), String.valueOf(latest))),
        watch.armedUntil().toEpochMilli());
  }

  private static long latestEnd(List<String> watch, long until) {
    return watch.size() == 2 ? until : Long.parseLong(watch.get(3));
  }

  /** Drops what no window or history asks for any more. */
  static void forget(BroadcastState<String, Long> known, long watermark, long window)
      throws Exception {
    List<String> over = new ArrayList<>();
    for (Map.Entry<String, Long> entry : known.entries()) {
      List<String> parts = Partial.parts(entry.getKey());
      if (parts.get(0).equals(SINCE)) {
        continue;
      }
      boolean total = parts.get(0).equals(TOTAL);
      long until = total ? Long.parseLong(parts.get(3)) : latestEnd(parts, entry.getValue());
      long kept = total ? window + Totals.MINUTE : WATCH_KEPT;
      if (until + kept < watermark) {
        over.add(entry.getKey());
      }
    }
    for (String key : over) {
      known.remove(key);
    }
  }

  /** Drops the beginnings of all but these rules. */
  static void forgetRules(BroadcastState<String, Long> known, Set<String> used) throws Exception {
    List<String> over = new ArrayList<>();
    for (Map.Entry<String, Long> entry : known.entries()) {
      List<String> parts = Partial.parts(entry.getKey());
      if (parts.get(0).equals(SINCE) && !used.contains(parts.get(1))) {
        over.add(entry.getKey());
      }
    }
    for (String key : over) {
      known.remove(key);
    }
  }

  /** Since when a rule has counted; {@link Long#MAX_VALUE} when that is not known. */
  static long since(ReadOnlyBroadcastState<String, Long> known, String rule) throws Exception {
    Long since = known.get(Partial.name(List.of(SINCE, rule)));
    return since == null ? Long.MAX_VALUE : since;
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
    return watches(known, until).stream().anyMatch(watch -> watch.overlaps(from, until));
  }

  /** Each watch that began before an instant, those that were withdrawn too. */
  static List<Armed> watches(ReadOnlyBroadcastState<String, Long> known, long before) {
    List<Armed> watches = new ArrayList<>();
    for (Map.Entry<String, Long> entry : entries(known)) {
      List<String> parts = Partial.parts(entry.getKey());
      if (parts.get(0).equals(WATCH) && Long.parseLong(parts.get(1)) < before) {
        watches.add(new Armed(Long.parseLong(parts.get(1)), entry.getValue()));
      }
    }
    return watches;
  }
}
