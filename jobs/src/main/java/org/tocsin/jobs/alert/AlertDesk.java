package org.tocsin.jobs.alert;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Alert;
import org.tocsin.events.Severity;
import org.tocsin.events.Verdict;
import org.tocsin.jobs.Tally;

/**
 * The one {@link Desk} of a job: inhibition, budgets and false discoveries look at all groups at
 * once, and candidates are few. Collects the candidates of a pane end until the watermark passes
 * it; verdicts count from the pane that ends next.
 *
 * <p>State: candidates of panes that are closing, open episodes, and resolved ones for a day or
 * their cool-down; none of a rule beyond its budget and digest limit at once.
 */
public final class AlertDesk extends KeyedCoProcessFunction<Integer, Candidate, Verdict, Alert> {
  private static final long serialVersionUID = 1L;

  /** All candidates and verdicts have this key. */
  public static final int KEY = 0;

  private final RuleBook book;
  private transient @Nullable MapState<String, Candidate> closing;
  private transient @Nullable Keep<Episode> episodes;
  private transient @Nullable Keep<Account> accounts;
  private transient @Nullable Tallies tallies;
  private transient @Nullable Map<Severity, Counter> severities;

  private record Tallies(
      Tally alerts, Tally updates, Tally shadowAlerts, Tally verdicts, Tally unknownVerdicts) {}

  /** Tells of these rules. */
  public AlertDesk(RuleBook book) {
    this.book = book;
  }

  @Override
  public void open(OpenContext context) {
    closing = state("closing", Candidate.class);
    episodes = Keep.of(state("episodes", Episode.class));
    accounts = Keep.of(state("accounts", Account.class));
    tallies =
        new Tallies(
            tally("alerts"),
            tally("alertUpdates"),
            tally("shadowAlerts"),
            tally("verdicts"),
            tally("unknownVerdicts"));
    MetricGroup metrics = getRuntimeContext().getMetricGroup().addGroup("tocsin");
    Map<Severity, Counter> opened = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      opened.put(severity, metrics.addGroup("severity", severity.name()).counter("alerts"));
    }
    severities = opened;
  }

  private Tally tally(String name) {
    return new Tally(getRuntimeContext(), name);
  }

  private <T> MapState<String, T> state(String name, Class<T> type) {
    return getRuntimeContext()
        .getMapState(
            new MapStateDescriptor<>(
                name, TypeInformation.of(String.class), TypeInformation.of(type)));
  }

  @Override
  public void processElement1(Candidate candidate, Context context, Collector<Alert> out)
      throws Exception {
    Objects.requireNonNull(closing).put(candidate.end() + candidate.key(), candidate);
    context.timerService().registerEventTimeTimer(candidate.end() - 1);
  }

  @Override
  public void processElement2(Verdict verdict, Context context, Collector<Alert> out)
      throws Exception {
    Tallies count = Objects.requireNonNull(tallies);
    boolean known = desk(end -> {}, out).judge(verdict);
    (known ? count.verdicts : count.unknownVerdicts).add();
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
      throws Exception {
    MapState<String, Candidate> all = Objects.requireNonNull(closing);
    long end = timestamp + 1;
    List<Candidate> found = new ArrayList<>();
    List<String> taken = new ArrayList<>();
    for (var entry : all.entries()) {
      if (entry.getValue().end() == end) {
        found.add(entry.getValue());
        taken.add(entry.getKey());
      }
    }
    for (String key : taken) {
      all.remove(key);
    }
    desk(next -> context.timerService().registerEventTimeTimer(next - 1), out).close(end, found);
  }

  private Desk desk(java.util.function.LongConsumer wake, Collector<Alert> out) {
    Tallies count = Objects.requireNonNull(tallies);
    return new Desk(
        book,
        Objects.requireNonNull(episodes),
        Objects.requireNonNull(accounts),
        wake,
        alert -> {
          if (alert.status() == Alert.Status.OPEN) {
            count.alerts.add();
            Objects.requireNonNull(Objects.requireNonNull(severities).get(alert.severity())).inc();
          } else {
            count.updates.add();
          }
          out.collect(alert);
        },
        alert -> count.shadowAlerts.add());
  }
}
