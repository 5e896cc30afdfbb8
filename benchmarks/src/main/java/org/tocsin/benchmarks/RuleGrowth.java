package org.tocsin.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.tocsin.events.Category;
import org.tocsin.events.Match;
import org.tocsin.events.Post;
import org.tocsin.events.Severity;
import org.tocsin.events.Signal;
import org.tocsin.events.Verdict;
import org.tocsin.jobs.AlertTopology;
import org.tocsin.jobs.alert.Control;
import org.tocsin.jobs.alert.RuleBook;
import org.tocsin.jobs.detect.Change;
import org.tocsin.jobs.detect.PostSeen;
import org.tocsin.lexicons.pack.AlertRule;

/**
 * The alert half alone over signals from memory: how its cost grows with rules and groups. Cost is
 * processor time; memory is what a collection leaves once all groups are live.
 */
final class RuleGrowth {
  private static final int SIGNALS = 400_000;
  private static final OutputTag<PostSeen> POSTS = new OutputTag<>("posts") {};
  private static final OutputTag<Control> WATCHES = new OutputTag<>("watches") {};
  private static final OutputTag<Verdict> VERDICTS = new OutputTag<>("verdicts") {};

  /** Signals still to come when memory is looked at; those of one run at a time. */
  private static final AtomicInteger LEFT = new AtomicInteger();

  private static volatile double liveMegabytes;

  private RuleGrowth() {}

  static void run() throws Exception {
    header();
    double first = 0;
    for (int rules : new int[] {0, 1, 10, 100}) {
      // Enough for a steady state, few enough for a person who waits.
      first = row(rules, 1_000, Math.max(SIGNALS / 10, SIGNALS / Math.max(1, rules)), first);
    }
    AlertsBench.print("");
    header();
    first = 0;
    for (int groups : new int[] {1_000, 100_000, 1_000_000}) {
      first = row(1, groups, Math.max(SIGNALS, 2 * groups), first);
    }
  }

  private static void header() {
    AlertsBench.print(
        "%8s %12s %14s %14s %14s",
        "rules", "groups", "signals/CPU-s", "us a signal", "live heap MB");
  }

  /** One line; gives the microseconds of the table's first. */
  private static double row(int rules, int groups, int signals, double first) throws Exception {
    once(rules, groups, signals, true);
    double seconds = once(rules, groups, signals, false);
    double micros = seconds * 1e6 / signals;
    AlertsBench.print(
        "%8d %,12d %,14.0f %14.1f %,14.0f%s",
        rules,
        groups,
        signals / seconds,
        micros,
        liveMegabytes,
        first == 0 ? "" : String.format(Locale.ROOT, "  (%.1f times)", micros / first));
    return first == 0 ? micros : first;
  }

  /**
   * Seconds of processor time.
   *
   * @param look whether to look at memory, which takes time, once all signals have been read
   */
  private static double once(int rules, int groups, int signals, boolean look) throws Exception {
    StreamExecutionEnvironment env = AlertsBench.local(2);
    env.getConfig().enableObjectReuse();
    env.configure(new Configuration().set(PipelineOptions.GENERIC_TYPES, false));
    List<AlertRule> book = new ArrayList<>();
    for (int i = 0; i < rules; i++) {
      book.add(rule(i));
    }
    LEFT.set(look ? signals : Integer.MAX_VALUE);
    SingleOutputStreamOperator<Change> changes =
        env.fromSequence(0, signals - 1L)
            .map(i -> Change.first(signal(i, groups)))
            .returns(TypeInformation.of(Change.class))
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<Change>forGenerator(context -> new EveryMinute())
                    .withTimestampAssigner((change, unused) -> change.at()))
            .process(new Same());
    DataStream<PostSeen> posts = changes.getSideOutput(POSTS);
    AlertTopology.build(
            new RuleBook(book),
            new AlertTopology.Inputs(
                changes, posts, changes.getSideOutput(WATCHES), changes.getSideOutput(VERDICTS)))
        .alerts()
        .sinkTo(new DiscardingSink<>());
    long start = AlertsBench.cpuTime();
    env.execute();
    return (AlertsBench.cpuTime() - start) / 1e9;
  }

  private static void look() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    liveMegabytes = (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }

  /** An hour of event time; each author is a group. */
  private static Signal signal(long i, int groups) {
    Instant at = Instant.ofEpochMilli(1_772_000_000_000L + i / 2);
    Post post =
        new Post(
            "x:" + i,
            "x",
            "author" + i % groups,
            null,
            "a text as long as posts mostly are, which an alert would show to a person, word for word",
            "en",
            at,
            null,
            at,
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            List.of());
    return new Signal(
        post,
        Category.HATE,
        0.5,
        true,
        Severity.P3,
        List.of(),
        List.of(new Match("entry", "pack@1", Category.HATE, 0, 6, "a text", "exact", 0.5)),
        0,
        List.of(),
        0,
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "bundle",
        null,
        List.of(),
        null);
  }

  private static AlertRule rule(int i) {
    return new AlertRule(
        "r" + i,
        "bench@1",
        "Rule",
        AlertRule.On.of(List.of(Category.HATE), List.of(), 0.1),
        List.of(AlertRule.GroupBy.AUTHOR),
        Duration.ofHours(1),
        Duration.ofHours(1),
        AlertRule.When.of(new AlertRule.Counts(1_000_000, null, null, null, null)),
        Severity.P3,
        List.of(),
        AlertRule.Life.DEFAULT,
        3,
        false,
        AlertRule.Status.ACTIVE,
        false);
  }

  private static final class Same extends ProcessFunction<Change, Change> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(Change change, Context context, Collector<Change> out) {
      out.collect(change);
      if (LEFT.decrementAndGet() == 0) {
        look();
      }
    }
  }

  private static final class EveryMinute implements WatermarkGenerator<Change> {
    private long told = Long.MIN_VALUE;

    @Override
    public void onEvent(Change change, long at, WatermarkOutput output) {
      if (at - 60_000 > told) {
        told = at;
        output.emitWatermark(new Watermark(at - 1));
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      // Behind records.
    }
  }
}
