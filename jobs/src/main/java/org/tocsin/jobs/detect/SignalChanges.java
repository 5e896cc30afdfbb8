package org.tocsin.jobs.detect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableSupplier;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Signal;
import org.tocsin.jobs.Tally;

/**
 * Changes of versions from the records that {@link Deduplicator} had written of them: what was told
 * before with another end has moved, a repetition is left out. Ends only ever get earlier, so that
 * the earliest holds in any order of records. Keyed by {@link Signal#key}.
 *
 * <p>State: the end of each version, until no window can hold it.
 */
public final class SignalChanges extends KeyedProcessFunction<String, Signal, Change> {
  private static final long serialVersionUID = 1L;

  private final SerializableSupplier<Duration> longestWindow;
  private transient @Nullable MapState<String, Long> ends;
  private transient @Nullable Tally signals;
  private transient @Nullable Tally duplicates;

  /** Remembers for the longest window of the rules that are in force by now. */
  public SignalChanges(SerializableSupplier<Duration> longestWindow) {
    this.longestWindow = longestWindow;
  }

  @Override
  public void open(OpenContext context) {
    ends =
        getRuntimeContext().getMapState(new MapStateDescriptor<>("ends", Types.STRING, Types.LONG));
    signals = new Tally(getRuntimeContext(), "signals");
    duplicates = new Tally(getRuntimeContext(), "duplicates");
  }

  @Override
  public void processElement(Signal signal, Context context, Collector<Change> out)
      throws Exception {
    MapState<String, Long> known = Objects.requireNonNull(ends);
    long at = signal.post().versionAt().toEpochMilli();
    String version = at + "@" + signal.textSha256();
    Long before = known.get(version);
    long end = Change.end(signal);
    if (before == null) {
      known.put(version, end);
      context.timerService().registerEventTimeTimer(at + longestWindow.get().toMillis());
      Objects.requireNonNull(signals).add();
      out.collect(Change.first(signal));
    } else if (end < before) {
      known.put(version, end);
      out.collect(new Change(signal, true, before));
    } else {
      Objects.requireNonNull(duplicates).add();
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Change> out)
      throws Exception {
    MapState<String, Long> known = Objects.requireNonNull(ends);
    List<String> over = new ArrayList<>();
    long window = longestWindow.get().toMillis();
    for (Map.Entry<String, Long> version : known.entries()) {
      String name = version.getKey();
      long keepUntil = Long.parseLong(name.substring(0, name.indexOf('@'))) + window;
      if (keepUntil <= timestamp) {
        over.add(name);
      } else {
        // Its own timer may be over: a rule with a longer window came since.
        context.timerService().registerEventTimeTimer(keepUntil);
      }
    }
    for (String name : over) {
      known.remove(name);
    }
  }
}
