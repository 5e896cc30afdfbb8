package org.tocsin.jobs.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Alert;
import org.tocsin.events.Signal;
import org.tocsin.jobs.Tally;
import org.tocsin.lexicons.pack.AlertRule;

/**
 * Holds the signals of open windows of one rule and group, and evaluates each window when the
 * watermark passes its end. State and timers are gone when the last open window has been evaluated.
 */
public final class RuleWindows extends KeyedProcessFunction<String, Counted, Alert> {
  private static final long serialVersionUID = 1L;

  private final List<AlertRule> rules;
  private transient @Nullable MapState<String, Counted> open;
  private transient @Nullable Tally alerts;

  /** Windows of these rules. */
  public RuleWindows(List<AlertRule> rules) {
    this.rules = List.copyOf(rules);
  }

  @Override
  public void open(OpenContext context) {
    open =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "open", TypeInformation.of(String.class), TypeInformation.of(Counted.class)));
    alerts = new Tally(getRuntimeContext(), "alerts");
  }

  @Override
  public void processElement(Counted counted, Context context, Collector<Alert> out)
      throws Exception {
    Signal signal = counted.signal();
    long at = signal.post().versionAt().toEpochMilli();
    long end = Windows.end(at, rules.get(counted.rule()).window());
    // The last that is told of a version is what stands: the deduplicator tells them in order.
    Objects.requireNonNull(open).put(prefix(end) + signal.key() + "@" + at, counted);
    context.timerService().registerEventTimeTimer(end - 1);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
      throws Exception {
    MapState<String, Counted> held = Objects.requireNonNull(open);
    Instant end = Instant.ofEpochMilli(timestamp + 1);
    List<String> ended = new ArrayList<>();
    List<Signal> standing = new ArrayList<>();
    @Nullable Counted any = null;
    for (var entry : held.entries()) {
      if (entry.getKey().startsWith(prefix(timestamp + 1))) {
        any = entry.getValue();
        ended.add(entry.getKey());
        Instant retractedAt = any.signal().retractedAt();
        if (retractedAt == null || !retractedAt.isBefore(end)) {
          standing.add(any.signal());
        }
      }
    }
    for (String key : ended) {
      held.remove(key);
    }
    if (any != null && !standing.isEmpty()) {
      AlertRule rule = rules.get(any.rule());
      Alert alert = Threshold.evaluate(rule, any.group(), end, standing);
      if (alert != null) {
        Objects.requireNonNull(alerts).add();
        out.collect(alert);
      }
    }
  }

  private static String prefix(long windowEnd) {
    return windowEnd + "|";
  }
}
