package org.tocsin.jobs.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableSupplier;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Json;
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
 *
 * <p>A version is remembered as the bytes that topics hold of it, beside its end: this is the
 * largest state of a job, few of it is ever looked at again, and state on the heap is written anew
 * with each checkpoint, which takes a tenth for bytes of what it takes for objects.
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

  /** As savepoints of before 2026-12 have them; moved when their post is told of again. */
  private transient @Nullable MapState<String, Signal> versions;

  /** Signals as JSON, by {@link #version}. */
  private transient @Nullable MapState<String, byte[]> told;

  /** Ends of those that do not stand, epoch milliseconds, by {@link #version}. */
  private transient @Nullable MapState<String, Long> ends;

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
    told =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "told", Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    ends =
        getRuntimeContext().getMapState(new MapStateDescriptor<>("ends", Types.STRING, Types.LONG));
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
    moveOlderState();
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
    String version = version(signal);
    long at = versionAt(version);
    Signal known = known(version);
    if (known != null && known.textSha256().compareTo(signal.textSha256()) >= 0) {
      Objects.requireNonNull(duplicates).add();
      if (!known.textSha256().equals(signal.textSha256())) {
        // As had it come first: what follows knows the same versions in any order of arrival.
        out.collect(Change.first(signal.retracted(Instant.ofEpochMilli(at))));
      }
      return false;
    }
    if (known != null) {
      Signal never = known.retracted(Instant.ofEpochMilli(at));
      out.collect(new Change(never, true, Change.end(known)));
      Objects.requireNonNull(ends).remove(version);
    }
    Long end = null;
    for (Long retracted : Objects.requireNonNull(retractions).keys()) {
      if (retracted > at && (end == null || retracted < end)) {
        end = retracted;
      }
    }
    remember(version, signal, end);
    forgetOldestVersion();
    Objects.requireNonNull(signals).add();
    out.collect(Change.first(end == null ? signal : signal.retracted(Instant.ofEpochMilli(end))));
    return true;
  }

  private void retract(long at, Collector<Change> out) throws Exception {
    MapState<Long, Boolean> times = Objects.requireNonNull(retractions);
    times.put(at, true);
    forgetOldest(times);
    MapState<String, Long> known = Objects.requireNonNull(ends);
    List<String> ended = new ArrayList<>();
    for (String version : Objects.requireNonNull(told).keys()) {
      Long end = known.get(version);
      if (versionAt(version) < at && (end == null || end > at)) {
        ended.add(version);
      }
    }
    ended.sort(null);
    for (String version : ended) {
      Signal before = Objects.requireNonNull(known(version));
      known.put(version, at);
      out.collect(new Change(before.retracted(Instant.ofEpochMilli(at)), true, Change.end(before)));
    }
  }

  /** A version as it was told last; null when it is not known. */
  private @Nullable Signal known(String version) throws Exception {
    byte[] json = Objects.requireNonNull(told).get(version);
    if (json == null) {
      return null;
    }
    Signal signal = Json.read(json, Signal.class);
    Long end = Objects.requireNonNull(ends).get(version);
    return end == null ? signal : signal.retracted(Instant.ofEpochMilli(end));
  }

  private void remember(String version, Signal signal, @Nullable Long end) throws Exception {
    Objects.requireNonNull(told).put(version, Json.write(signal));
    if (end != null) {
      Objects.requireNonNull(ends).put(version, end);
    }
  }

  private void moveOlderState() throws Exception {
    MapState<String, Signal> older = Objects.requireNonNull(versions);
    for (var version : older.entries()) {
      Instant until = version.getValue().retractedAt();
      remember(version.getKey(), version.getValue(), until == null ? null : until.toEpochMilli());
    }
    older.clear();
  }

  private static void forgetOldest(MapState<Long, Boolean> times) throws Exception {
    List<Long> known = new ArrayList<>();
    times.keys().forEach(known::add);
    if (known.size() > MAX_RETRACTIONS) {
      known.sort(null);
      times.remove(known.get(0));
    }
  }

  private void forgetOldestVersion() throws Exception {
    MapState<String, byte[]> seen = Objects.requireNonNull(told);
    int count = 0;
    long oldest = Long.MAX_VALUE;
    String name = "";
    for (String version : seen.keys()) {
      count++;
      long at = versionAt(version);
      if (at < oldest) {
        oldest = at;
        name = version;
      }
    }
    if (count > MAX_VERSIONS) {
      seen.remove(name);
      Objects.requireNonNull(ends).remove(name);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Change> out)
      throws Exception {
    moveOlderState();
    long window = window();
    long keepUntil = Long.MIN_VALUE;
    for (String version : Objects.requireNonNull(told).keys()) {
      keepUntil = Math.max(keepUntil, versionAt(version) + Math.max(retention, window));
    }
    for (Long at : Objects.requireNonNull(retractions).keys()) {
      keepUntil = Math.max(keepUntil, at + window);
    }
    if (timestamp >= keepUntil) {
      Objects.requireNonNull(told).clear();
      Objects.requireNonNull(ends).clear();
      Objects.requireNonNull(retractions).clear();
    } else {
      // A rule came whose window is longer than any was when this timer was set.
      context.timerService().registerEventTimeTimer(keepUntil);
    }
  }

  /** Names a version among those of its post: category, and time of publication. */
  private static String version(Signal signal) {
    return signal.category().label() + "@" + signal.post().versionAt().toEpochMilli();
  }

  private static long versionAt(String version) {
    return Long.parseLong(version, version.indexOf('@') + 1, version.length(), 10);
  }
}
