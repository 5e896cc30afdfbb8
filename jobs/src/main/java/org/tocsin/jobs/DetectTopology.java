package org.tocsin.jobs;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tocsin.connectors.source.PostSource;
import org.tocsin.events.Signal;
import org.tocsin.jobs.alert.RuleBooks;
import org.tocsin.jobs.detect.Change;
import org.tocsin.jobs.detect.Deduplicator;
import org.tocsin.jobs.detect.Detector;
import org.tocsin.jobs.detect.Outcome;
import org.tocsin.jobs.detect.OutcomeRouter;
import org.tocsin.jobs.detect.PostEvent;
import org.tocsin.jobs.detect.PostSeen;

/** From posts to signals: the first half of {@link MonitorTopology}, and a job of its own. */
public final class DetectTopology {
  private DetectTopology() {}

  /**
   * What becomes of posts, before any rule.
   *
   * @param events with side outputs of dead letters
   * @param changes of the de-duplicated versions
   * @param posts every post that was read, where some rule asks for them
   */
  record Detected(
      SingleOutputStreamOperator<PostEvent> events,
      DataStream<Change> changes,
      DataStream<PostSeen> posts) {}

  /** Adds the job that writes signals and dead letters; the caller executes it. */
  public static void build(
      StreamExecutionEnvironment env,
      PostSource source,
      MonitorSettings settings,
      MonitorSinks sinks) {
    prepare(env);
    write(detect(env, source, settings, settings.books(), false), sinks);
  }

  /**
   * No operator keeps a record that it was given, and none is of a type that Flink cannot evolve.
   */
  static void prepare(StreamExecutionEnvironment env) {
    env.getConfig().enableObjectReuse();
    env.configure(new Configuration().set(PipelineOptions.GENERIC_TYPES, false));
  }

  static Detected detect(
      StreamExecutionEnvironment env,
      PostSource source,
      MonitorSettings settings,
      RuleBooks books,
      boolean tellPosts) {
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
            .process(new OutcomeRouter(tellPosts))
            .name("route outcomes")
            .uid("route-outcomes");
    DataStream<PostEvent> counted = events;
    Scope scope = settings.scope();
    if (scope != Scope.ALL) {
      counted =
          events
              .filter(event -> event.signal() == null || scope.holds(event.signal()))
              .name("scope")
              .uid("scope");
    }
    SingleOutputStreamOperator<Change> changes =
        counted
            .keyBy(PostEvent::postId)
            .process(new Deduplicator(settings.retention(), books::longestWindow))
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

  static void write(Detected detected, MonitorSinks sinks) {
    if (sinks.signals() != null) {
      MonitorSinks.write(
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
    MonitorSinks.write(
        detected.events().getSideOutput(OutcomeRouter.DEAD_LETTERS),
        sinks.deadLetters(),
        "dead-letters");
  }
}
