package org.tocsin.jobs.alert;

import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Signal;
import org.tocsin.jobs.Tally;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.score.RuleSelection;

/**
 * Gives each signal to every rule that counts it. A signal whose window has closed for some rule
 * goes to {@link #LATE}, once; rules whose window is still open count it all the same.
 */
public final class RuleRouter extends ProcessFunction<Signal, Counted> {
  private static final long serialVersionUID = 1L;

  /** Signals that came after their window. */
  public static final OutputTag<Signal> LATE = new OutputTag<>("late-posts") {};

  private final List<AlertRule> rules;
  private transient @Nullable Tally late;

  /** Routes to these; {@link Counted#rule} is an index into them. */
  public RuleRouter(List<AlertRule> rules) {
    this.rules = List.copyOf(rules);
  }

  @Override
  public void open(OpenContext context) {
    late = new Tally(getRuntimeContext(), "late");
  }

  @Override
  public void processElement(Signal signal, Context context, Collector<Counted> out) {
    long watermark = context.timerService().currentWatermark();
    long at = signal.post().versionAt().toEpochMilli();
    boolean tooLate = false;
    for (int i = 0; i < rules.size(); i++) {
      AlertRule rule = rules.get(i);
      if (!RuleSelection.counts(rule, signal.category(), signal.post().lang(), signal.score())) {
        continue;
      }
      if (Windows.end(at, rule.window()) - 1 <= watermark) {
        tooLate = true;
      } else {
        out.collect(new Counted(i, group(rule, signal), signal));
      }
    }
    if (tooLate && signal.retractedAt() == null) {
      Objects.requireNonNull(late).add();
      context.output(LATE, signal);
    }
  }

  private static List<String> group(AlertRule rule, Signal signal) {
    return rule.groupBy().stream()
        .map(
            by ->
                switch (by) {
                  case CATEGORY -> signal.category().label();
                  case LANGUAGE -> RuleSelection.primary(signal.post().lang());
                  case PLATFORM -> signal.post().platform();
                })
        .toList();
  }
}
