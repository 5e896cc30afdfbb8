package org.tocsin.jobs;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.OutputTag;
import org.tocsin.connectors.source.PostSource;
import org.tocsin.events.Verdict;
import org.tocsin.jobs.alert.Control;
import org.tocsin.jobs.alert.RuleBooks;

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
    DetectTopology.prepare(env);
    RuleBooks books = settings.books();
    DetectTopology.Detected detected =
        DetectTopology.detect(env, source, settings, books, books.needsTotals());
    AlertTopology.Outputs told =
        AlertTopology.build(
            books,
            new AlertTopology.Inputs(
                detected.changes(),
                detected.posts(),
                controls.watches(env, detected.events().getSideOutput(NO_WATCHES)),
                controls.verdicts(env, detected.events().getSideOutput(NO_VERDICTS))));

    MonitorSinks.write(told.alerts(), sinks.alerts(), "alerts");
    DetectTopology.write(detected, sinks);
    MonitorSinks.write(told.late(), sinks.late(), "late-posts");
  }
}
