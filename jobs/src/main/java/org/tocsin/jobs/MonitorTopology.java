package org.tocsin.jobs;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.sink.SingleWriter;
import org.tocsin.connectors.source.PostSource;
import org.tocsin.events.Alert;
import org.tocsin.events.Signal;
import org.tocsin.jobs.alert.Counted;
import org.tocsin.jobs.alert.RuleRouter;
import org.tocsin.jobs.alert.RuleWindows;
import org.tocsin.jobs.detect.Bundles;
import org.tocsin.jobs.detect.Deduplicator;
import org.tocsin.jobs.detect.Detector;
import org.tocsin.jobs.detect.Outcome;
import org.tocsin.jobs.detect.OutcomeRouter;
import org.tocsin.jobs.detect.PostEvent;
import org.tocsin.lexicons.pack.AlertRule;

/** Posts in, alerts out: the wiring that every run of {@code monitor} uses. */
public final class MonitorTopology {
  private MonitorTopology() {}

  /** Adds the whole line to an environment; the caller executes it. */
  public static void build(
      StreamExecutionEnvironment env,
      PostSource source,
      MonitorSettings settings,
      MonitorSinks sinks) {
    env.getConfig().enableObjectReuse();
    env.configure(new Configuration().set(PipelineOptions.GENERIC_TYPES, false));
    List<AlertRule> rules =
        Bundles.of(settings.packs()).rules().stream()
            .filter(rule -> rule.status() == AlertRule.Status.ACTIVE)
            .toList();

    Detector detector =
        new Detector(
            settings.format(), settings.pseudonymKey(), settings.packs(), settings.bundles());
    SingleOutputStreamOperator<PostEvent> events =
        source
            .open(env, detector, watermarks(settings))
            .process(new OutcomeRouter())
            .name("route outcomes")
            .uid("route-outcomes");
    SingleOutputStreamOperator<Signal> signals =
        events
            .keyBy(PostEvent::postId)
            .process(new Deduplicator(settings.retention(), longestWindow(rules)))
            .name("deduplicate")
            .uid("deduplicate");
    SingleOutputStreamOperator<Counted> counted =
        signals.process(new RuleRouter(rules)).name("route to rules").uid("route-to-rules");
    SingleOutputStreamOperator<Alert> alerts =
        counted.keyBy(Counted::key).process(new RuleWindows(rules)).name("windows").uid("windows");

    sink(alerts, sinks.alerts(), "alerts");
    sink(signals, sinks.signals(), "signals");
    sink(events.getSideOutput(OutcomeRouter.DEAD_LETTERS), sinks.deadLetters(), "dead-letters");
    sink(counted.getSideOutput(RuleRouter.LATE), sinks.late(), "late-posts");
  }

  private static Duration longestWindow(List<AlertRule> rules) {
    return rules.stream()
        .map(AlertRule::window)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
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
