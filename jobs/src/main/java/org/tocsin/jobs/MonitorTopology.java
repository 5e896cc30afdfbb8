package org.tocsin.jobs;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.sink.SingleWriter;
import org.tocsin.connectors.source.PostSource;
import org.tocsin.events.Signal;
import org.tocsin.events.Verdict;
import org.tocsin.jobs.alert.Control;
import org.tocsin.jobs.alert.RuleBook;
import org.tocsin.jobs.detect.Bundles;
import org.tocsin.jobs.detect.Change;
import org.tocsin.jobs.detect.Deduplicator;
import org.tocsin.jobs.detect.Detector;
import org.tocsin.jobs.detect.Outcome;
import org.tocsin.jobs.detect.OutcomeRouter;
import org.tocsin.jobs.detect.PostEvent;
import org.tocsin.jobs.detect.PostSeen;

/** Posts in, alerts out: the wiring that every run of {@code monitor} uses. */
public final class MonitorTopology {
  /** Nothing is ever written to these: streams with the watermarks of posts and no records. */
  private static final OutputTag<Control> NO_WATCHES = new OutputTag<>("no-watches") {};

  private static final OutputTag<Verdict> NO_VERDICTS = new OutputTag<>("no-verdicts") {};

  private MonitorTopology() {}

  /** Adds the whole line to an environment; the caller executes it. */
  public static void build(
      StreamExecutionEnvironment env,
      PostSource source,
      MonitorSettings settings,
      MonitorSinks sinks) {
    build(env, source, settings, Controls.NONE, sinks);
  }

  /** Adds the whole line with what analysts tell it; the caller executes it. */
  public static void build(
      StreamExecutionEnvironment env,
      PostSource source,
      MonitorSettings settings,
      Controls controls,
      MonitorSinks sinks) {
    env.getConfig().enableObjectReuse();
    env.configure(new Configuration().set(PipelineOptions.GENERIC_TYPES, false));
    RuleBook book = RuleBook.of(Bundles.of(settings.packs()).packs());

    Detected detected = detect(env, source, settings, book);
    AlertTopology.Outputs told =
        AlertTopology.build(
            book,
            new AlertTopology.Inputs(
                detected.changes(),
                detected.posts(),
                watches(env, detected.events(), controls),
                verdicts(env, detected.events(), controls)));

    sink(told.alerts(), sinks.alerts(), "alerts");
    if (sinks.signals() != null) {
      sink(
          detected
              .changes()
              .filter(change -> change.known() || change.until() > change.at())
              .uid("versions-that-stood")
              .map(Change::signal)
              .returns(Signal.class)
              .uid("signals-of-changes"),
          sinks.signals(),
          "signals");
    }
    sink(
        detected.events().getSideOutput(OutcomeRouter.DEAD_LETTERS),
        sinks.deadLetters(),
        "dead-letters");
    sink(told.late(), sinks.late(), "late-posts");
  }

  private static DataStream<Control> watches(
      StreamExecutionEnvironment env, SingleOutputStreamOperator<?> events, Controls controls) {
    return controls.watches() == null
        ? events.getSideOutput(NO_WATCHES)
        : controls.watches().open(env).map(Control::of).returns(Control.class).uid("watches");
  }

  private static DataStream<Verdict> verdicts(
      StreamExecutionEnvironment env, SingleOutputStreamOperator<?> events, Controls controls) {
    return controls.verdicts() == null
        ? events.getSideOutput(NO_VERDICTS)
        : controls.verdicts().open(env);
  }

  /** What becomes of posts, before any rule. */
  private record Detected(
      SingleOutputStreamOperator<PostEvent> events,
      DataStream<Change> changes,
      DataStream<PostSeen> posts) {}

  private static Detected detect(
      StreamExecutionEnvironment env, PostSource source, MonitorSettings settings, RuleBook book) {
    Detector detector =
        new Detector(
            settings.format(),
            settings.pseudonymKey(),
            settings.packs(),
            settings.bundles(),
            settings.watchlist());
    SingleOutputStreamOperator<PostEvent> events =
        source
            .open(env, detector, watermarks(settings))
            .process(new OutcomeRouter(book.needsTotals()))
            .name("route outcomes")
            .uid("route-outcomes");
    SingleOutputStreamOperator<Change> changes =
        events
            .keyBy(PostEvent::postId)
            .process(new Deduplicator(settings.retention(), book.longestWindow()))
            .name("deduplicate")
            .uid("deduplicate");
    return new Detected(events, changes, events.getSideOutput(OutcomeRouter.POSTS));
  }

  private static WatermarkStrategy<Outcome> watermarks(MonitorSettings settings) {
    WatermarkStrategy<Outcome> strategy =
        settings.lateness() == null
            ? WatermarkStrategy.noWatermarks()
            : WatermarkStrategy.forBoundedOutOfOrderness(settings.lateness());
    if (settings.idleness() != null) {
      strategy = strategy.withIdleness(settings.idleness());
    }
    return strategy.withTimestampAssigner((outcome, unused) -> outcome.at());
  }

  private static <T> void sink(DataStream<T> stream, @Nullable Sink<T> sink, String uid) {
    if (sink != null) {
      DataStreamSink<T> written = stream.sinkTo(sink).name(uid).uid(uid + "-sink");
      if (sink instanceof SingleWriter) {
        written.setParallelism(1);
      }
    }
  }
}
