package org.tocsin.jobs.baseline;

import java.io.IOException;
import java.time.Duration;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.tocsin.jobs.baseline.Expectation.Levels;

/**
 * What has been usual for one rule and group. Times are epoch milliseconds. Not thread-safe.
 *
 * <p>At the end of each pane: {@link #expect} for the window, {@link Surprise#test}, then {@link
 * #observe} the pane. Hours that nobody tells of are hours without posts.
 */
public final class History {
  private static final int VERSION = 1;
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private static final int LEAST_WAIT = 24;
  private static final int MOST_WAIT = Cells.COUNT;

  /** With two windows: a week, and the time that hours wait. */
  private static final Duration UNSEEN = Duration.ofDays(8);

  /** After this many silent hours (half a year) nothing of what was usual holds. */
  private static final int LONGEST_SILENCE = 26 * Cells.COUNT;

  /** Counts are winsorised at the mean plus so many spreads plus one post. */
  private static final double CAP_OF_MEAN = 2.5;

  private static final double CAP_OF_DISPERSION = 4;

  /** Before a week is learned a cap may be too low: at least this many medians of what waits. */
  private static final double COLD_MEDIANS = 4;

  private Cells cells = new Cells();
  private Dispersion dispersion = new Dispersion();
  private final Waiting waiting;
  private int learned;
  private int hoursPerObservation = 1;
  private long forgetFrom;
  private long forgetUntil;

  private History(Waiting waiting) {
    this.waiting = waiting;
  }

  /**
   * An empty history for a rule with this window: an hour is learned when a day and a window have
   * passed since, at most a week.
   */
  public static History of(Duration window) {
    long hours = hoursUpTo(window.toMillis());
    return new History(new Waiting((int) Math.max(LEAST_WAIT, Math.min(MOST_WAIT, hours)) + 1));
  }

  /**
   * The history of a group that was not counted before: when its rule has counted other groups for
   * long enough to learn a week, the group had that week without posts; else nothing is known.
   *
   * @param since when the rule began to count
   * @param end of the window in which the group is first seen
   */
  public static History of(Duration window, long since, long end) {
    History history = of(window);
    long from = end - UNSEEN.plus(window.multipliedBy(2)).toMillis();
    if (since <= from) {
      history.waiting.restart(Math.floorDiv(from, HOUR));
      history.waiting.open();
    }
    return history;
  }

  /** Whether no hour has been learned: what is usual is a guess then, not a finding. */
  public boolean knowsNothing() {
    return learned == 0;
  }

  /**
   * Counts a pane. Panes may come in any order while their hours wait to be learned; older ones
   * change nothing. A pane that overlaps several hours is spread over them evenly.
   *
   * @param start of the pane
   * @param length in milliseconds, above 0
   * @param posts at least 0
   */
  public void observe(long start, long length, long posts) {
    if (length <= 0 || posts < 0) {
      throw new IllegalArgumentException(
          "a pane of %d ms with %d posts: expected a length above 0 and no fewer than 0 posts"
              .formatted(length, posts));
    }
    long first = Math.floorDiv(start, HOUR);
    long last = Math.floorDiv(start + length - 1, HOUR);
    if (waiting.isEmpty()) {
      waiting.restart(first);
    }
    passTo(last + 1);
    hoursPerObservation = Math.max(hoursPerObservation, (int) hoursUpTo(length));
    long told = 0;
    for (long hour = first; hour <= last; hour++) {
      double part = (double) (Math.min(start + length, (hour + 1) * HOUR) - start) / length;
      long until = Math.round(posts * part);
      waiting.add(hour, until - told);
      told = until;
    }
  }

  /**
   * Leaves out the hours that overlap a time: of an armed event, or while the feed was silent. They
   * are neither learned nor count as hours without posts. Works for hours that wait and for hours
   * to come; joins with a time given before, with what lies between.
   *
   * @param from first instant
   * @param until first instant after
   */
  public void forget(long from, long until) {
    long firstHour = Math.floorDiv(from, HOUR);
    long afterHour = hoursUpTo(until);
    boolean over = waiting.isEmpty() ? forgetUntil == 0 : forgetUntil <= waiting.from();
    forgetFrom = over ? firstHour : Math.min(forgetFrom, firstHour);
    forgetUntil = over ? afterHour : Math.max(forgetUntil, afterHour);
  }

  /**
   * Takes back that hours from an instant on are left out, its own included: those that wait still
   * are learned when their time has come. What was left out before it stays so.
   */
  public void learnFrom(long instant) {
    forgetUntil = Math.min(forgetUntil, Math.floorDiv(instant, HOUR));
    if (forgetUntil <= forgetFrom) {
      forgetFrom = 0;
      forgetUntil = 0;
    }
  }

