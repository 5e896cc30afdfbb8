package org.tocsin.jobs.alert;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.tocsin.jobs.baseline.History;
import org.tocsin.jobs.baseline.Surprise;
import org.tocsin.lexicons.pack.AlertRule;

/**
 * Holds the panes of one rule and group, and judges the window that ends with each pane when the
 * watermark passes that end: of panes that hold something, of the last window over a pane, and
 * after a window that was met; where nothing comes and nothing was met, nothing can be met. Keyed
 * by {@link Partial#key}.
 *
 * <p>Rules are told by those who count by them, at the latest before the watermark by which a pane
 * of them ends: until then a pane is kept without knowing what it is for.
 *
 * <p>State: panes as bytes until the last window over them has been judged, and for rules with a
 * rate the group's {@link History} until it has been silent for {@link #HISTORY_KEPT}; for rules
 * that ask for what is new when the group was last counted, as long as they look back. A rule that
 * is needed no more is forgotten with its last window; a group of it, at its next timer, of which a
 * history has one a week.
 */
public final class RuleWindows
    extends KeyedBroadcastProcessFunction<String, Partial, Control, Candidate> {
  private static final long serialVersionUID = 1L;

  /** Armed watches, known to every subtask. */
  public static final MapStateDescriptor<String, Long> WATCHES =
      new MapStateDescriptor<>("watches", Types.STRING, Types.LONG);

  /** Totals of posts, where a rule asks for a share of them; known to every subtask. */
  public static final MapStateDescriptor<String, Long> KNOWN =
      new MapStateDescriptor<>("known", Types.STRING, Types.LONG);

  /** Rules that some window may have to be judged by; known to every subtask. */
  public static final MapStateDescriptor<String, KnownRule> RULES =
      new MapStateDescriptor<>("rules", Types.STRING, TypeInformation.of(KnownRule.class));

  /** Event time in milliseconds: eight weeks, as long as a history learns from. */
  static final long HISTORY_KEPT = 56L * 24 * 3_600_000;

  /** Event time in milliseconds that a feed is watched after its last post. */
  static final long SILENCE_KEPT = 7L * 24 * 3_600_000;

  private static final long WEEK = 7L * 24 * 3_600_000;
  private static final long HOUR = 3_600_000;

  private transient long forgotten = Long.MIN_VALUE;
  private transient KnownRules rules = new KnownRules();
  private transient @Nullable MapState<Long, byte[]> panes;
  private transient @Nullable ValueState<byte[]> history;
  private transient @Nullable ValueState<Long> before;
  private transient @Nullable ValueState<Long> expires;

  @Override
  public void open(OpenContext context) {
    rules = new KnownRules();
    forgotten = Long.MIN_VALUE;
    panes =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "panes", Types.LONG, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    history =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "history", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    before = getRuntimeContext().getState(new ValueStateDescriptor<>("before", Types.LONG));
    expires = getRuntimeContext().getState(new ValueStateDescriptor<>("expires", Types.LONG));
  }

  @Override
  public void processElement(Partial partial, ReadOnlyContext context, Collector<Candidate> out)
      throws Exception {
    MapState<Long, byte[]> held = Objects.requireNonNull(panes);
    PaneCodec.Place pane = PaneCodec.place(partial.pane);
    long watermark = context.currentWatermark();
    long closes = pane.start() + pane.length() * pane.horizon();
    if (closes - 1 <= watermark) {
      return;
    }
    byte[] before = held.get(pane.start());
    held.put(pane.start(), before == null ? partial.pane : PaneCodec.joined(before, partial.pane));
    long end = pane.start() + pane.length();
    if (end - 1 <= watermark) {
      end = Windows.start(watermark + 1, pane.length()) + pane.length();
    }
    context.timerService().registerEventTimeTimer(end - 1);
    // The last window over the pane, after which it is dropped.
    context.timerService().registerEventTimeTimer(closes - 1);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Candidate> out)
      throws Exception {
    List<String> group = Partial.parts(context.getCurrentKey());
    String key = group.remove(0);
    KnownRules.Read known = rules.get(context.getBroadcastState(RULES), key);
    if (known == null) {
      Objects.requireNonNull(panes).clear();
      forgetGroup();
      return;
    }
    AlertRule rule = known.rule();
    long end = timestamp + 1;
    boolean ended = context.currentWatermark() == Long.MAX_VALUE;
    if (rule.when().silent() && (ended || known.known().until() < end)) {
      // No post is told of any more, which is no silence.
      Objects.requireNonNull(panes).clear();
    }
    if (end % rule.pane().toMillis() == 0) {
      NavigableMap<Long, byte[]> held = held();
      NavigableMap<Long, byte[]> window = held.subMap(oldest(rule, end), true, end, false);
      if (!window.isEmpty()) {
        keep(rule, end, context);
        boolean hopeless = !rule.when().silent() && Judge.isHopeless(rule, atMost(window));
        Candidate found = null;
        if (!hopeless) {
          found = judge(known, group, end, window, context);
        } else if (rule.when().rate() != null) {
          learn(known, end, window, context);
        }
        if (found != null) {
          out.collect(found);
        }
        if (found != null || (rule.isRestless() && !hopeless)) {
          context.timerService().registerEventTimeTimer(timestamp + rule.pane().toMillis());
        }
        forget(rule, end, held);
      }
    }
    Long until = Objects.requireNonNull(expires).value();
    if (until != null && end >= until) {
      forgetGroup();
    } else if (until != null && end % WEEK == 0) {
      leaveOut(known, end, context);
      context.timerService().registerEventTimeTimer(timestamp + WEEK);
    }
  }

  /** All panes by their beginnings. */
  private NavigableMap<Long, byte[]> held() throws Exception {
    NavigableMap<Long, byte[]> held = new TreeMap<>();
    for (Map.Entry<Long, byte[]> entry : Objects.requireNonNull(panes).entries()) {
      held.put(entry.getKey(), entry.getValue());
    }
    return held;
  }

  private static int atMost(NavigableMap<Long, byte[]> window) {
    long most = 0;
    for (byte[] pane : window.values()) {
      most += PaneCodec.atMost(pane);
    }
    return (int) Math.min(most, Integer.MAX_VALUE);
  }

  private static List<Pane> panes(
      NavigableMap<Long, byte[]> window, Function<byte[], Pane> reading) {
    return window.values().stream().map(reading).toList();
  }

  /**
   * Where the oldest pane of the window begins that ends now; for silence also of the last before
   * it.
   */
  private static long oldest(AlertRule rule, long end) {
    long kept = rule.window().toMillis();
    return end - (rule.when().silent() ? Math.max(kept, SILENCE_KEPT) : kept);
  }

  /** Drops the panes that no later window holds; of silence all but the newest. */
  private void forget(AlertRule rule, long end, NavigableMap<Long, byte[]> held) throws Exception {
    long kept = oldest(rule, end + rule.pane().toMillis());
    Long newest = held.lowerKey(end);
    if (rule.when().silent() && newest != null) {
      kept = Math.max(kept, newest);
    }
    for (long start : held.headMap(kept).keySet()) {
      Objects.requireNonNull(panes).remove(start);
    }
    Long dropped = held.lowerKey(kept);
    if (rule.when().firstSeen() != null && dropped != null) {
      ValueState<Long> last = Objects.requireNonNull(before);
      long until = dropped + rule.pane().toMillis();
      last.update(last.value() == null ? until : Math.max(last.value(), until));
    }
  }

  private @Nullable Candidate judge(
      KnownRules.Read known,
      List<String> group,
      long end,
      NavigableMap<Long, byte[]> window,
      ReadOnlyContext context)
      throws Exception {
    AlertRule rule = known.rule();
    String key = known.known().key();
    long from = end - rule.window().toMillis();
    if (rule.when().silent()) {
      long last = window.lastKey() + rule.pane().toMillis();
      boolean silent = last <= from && known.known().isInForce(from, end);
      return silent ? Judge.silence(rule, key, group, end, last) : null;
    }
    ReadOnlyBroadcastState<String, Long> totals = context.getBroadcastState(KNOWN);
    List<Pane> counted = panes(window, PaneCodec::counts);
    Surprise surprise = rule.when().rate() == null ? null : surprise(known, end, counted, context);
    if (rule.armed()
        && !Known.armed(context.getBroadcastState(WATCHES), end - rule.pane().toMillis(), end)) {
      return null;
    }
    return Judge.judge(
        rule,
        key,
        group,
        end,
        counted,
        () -> panes(window, PaneCodec::read),
        surprise,
        news(rule, from, Known.since(totals, key)),
        () -> Known.posts(totals, rule, group, from, end));
  }

  private @Nullable FirstSeen news(AlertRule rule, long from, long since) throws Exception {
    Duration asked = rule.when().firstSeen();
    if (asked == null) {
      return null;
    }
    Long last = Objects.requireNonNull(before).value();
    return new FirstSeen(from, last == null ? FirstSeen.NEVER : last, since, asked);
  }

  /** What {@link #surprise} leaves behind, where no test is wanted of it. */
  private void learn(
      KnownRules.Read known, long end, NavigableMap<Long, byte[]> window, ReadOnlyContext context)
      throws Exception {
    List<Known.Armed> armed = Known.watches(context.getBroadcastState(WATCHES), end);
    Pane newest = PaneCodec.counts(window.lastEntry().getValue());
    if (newest.end() == end || !armed.isEmpty()) {
      History usual = usual(known, end, armed, context);
      if (newest.end() == end) {
        Judge.learn(usual, newest);
      }
      Objects.requireNonNull(history).update(usual.toBytes());
    }
  }

  private Surprise surprise(
      KnownRules.Read known, long end, List<Pane> window, ReadOnlyContext context)
      throws Exception {
    List<Known.Armed> armed = Known.watches(context.getBroadcastState(WATCHES), end);
    History usual = usual(known, end, armed, context);
    Surprise surprise = Judge.surprise(usual, known.rule(), end, window);
    Objects.requireNonNull(history).update(usual.toBytes());
    return surprise;
  }

  /**
   * A group that says nothing hears of each watch all the same: one is known for eight days after
   * its end, and histories are asked once a week. What waits passes, so that watches of different
   * weeks are not joined with the time between them.
   */
  private void leaveOut(KnownRules.Read known, long end, OnTimerContext context) throws Exception {
    List<Known.Armed> armed = Known.watches(context.getBroadcastState(WATCHES), end);
    ValueState<byte[]> kept = Objects.requireNonNull(history);
    if (!armed.isEmpty() && kept.value() != null) {
      History usual = usual(known, end, armed, context);
      usual.pass(end);
      kept.update(usual.toBytes());
    }
  }

  private History usual(
      KnownRules.Read known, long end, List<Known.Armed> armed, ReadOnlyContext context)
      throws Exception {
    byte[] kept = Objects.requireNonNull(history).value();
    History usual;
    if (kept == null) {
      long since = Known.since(context.getBroadcastState(KNOWN), known.known().key());
      usual = History.of(known.rule().window(), since, end);
    } else {
      usual = History.fromBytes(kept);
    }
    // What a withdrawn watch said to leave out is learned again, but for what others leave out.
    armed.stream().mapToLong(Known.Armed::until).max().ifPresent(usual::learnFrom);
    armed.stream()
        .filter(watch -> watch.until() > watch.from())
        .forEach(watch -> usual.forget(watch.from(), watch.until()));
    return usual;
  }

  /** What is remembered beyond panes: one timer a week looks whether it is still wanted. */
  private void keep(AlertRule rule, long end, OnTimerContext context) throws Exception {
    Duration lookBack = rule.when().firstSeen();
    long kept = rule.when().rate() == null ? 0 : HISTORY_KEPT;
    if (lookBack != null) {
      kept = Math.max(kept, lookBack.plus(rule.window()).toMillis());
    }
    if (kept == 0) {
      return;
    }
    Objects.requireNonNull(expires).update(Windows.start(end + kept, WEEK) + WEEK);
    context.timerService().registerEventTimeTimer(Windows.start(end, WEEK) + WEEK - 1);
  }

  private void forgetGroup() {
    Objects.requireNonNull(history).clear();
    Objects.requireNonNull(before).clear();
    Objects.requireNonNull(expires).clear();
  }

  @Override
  public void processBroadcastElement(Control control, Context context, Collector<Candidate> out)
      throws Exception {
    BroadcastState<String, Long> known = context.getBroadcastState(KNOWN);
    BroadcastState<String, Long> watches = context.getBroadcastState(WATCHES);
    BroadcastState<String, KnownRule> told = context.getBroadcastState(RULES);
    KnownRule rule = control.rule();
    if (rule == null) {
      Known.learn(control.kind() == Control.Kind.WATCH ? watches : known, control);
    } else {
      rules.learn(told, rule);
    }
    long watermark = context.currentWatermark();
    if (watermark != Long.MIN_VALUE && Windows.start(watermark, HOUR) > forgotten) {
      // Never at the first look: a start or restart comes here before all rules are told, which
      // they are before the next watermark, and their windows say what is still asked for.
      boolean first = forgotten == Long.MIN_VALUE;
      forgotten = Windows.start(watermark, HOUR);
      if (!first) {
        forget(known, watches, told, watermark);
      }
    }
  }

  private void forget(
      BroadcastState<String, Long> known,
      BroadcastState<String, Long> watches,
      BroadcastState<String, KnownRule> told,
      long watermark)
      throws Exception {
    rules.forget(told, watermark);
    long window = rules.longestWindow(told);
    Known.forget(known, watermark, window);
    Known.forgetRules(known, KnownRules.keys(told));
    Known.forget(watches, watermark, window);
  }
}
