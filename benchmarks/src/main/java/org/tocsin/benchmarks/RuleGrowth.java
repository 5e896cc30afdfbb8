package org.tocsin.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

/** The alert half alone over signals from memory: how its cost grows with rules and groups. */
final class RuleGrowth {
  private static final int SIGNALS = 400_000;
  private static final OutputTag<PostSeen> POSTS = new OutputTag<>("posts") {};
  private static final OutputTag<Control> WATCHES = new OutputTag<>("watches") {};
  private static final OutputTag<Verdict> VERDICTS = new OutputTag<>("verdicts") {};

  private RuleGrowth() {}

  static void run() throws Exception {
    AlertsBench.print("%-12s %12s %14s %12s", "rules", "groups", "signals/CPU-s", "heap MB");
    for (int rules : new int[] {0, 1, 10, 100}) {
      row(rules, 1_000, SIGNALS);
    }
    for (int groups : new int[] {1_000, 100_000, 1_000_000}) {
      row(1, groups, Math.max(SIGNALS, 2 * groups));
    }
  }

  private static void row(int rules, int groups, int signals) throws Exception {
    once(rules, groups, signals / 4);
    double[] rate = once(rules, groups, signals);
    AlertsBench.print("%-12d %,12d %,14.0f %12.0f", rules, groups, rate[0], rate[1]);
  }

  /** Signals a second, and the most heap that was in use, in MB. */
  private static double[] once(int rules, int groups, int signals) throws Exception {
    StreamExecutionEnvironment env = AlertsBench.local(2);
    env.getConfig().enableObjectReuse();
    env.configure(new Configuration().set(PipelineOptions.GENERIC_TYPES, false));
    List<AlertRule> book = new ArrayList<>();
    for (int i = 0; i < rules; i++) {
      book.add(rule(i));
    }
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
    Heap heap = new Heap();
    heap.start();
    long start = AlertsBench.cpuTime();
    env.execute();
    double seconds = (AlertsBench.cpuTime() - start) / 1e9;
    return new double[] {signals / seconds, heap.stopAndTell()};
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

  /** The most heap in use after a collection. */
  private static final class Heap extends Thread {
    private volatile boolean stopped;
    private volatile double most;

    Heap() {
      super("heap");
      setDaemon(true);
    }

    @Override
    public void run() {
      while (!stopped) {
        Runtime runtime = Runtime.getRuntime();
        most = Math.max(most, (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
        try {
          Thread.sleep(50);
        } catch (InterruptedException e) {
          return;
        }
      }
    }

    double stopAndTell() {
      stopped = true;
      return most;
    }
  }
}