  /**
   * The whole hours before an instant have passed, with or without posts: those that have waited
   * long enough are learned.
   */
  public void pass(long instant) {
    if (!waiting.isEmpty()) {
      passTo(Math.floorDiv(instant, HOUR));
    }
  }

  /**
   * What is usual in a window; the whole hours before it have then passed, with or without posts.
   *
   * @param start of the window
   * @param length in milliseconds, above 0
   */
  public Expectation expect(long start, long length) {
    pass(start);
    Profile profile = profile();
    double mean = 0;
    double variance = 0;
    double[] levels = new double[4];
    for (long hour = Math.floorDiv(start, HOUR); hour * HOUR < start + length; hour++) {
      long inside = Math.min(start + length, (hour + 1) * HOUR) - Math.max(start, hour * HOUR);
      int cell = Cells.of(hour);
      double posts = profile.rate(cell) * inside / HOUR;
      Levels weights = profile.levels(cell);
      mean += posts;
      variance += posts * profile.variance(cell);
      levels[0] += posts * weights.overall();
      levels[1] += posts * weights.dayKind();
      levels[2] += posts * weights.hourOfDay();
      levels[3] += posts * weights.hourOfWeek();
    }
    return new Expectation(
        mean,
        dispersion.estimate() + variance / mean,
        isCold(),
        new Levels(levels[0] / mean, levels[1] / mean, levels[2] / mean, levels[3] / mean));
  }

  private static long hoursUpTo(long time) {
    return -Math.floorDiv(-time, HOUR);
  }

  private boolean isCold() {
    return learned < Cells.COUNT;
  }

  private Profile profile() {
    return new Profile(cells, dispersion.estimate(), hoursPerObservation);
  }

  /** Opens all hours before this one, learning those that have waited long enough. */
  private void passTo(long hour) {
    if (hour - waiting.until() > LONGEST_SILENCE) {
      cells = new Cells();
      dispersion = new Dispersion();
      learned = 0;
      waiting.restart(hour - 1);
    }
    while (waiting.until() < hour) {
      if (waiting.isFull()) {
        long median = waiting.median();
        long oldest = waiting.from();
        learn(oldest, waiting.take(), median);
      }
      waiting.open();
    }
  }

  private void learn(long hour, long posts, long median) {
    if (hour >= forgetFrom && hour < forgetUntil) {
      return;
    }
    int cell = Cells.of(hour);
    Profile profile = profile();
    double expected = profile.rate(cell);
    double unsure = profile.variance(cell);
    double spread = Math.sqrt(CountModel.variance(expected, dispersion.estimate() + unsure));
    double least = isCold() ? COLD_MEDIANS * median : 0;
    dispersion.learn(
        Math.min((double) posts, Math.max(least, expected + CAP_OF_DISPERSION * spread) + 1),
        expected,
        unsure,
        hoursPerObservation);
    cells.learn(
        cell, Math.min((double) posts, Math.max(least, expected + CAP_OF_MEAN * spread) + 1));
    learned = Math.min(learned + 1, Cells.COUNT);
  }

  /** The history as bytes: at most 1 KiB while no hour has more than 65,535 posts. */
  public byte[] toBytes() {
    DataOutputSerializer out = new DataOutputSerializer(1024);
    try {
      out.writeByte(VERSION);
      out.writeByte(learned);
      out.writeInt(hoursPerObservation);
      out.writeLong(forgetFrom);
      out.writeLong(forgetUntil);
      cells.write(out);
      dispersion.write(out);
      waiting.write(out);
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail to be written", e);
    }
    return out.getCopyOfBuffer();
  }

  /**
   * The history of {@link #toBytes}, equal in all it will answer.
   *
   * @throws IllegalArgumentException when these are not the bytes of a history, or of a later
   *     version
   */
  public static History fromBytes(byte[] bytes) {
    try {
      DataInputDeserializer in = new DataInputDeserializer(bytes);
      int version = in.readUnsignedByte();
      if (version != VERSION) {
        throw new IllegalArgumentException(
            "a history of version %d: this Tocsin reads version %d".formatted(version, VERSION));
      }
      int learned = in.readUnsignedByte();
      int hoursPerObservation = in.readInt();
      long forgetFrom = in.readLong();
      long forgetUntil = in.readLong();
      Cells cells = Cells.read(in);
      Dispersion dispersion = Dispersion.read(in);
      History history = new History(Waiting.read(in));
      history.learned = learned;
      history.hoursPerObservation = hoursPerObservation;
      history.forgetFrom = forgetFrom;
      history.forgetUntil = forgetUntil;
      history.cells = cells;
      history.dispersion = dispersion;
      return history;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "a history of %d bytes is cut short".formatted(bytes.length), e);
    }
  }
}
