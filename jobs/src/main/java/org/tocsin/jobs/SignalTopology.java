package org.tocsin.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Signal;
import org.tocsin.events.Verdict;
import org.tocsin.jobs.alert.Control;
import org.tocsin.jobs.alert.RuleBook;
import org.tocsin.jobs.alert.RuleBooks;
import org.tocsin.jobs.detect.Change;
import org.tocsin.jobs.detect.PostSeen;
import org.tocsin.jobs.detect.SignalChanges;
import org.tocsin.lexicons.pack.AlertRule;

/**
 * From a topic of signals to alerts: {@link DetectTopology} and this, one after the other, give the
 * alerts of {@link MonitorTopology}.
 */
public final class SignalTopology {
  private static final OutputTag<Control> NO_WATCHES = new OutputTag<>("no-watches") {};
  private static final OutputTag<Verdict> NO_VERDICTS = new OutputTag<>("no-verdicts") {};
  private static final OutputTag<PostSeen> NO_POSTS = new OutputTag<>("no-posts") {};

  private SignalTopology() {}

  /**
   * The rules that signals are not enough for, one line each: those that count all posts.
   *
   * @return as {@code pack/id: why}
   */
  public static List<String> beyond(RuleBook book) {
    List<String> beyond = new ArrayList<>();
    for (AlertRule rule : book.rules()) {
      String one = beyond(rule);
      if (one != null) {
        beyond.add(one);
      }
    }
    return beyond;
  }

  /** The same of one rule; null when signals are enough. */
  static @Nullable String beyond(AlertRule rule) {
    String pack = rule.pack().substring(0, rule.pack().indexOf('@'));
    if (rule.on().allPosts()) {
      return "%s/%s counts all posts (on: all_posts)".formatted(pack, rule.id());
    }
    return rule.when().share() == null
        ? null
        : "%s/%s asks for a share of all posts (when: share)".formatted(pack, rule.id());
  }

  /**
   * Adds the job that writes alerts; the caller executes it.
   *
   * @param source of signals, each version in any number of records, the earliest end of which
   *     holds; with watermarks of the time that {@link #at} gives
   * @param books rules that need signals only: see {@link #beyond}
   * @throws IllegalArgumentException when some rule needs more
   */
  public static void build(
      StreamExecutionEnvironment env,
      DataStream<Signal> source,
      Scope scope,
      RuleBooks books,
      Controls controls,
      MonitorSinks sinks) {
    if (books.needsTotals()) {
      throw new IllegalArgumentException(
          "signals are not enough for "
              + books.forces().stream()
                  .flatMap(force -> Stream.ofNullable(beyond(force.rule())))
                  .toList());
    }
    DetectTopology.prepare(env);
    SingleOutputStreamOperator<Signal> signals =
        source.process(new InScope(scope)).name("scope").uid("scope");
    SingleOutputStreamOperator<Change> changes =
        signals
            .keyBy(Signal::key)
            .process(new SignalChanges(books::longestWindow))
            .name("changes of signals")
            .uid("changes-of-signals");
    DataStream<PostSeen> noPosts = signals.getSideOutput(NO_POSTS);
    AlertTopology.Outputs told =
        AlertTopology.build(
            books,
            new AlertTopology.Inputs(
                changes,
                noPosts,
                controls.watches(env, signals.getSideOutput(NO_WATCHES)),
                controls.verdicts(env, signals.getSideOutput(NO_VERDICTS))));
    MonitorSinks.write(told.alerts(), sinks.alerts(), "alerts");
    MonitorSinks.write(told.late(), sinks.late(), "late-posts");
  }

  /** When what a record tells happened: the publication, or the end of the version. */
  static long at(Signal signal) {
    long at = signal.post().versionAt().toEpochMilli();
    return signal.retractedAt() == null ? at : Math.max(at, signal.retractedAt().toEpochMilli());
  }

  private static final class InScope extends ProcessFunction<Signal, Signal> {
    private static final long serialVersionUID = 1L;

    private final Scope scope;

    InScope(Scope scope) {
      this.scope = scope;
    }

    @Override
    public void processElement(Signal signal, Context context, Collector<Signal> out) {
      if (scope.holds(signal)) {
        out.collect(signal);
      }
    }
  }
}
