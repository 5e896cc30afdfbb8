package org.tocsin.jobs.alert;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
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
import org.tocsin.lexicons.pack.AlertRule;

/**
 * The one {@link Desk} of a job: inhibition, budgets and false discoveries look at all groups at
 * once, and candidates are few. Collects the candidates of a pane end until the watermark passes
 * it; verdicts count from the pane that ends next. Rules are told as to {@link RuleWindows}.
 *
 * <p>State: rules until their last window is over and nothing of them is remembered; candidates of
 * panes that are closing, provisional alerts until their pane ends, open episodes, and resolved
 * ones for a day or their cool-down; none of a rule beyond its budget and digest limit at once.
 */
public final class AlertDesk extends KeyedCoProcessFunction<Integer, Candidate, Notice, Alert> {
  private static final long serialVersionUID = 1L;

  /** All candidates and notices have this key. */
  public static final int KEY = 0;

  private transient @Nullable DeskRules rules;
  private transient @Nullable MapState<String, Candidate> closing;
  private transient @Nullable Keep<Episode> episodes;
  private transient @Nullable Keep<Account> accounts;
  private transient @Nullable Keep<Candidate> waiting;
  private transient @Nullable Keep<Candidate> pending;
  private transient @Nullable Keep<Verdict> early;
  private transient @Nullable Tallies tallies;
  private transient @Nullable Map<Severity, Counter> severities;

  private record Tallies(
      Tally provisional,
      Tally alerts,
      Tally updates,
      Tally shadowAlerts,
      Tally verdicts,
      Tally unknownVerdicts) {}

  @Override
  public void open(OpenContext context) {
    rules = new DeskRules(Keep.of(state("rules", KnownRule.class)));
    closing = state("closing", Candidate.class);
    episodes = Keep.of(state("episodes", Episode.class));
    accounts = Keep.of(state("accounts", Account.class));
    waiting = Keep.of(state("provisional-waiting", Candidate.class));
    pending = Keep.of(state("provisional", Candidate.class));
    early = Keep.of(state("early-verdicts", Verdict.class));
    tallies =
        new Tallies(
            tally("provisionalAlerts"),
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
    if (candidate.isProvisional()) {
      DeskRules known = Objects.requireNonNull(rules);
      known.load();
      if (known.rule(candidate.rule()) == null) {
        // What is told of rules comes another way, and the first post of a rule may be faster.
        Objects.requireNonNull(waiting).put(candidate.key(), candidate);
      } else if (!provisionals(out).tell(candidate)) {
        return;
      }
    } else {
      Objects.requireNonNull(closing).put(candidate.end() + candidate.key(), candidate);
    }
    context.timerService().registerEventTimeTimer(candidate.end() - 1);
  }

  @Override
  public void processElement2(Notice notice, Context context, Collector<Alert> out)
      throws Exception {
    KnownRule rule = notice.rule();
    if (rule != null) {
      long over = Objects.requireNonNull(rules).learn(rule);
      context.timerService().registerEventTimeTimer(over - 1);
      tellWaiting(rule.key(), out);
    }
    Verdict verdict = notice.verdict();
    if (verdict != null) {
      judge(verdict, out);
    }
  }

  private void tellWaiting(String rule, Collector<Alert> out) throws Exception {
    Keep<Candidate> waits = Objects.requireNonNull(waiting);
    for (Map.Entry<String, Candidate> one : waits.entries()) {
      if (one.getValue().rule().equals(rule)) {
        waits.remove(one.getKey());
        boolean unused = provisionals(out).tell(one.getValue());
      }
    }
  }

  private void judge(Verdict verdict, Collector<Alert> out) throws Exception {
    Tallies count = Objects.requireNonNull(tallies);
    boolean known = desk(end -> {}, out).judge(verdict) || provisionals(out).judge(verdict);
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
    Desk desk = desk(next -> context.timerService().registerEventTimeTimer(next - 1), out);
    desk.close(end, found);
    provisionals(out).settle(end, desk);
    for (Map.Entry<String, Candidate> one : Objects.requireNonNull(waiting).entries()) {
      if (one.getValue().end() <= end) {
        Objects.requireNonNull(waiting).remove(one.getKey());
      }
    }
    DeskRules known = Objects.requireNonNull(rules);
    if (known.isOverdue(end)) {
      known.forget(end, used());
    }
  }

  private Provisionals provisionals(Collector<Alert> out) throws Exception {
    DeskRules known = Objects.requireNonNull(rules);
    Map<String, AlertRule> unused = known.load();
    Tallies count = Objects.requireNonNull(tallies);
    return new Provisionals(
        known,
        Objects.requireNonNull(episodes),
        Objects.requireNonNull(pending),
        Objects.requireNonNull(early),
        (rule, alert) -> {
          if (rule.status() == AlertRule.Status.SHADOW) {
            count.shadowAlerts.add();
          } else {
            count.provisional.add();
            out.collect(alert);
          }
        });
  }

  /** The rules that something is remembered of. */
  private Set<String> used() throws Exception {
    Set<String> used = new HashSet<>();
    for (Map.Entry<String, Episode> episode : Objects.requireNonNull(episodes).entries()) {
      used.add(episode.getValue().rule());
    }
    return used;
  }

  private Desk desk(LongConsumer wake, Collector<Alert> out) throws Exception {
    DeskRules known = Objects.requireNonNull(rules);
    Map<String, AlertRule> unused = known.load();
    Tallies count = Objects.requireNonNull(tallies);
    return new Desk(
        known,
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
