package org.tocsin.jobs.alert;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.TimerService;
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
  private transient @Nullable Keep<Candidate> waiting;
  private transient @Nullable Tallies tallies;
  private transient @Nullable Map<Severity, Counter> severities;
  private transient @Nullable Desk desk;
  private transient @Nullable Provisionals provisionals;

  /** Of the record or timer at hand: what the desk tells goes there. */
  private transient @Nullable TimerService timers;

  private transient @Nullable Collector<Alert> alerts;

  private record Tallies(
      Tally provisional,
      Tally alerts,
      Tally updates,
      Tally shadowAlerts,
      Tally verdicts,
      Tally unknownVerdicts) {}

  @Override
  public void open(OpenContext context) {
    DeskRules known = new DeskRules(Keep.of(state("rules", KnownRule.class)));
    rules = known;
    closing = state("closing", Candidate.class);
    Keep<Episode> kept = Keep.of(state("episodes", Episode.class));
    episodes = kept;
    waiting = Keep.of(state("provisional-waiting", Candidate.class));
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
    desk =
        new Desk(
            known,
            kept,
            Keep.of(state("accounts", Account.class)),
            end -> Objects.requireNonNull(timers).registerEventTimeTimer(end - 1),
            this::tell,
            alert -> Objects.requireNonNull(tallies).shadowAlerts.add());
    provisionals =
        new Provisionals(
            known,
            kept,
            Keep.of(state("provisional", Candidate.class)),
            Keep.of(state("early-verdicts", Verdict.class)),
            this::tellProvisional);
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

  /** Every call begins so: state can be read only where there is a key. */
  private DeskRules begin(Context context, Collector<Alert> out) throws Exception {
    timers = context.timerService();
    alerts = out;
    DeskRules known = Objects.requireNonNull(rules);
    Map<String, AlertRule> unused = known.load();
    return known;
  }

  @Override
  public void processElement1(Candidate candidate, Context context, Collector<Alert> out)
      throws Exception {
    DeskRules known = begin(context, out);
    if (candidate.isProvisional()) {
      if (known.rule(candidate.rule()) == null) {
        // What is told of rules comes another way, and the first post of a rule may be faster.
        Objects.requireNonNull(waiting).put(candidate.key(), candidate);
      } else if (!Objects.requireNonNull(provisionals).tell(candidate)) {
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
    DeskRules known = begin(context, out);
    KnownRule rule = notice.rule();
    if (rule != null) {
      long over = known.learn(rule);
      context.timerService().registerEventTimeTimer(over - 1);
      tellWaiting(rule.key());
    }
    Verdict verdict = notice.verdict();
    if (verdict != null) {
      judge(verdict);
    }
  }

  private void tellWaiting(String rule) throws Exception {
    Keep<Candidate> waits = Objects.requireNonNull(waiting);
    for (Map.Entry<String, Candidate> one : waits.entries()) {
      if (one.getValue().rule().equals(rule)) {
        waits.remove(one.getKey());
        boolean unused = Objects.requireNonNull(provisionals).tell(one.getValue());
      }
    }
  }

  private void judge(Verdict verdict) throws Exception {
    Tallies count = Objects.requireNonNull(tallies);
    boolean known =
        Objects.requireNonNull(desk).judge(verdict)
            || Objects.requireNonNull(provisionals).judge(verdict);
    (known ? count.verdicts : count.unknownVerdicts).add();
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
      throws Exception {
    DeskRules known = begin(context, out);
    long end = timestamp + 1;
    Desk open = Objects.requireNonNull(desk);
    open.close(end, take(end));
    Objects.requireNonNull(provisionals).settle(end, open);
    Keep<Candidate> waits = Objects.requireNonNull(waiting);
    for (Map.Entry<String, Candidate> one : waits.entries()) {
      if (one.getValue().end() <= end) {
        waits.remove(one.getKey());
      }
    }
    if (known.isOverdue(end)) {
      known.forget(end, used());
    }
  }

  /** The candidates of a pane end, which are kept no more. */
  private List<Candidate> take(long end) throws Exception {
    MapState<String, Candidate> all = Objects.requireNonNull(closing);
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
    return found;
  }

  /** The rules that something is remembered of. */
  private Set<String> used() throws Exception {
    Set<String> used = new HashSet<>();
    for (Map.Entry<String, Episode> episode : Objects.requireNonNull(episodes).entries()) {
      used.add(episode.getValue().rule());
    }
    return used;
  }

  private void tell(Alert alert) {
    Tallies count = Objects.requireNonNull(tallies);
    if (alert.status() == Alert.Status.OPEN) {
      count.alerts.add();
      Objects.requireNonNull(Objects.requireNonNull(severities).get(alert.severity())).inc();
    } else {
      count.updates.add();
    }
    Objects.requireNonNull(alerts).collect(alert);
  }

  private void tellProvisional(AlertRule rule, Alert alert) {
    Tallies count = Objects.requireNonNull(tallies);
    if (rule.status() == AlertRule.Status.SHADOW) {
      count.shadowAlerts.add();
    } else {
      count.provisional.add();
      Objects.requireNonNull(alerts).collect(alert);
    }
  }
}
