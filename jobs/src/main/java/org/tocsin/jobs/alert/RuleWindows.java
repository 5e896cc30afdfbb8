package org.tocsin.jobs.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.tocsin.jobs.baseline.Surprise;
import org.tocsin.lexicons.pack.AlertRule;

/**
 * Holds the panes of one rule and group, and judges the window that ends with each pane when the
 * watermark passes that end: of panes that hold something, of the last window over a pane, and
 * after a window that was met; where nothing comes and nothing was met, nothing can be met, nor
 * where all that is held is less than what the rule asks for. Keyed by {@link Partial#key}.
 *
 * <p>Rules are told by those who count by them, at the latest before the watermark by which a pane
 * of them ends: until then a pane is kept without knowing what it is for.
 *
 * <p>State: panes as bytes until the last window over them has been judged, and what is remembered
 * beyond in {@link GroupMemory}. A rule that is needed no more is forgotten with its last window; a
 * group of it, at its next timer, of which a history has one a week.
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

  /** Event time in milliseconds that a feed is watched after its last post. */
  static final long SILENCE_KEPT = 7L * 24 * 3_600_000;

  private static final long HOUR = 3_600_000;

  private transient long forgotten = Long.MIN_VALUE;
  private transient KnownRules rules = new KnownRules();
  private transient @Nullable MapState<Long, byte[]> panes;
  private transient @Nullable GroupMemory memory;

  @Override
  public void open(OpenContext context) {
    rules = new KnownRules();
    forgotten = Long.MIN_VALUE;
    panes =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "panes", Types.LONG, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    memory = new GroupMemory(getRuntimeContext());
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
    // The last window over the pane, after which it is dropped.
    context.timerService().registerEventTimeTimer(closes - 1);
    long end = pane.start() + pane.length();
    if (end - 1 <= watermark) {
      end = Windows.start(watermark + 1, pane.length()) + pane.length();
    }
    if (end != closes) {
      judgeAt(end, pane.length(), partial, context);
    }
  }

  /**
   * Sets a timer for the end of a pane, but where no window of what is held can be met: those of
   * panes that were held without are set with the first that may be.
   */
  private void judgeAt(long end, long length, Partial partial, ReadOnlyContext context)
      throws Exception {
    KnownRules.Read known =
        rules.get(context.getBroadcastState(RULES), Partial.rule(partial.key()));
    if (known != null && !known.rule().isRestless()) {
      MapState<Long, byte[]> held = Objects.requireNonNull(panes);
      if (!HeldPanes.mayHold(held.values(), known.leastVersions())) {
        return;
      }
      for (long start : held.keys()) {
        if (start + length != end && start + length - 1 > context.currentWatermark()) {
          context.timerService().registerEventTimeTimer(start + length - 1);
        }
      }
    }
    context.timerService().registerEventTimeTimer(end - 1);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Candidate> out)
      throws Exception {
    MapState<Long, byte[]> kept = Objects.requireNonNull(panes);
    GroupMemory remembered = Objects.requireNonNull(memory);
    KnownRules.Read known =
        rules.get(context.getBroadcastState(RULES), Partial.rule(context.getCurrentKey()));
    if (known == null) {
      kept.clear();
      remembered.forget();
      return;
    }
    AlertRule rule = known.rule();
    long end = timestamp + 1;
    boolean ended = context.currentWatermark() == Long.MAX_VALUE;
    if (rule.when().silent() && (ended || known.known().until() < end)) {
      // No post is told of any more, which is no silence.
      kept.clear();
    }
    Heard heard =
        new Heard(
            known.known().key(),
            context.getBroadcastState(KNOWN),
            context.getBroadcastState(WATCHES));
    boolean plain = !rule.when().silent() && !GroupMemory.isKept(rule);
    if (end % rule.pane().toMillis() == 0 && !(plain && isHopeless(known, end))) {
      HeldPanes held = HeldPanes.of(kept);
      HeldPanes window = held.between(oldest(rule, end), end);
      if (!window.isEmpty()) {
        if (GroupMemory.isKept(rule)) {
          remembered.keep(rule, end, context.timerService());
        }
        boolean hopeful =
            rule.when().silent() || HeldPanes.mayHold(window.values(), known.leastVersions());
        Candidate found = null;
        if (hopeful) {
          found = judge(known, context.getCurrentKey(), end, window, heard);
        } else if (rule.when().rate() != null) {
          remembered.learn(rule, end, window.newest(), heard);
        }
        if (found != null) {
          out.collect(found);
        }
        if (found != null || (rule.isRestless() && hopeful)) {
          context.timerService().registerEventTimeTimer(timestamp + rule.pane().toMillis());
        }
        forget(rule, end, held);
      }
    }
    if (GroupMemory.isKept(rule)) {
      remembered.look(rule, end, heard, context.timerService());
    }
  }

  /**
   * Whether the window that ends now cannot be met; what no later window holds is dropped then.
   * Most windows are such: they are neither sorted nor read.
   */
  private boolean isHopeless(KnownRules.Read known, long end) throws Exception {
    AlertRule rule = known.rule();
    MapState<Long, byte[]> held = Objects.requireNonNull(panes);
    long oldest = oldest(rule, end);
    long kept = oldest(rule, end + rule.pane().toMillis());
    long most = 0;
    List<Long> past = new ArrayList<>();
    for (Map.Entry<Long, byte[]> pane : held.entries()) {
      long start = pane.getKey();
      most += start >= oldest && start < end ? PaneCodec.atMost(pane.getValue()) : 0;
      if (most >= known.leastVersions()) {
        return false;
      }
      if (start < kept) {
        past.add(start);
      }
    }
    for (long start : past) {
      held.remove(start);
    }
    return true;
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
  private void forget(AlertRule rule, long end, HeldPanes held) throws Exception {
    long kept = oldest(rule, end + rule.pane().toMillis());
    HeldPanes past = held.between(Long.MIN_VALUE, end);
    if (rule.when().silent() && !past.isEmpty()) {
      kept = Math.max(kept, past.newestStart());
    }
    HeldPanes dropped = held.between(Long.MIN_VALUE, kept);
    for (long start : dropped.starts()) {
      Objects.requireNonNull(panes).remove(start);
    }
    if (rule.when().firstSeen() != null && !dropped.isEmpty()) {
      Objects.requireNonNull(memory).counted(dropped.newestStart() + rule.pane().toMillis());
    }
  }

  private @Nullable Candidate judge(
      KnownRules.Read known, String key, long end, HeldPanes window, Heard heard) throws Exception {
    AlertRule rule = known.rule();
    GroupMemory remembered = Objects.requireNonNull(memory);
    List<String> group = Partial.parts(key);
    String name = group.remove(0);
    long from = end - rule.window().toMillis();
    if (rule.when().silent()) {
      long last = window.newestStart() + rule.pane().toMillis();
      boolean silent = last <= from && known.known().isInForce(from, end);
      return silent ? Judge.silence(rule, name, group, end, last) : null;
    }
    List<Pane> counted = window.read(PaneCodec::counts);
    Surprise surprise =
        rule.when().rate() == null ? null : remembered.surprise(rule, end, counted, heard);
    if (rule.armed() && !heard.isArmed(end - rule.pane().toMillis(), end)) {
      return null;
    }
    return Judge.judge(
        rule,
        name,
        group,
        end,
        counted,
        () -> window.read(PaneCodec::read),
        surprise,
        remembered.news(rule, from, heard),
        () -> heard.posts(known, group, from, end));
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
