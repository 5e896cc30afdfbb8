package org.tocsin.jobs.detect;

import java.time.Duration;
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
import org.apache.flink.util.function.SerializableSupplier;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Signal;
import org.tocsin.jobs.Tally;

/**
 * Gives each version of a post once under each category, and again when it no longer stands. Keyed
 * by post id.
 *
 * <p>State: the versions seen, for {@code retention} of event time after they were published;
 * retractions, for as long as the longest window that a version before them could still be counted
 * in. Two different texts under one version time are a source's mistake: the one with the greater
 * digest stands, in any order of arrival. Of a post that is edited without end only the newest
 * versions are remembered.
 */
public final class Deduplicator extends KeyedProcessFunction<String, PostEvent, Change> {
  private static final long serialVersionUID = 1L;

  /** The most retractions remembered for one post; the oldest are forgotten first. */
  private static final int MAX_RETRACTIONS = 64;

  /**
   * The most signals remembered of one post, or a script that edits it on and on fills the disk.
   */
  private static final int MAX_VERSIONS = 512;

  private final long retention;
  private final SerializableSupplier<Duration> longestWindow;
  private transient @Nullable MapState<String, Signal> versions;
  private transient @Nullable MapState<Long, Boolean> retractions;
  private transient @Nullable Tally signals;
  private transient @Nullable Tally duplicates;

  /**
   * Remembers for these times, in event time.
   *
   * @param retention of versions
   * @param longestWindow of the rules that are in force by now: how long a retraction can still
   *     matter to a post that comes after it, and the least for versions
   */
  public Deduplicator(Duration retention, SerializableSupplier<Duration> longestWindow) {
    this.retention = retention.toMillis();
    this.longestWindow = longestWindow;
  }

  @Override
  public void open(OpenContext context) {
    versions =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "versions",
                    TypeInformation.of(String.class),
                    TypeInformation.of(Signal.class)));
    retractions =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "retractions",
                    TypeInformation.of(Long.class),
                    TypeInformation.of(Boolean.class)));
    signals = new Tally(getRuntimeContext(), "signals");
    duplicates = new Tally(getRuntimeContext(), "duplicates");
  }

  @Override
  public void processElement(PostEvent event, Context context, Collector<Change> out)
      throws Exception {
    Signal signal = event.signal();
    if (signal == null) {
      retract(event.at(), out);
      context.timerService().registerEventTimeTimer(event.at() + window());
    } else if (add(signal, out)) {
      context.timerService().registerEventTimeTimer(event.at() + Math.max(retention, window()));
    }
  }

  private long window() {
    return longestWindow.get().toMillis();
  }

  private boolean add(Signal signal, Collector<Change> out) throws Exception {
    MapState<String, Signal> seen = Objects.requireNonNull(versions);
    String version = signal.category().label() + "@" + versionAt(signal);
    Signal known = seen.get(version);
    if (known != null && known.textSha256().compareTo(signal.textSha256()) >= 0) {
      Objects.requireNonNull(duplicates).add();
      if (!known.textSha256().equals(signal.textSha256())) {
        // As had it come first: what follows knows the same versions in any order of arrival.
        out.collect(Change.first(signal.retracted(Instant.ofEpochMilli(versionAt(signal)))));
      }
      return false;
    }
    if (known != null) {
      Signal never = known.retracted(Instant.ofEpochMilli(versionAt(known)));
      out.collect(new Change(never, true, Change.end(known)));
    }
    Long end = null;
    for (Long at : Objects.requireNonNull(retractions).keys()) {
      if (at > versionAt(signal) && (end == null || at < end)) {
        end = at;
      }
    }
    Signal standing = end == null ? signal : signal.retracted(Instant.ofEpochMilli(end));
    seen.put(version, standing);
    forgetOldestVersion(seen);
    Objects.requireNonNull(signals).add();
    out.collect(Change.first(standing));
    return true;
  }

  private void retract(long at, Collector<Change> out) throws Exception {
    MapState<Long, Boolean> times = Objects.requireNonNull(retractions);
    times.put(at, true);
    forgetOldest(times);
    MapState<String, Signal> seen = Objects.requireNonNull(versions);
    List<String> ended = new ArrayList<>();
    for (var version : seen.entries()) {
      Instant until = version.getValue().retractedAt();
      if (versionAt(version.getValue()) < at && (until == null || until.toEpochMilli() > at)) {
        ended.add(version.getKey());
      }
    }
    ended.sort(null);
    for (String version : ended) {
      Signal known = seen.get(version);
      Signal retracted = known.retracted(Instant.ofEpochMilli(at));
      seen.put(version, retracted);
      out.collect(new Change(retracted, true, Change.end(known)));
    }
  }

  private static void forgetOldest(MapState<Long, Boolean> times) throws Exception {
    List<Long> known = new ArrayList<>();
    times.keys().forEach(known::add);
    if (known.size() > MAX_RETRACTIONS) {
      known.sort(null);
      times.remove(known.get(0));
    }
  }

  private static void forgetOldestVersion(MapState<String, Signal> seen) throws Exception {
    int count = 0;
    long oldest = Long.MAX_VALUE;
    String name = "";
    for (String version : seen.keys()) {
      count++;
      long at = Long.parseLong(version.substring(version.indexOf('@') + 1));
      if (at < oldest) {
        oldest = at;
        name = version;
      }
    }
    if (count > MAX_VERSIONS) {
      seen.remove(name);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Change> out)
      throws Exception {
    MapState<String, Signal> seen = Objects.requireNonNull(versions);
    long window = window();
    long keepUntil = Long.MIN_VALUE;
    for (Signal version : seen.values()) {
      keepUntil = Math.max(keepUntil, versionAt(version) + Math.max(retention, window));
    }
    for (Long at : Objects.requireNonNull(retractions).keys()) {
      keepUntil = Math.max(keepUntil, at + window);
    }
    if (timestamp >= keepUntil) {
      seen.clear();
      Objects.requireNonNull(retractions).clear();
    } else {
      // A rule came whose window is longer than any was when this timer was set.
      context.timerService().registerEventTimeTimer(keepUntil);
    }
  }

  private static long versionAt(Signal signal) {
    return signal.post().versionAt().toEpochMilli();
  }
}
