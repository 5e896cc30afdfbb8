package org.tocsin.jobs.alert;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;
import org.tocsin.jobs.baseline.History;
import org.tocsin.jobs.baseline.Surprise;
import org.tocsin.lexicons.pack.AlertRule;

/**
 * What is remembered of a group beyond its panes: of rules with a rate its {@link History}, of
 * rules that ask for what is new when it was last counted; until neither is asked for any more. Of
 * other rules nothing is, and nothing may be asked. Times are event time, epoch milliseconds.
 */
final class GroupMemory {
  /** Eight weeks, as long as a history learns from. */
  static final long HISTORY_KEPT = 56L * 24 * 3_600_000;

  private static final long WEEK = 7L * 24 * 3_600_000;

  private final ValueState<byte[]> history;
  private final ValueState<Long> before;
  private final ValueState<Long> expires;

  GroupMemory(RuntimeContext context) {
    history =
        context.getState(
            new ValueStateDescriptor<>(
                "history", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    before = context.getState(new ValueStateDescriptor<>("before", Types.LONG));
    expires = context.getState(new ValueStateDescriptor<>("expires", Types.LONG));
  }

  /** Whether a rule has any. */
  static boolean isKept(AlertRule rule) {
    return rule.when().rate() != null || rule.when().firstSeen() != null;
  }

  /** Keeps it from the end of a window on: one timer a week looks whether it is still wanted. */
  void keep(AlertRule rule, long end, TimerService timers) throws Exception {
    Duration lookBack = rule.when().firstSeen();
    long kept = rule.when().rate() == null ? 0 : HISTORY_KEPT;
    if (lookBack != null) {
      kept = Math.max(kept, lookBack.plus(rule.window()).toMillis());
    }
    expires.update(Windows.start(end + kept, WEEK) + WEEK);
    timers.registerEventTimeTimer(Windows.start(end, WEEK) + WEEK - 1);
  }

  /** At each timer: drops what is wanted no more; of what is, histories hear of watches. */
  void look(AlertRule rule, long end, Heard heard, TimerService timers) throws Exception {
    Long until = expires.value();
    if (until != null && end >= until) {
      forget();
    } else if (until != null && end % WEEK == 0) {
      leaveOut(rule, end, heard);
      timers.registerEventTimeTimer(end - 1 + WEEK);
    }
  }

  void forget() {
    history.clear();
    before.clear();
    expires.clear();
  }

  /** Panes until an instant are held no more. */
  void counted(long until) throws Exception {
    Long last = before.value();
    before.update(last == null ? until : Math.max(last, until));
  }

  /** Whether the group is new in a window; null where the rule does not ask. */
  @Nullable FirstSeen news(AlertRule rule, long from, Heard heard) throws Exception {
    Duration asked = rule.when().firstSeen();
    if (asked == null) {
      return null;
    }
    Long last = before.value();
    return new FirstSeen(from, last == null ? FirstSeen.NEVER : last, heard.since(), asked);
  }

  /** The posts of a window against what is usual, which then learns of its newest pane. */
  Surprise surprise(AlertRule rule, long end, List<Pane> window, Heard heard) throws Exception {
    History usual = usual(rule, end, heard.armed(end), heard);
    Surprise surprise = Judge.surprise(usual, rule, end, window);
    history.update(usual.toBytes());
    return surprise;
  }

  /** What {@link #surprise} leaves behind, where no test is wanted of it. */
  void learn(AlertRule rule, long end, Pane newest, Heard heard) throws Exception {
    List<Known.Armed> armed = heard.armed(end);
    if (newest.end() == end || !armed.isEmpty()) {
      History usual = usual(rule, end, armed, heard);
      if (newest.end() == end) {
        Judge.learn(usual, newest);
      }
      history.update(usual.toBytes());
    }
  }

  /**
   * A group that says nothing hears of each watch all the same: one is known for eight days after
   * its end, and histories are asked once a week. What waits passes, so that watches of different
   * weeks are not joined with the time between them.
   */
  private void leaveOut(AlertRule rule, long end, Heard heard) throws Exception {
    List<Known.Armed> armed = heard.armed(end);
    if (!armed.isEmpty() && history.value() != null) {
      History usual = usual(rule, end, armed, heard);
      usual.pass(end);
      history.update(usual.toBytes());
    }
  }

  private History usual(AlertRule rule, long end, List<Known.Armed> armed, Heard heard)
      throws Exception {
    byte[] kept = history.value();
    History usual =
        kept == null ? History.of(rule.window(), heard.since(), end) : History.fromBytes(kept);
    // What a withdrawn watch said to leave out is learned again, but for what others leave out.
    armed.stream().mapToLong(Known.Armed::until).max().ifPresent(usual::learnFrom);
    armed.stream()
        .filter(watch -> watch.until() > watch.from())
        .forEach(watch -> usual.forget(watch.from(), watch.until()));
    return usual;
  }
}
