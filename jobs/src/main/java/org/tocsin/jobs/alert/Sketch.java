package org.tocsin.jobs.alert;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;
import org.apache.datasketches.hll.Union;
import org.tocsin.events.Category;
import org.tocsin.jobs.detect.Change;

/**
 * A pane that holds too much to be exact. Distinct counts are HyperLogLog sketches (Apache
 * DataSketches, 1,024 registers, standard error 3.3 %) of everything ever published in it; the
 * number of versions and their weight are counted, and of what ended, in which pane it did.
 */
final class Sketch {
  /** 2^10 registers, 4 bits each: about 550 bytes. */
  static final int LOG2_REGISTERS = 10;

  /** Platforms are few; a source that invents them without end fills no memory. */
  static final int MAX_PLATFORMS = 64;

  final HllSketch posts;
  final HllSketch authors;
  final HllSketch channels;
  final HllSketch observables;
  final TreeSet<Integer> platforms = new TreeSet<>();

  /**
   * First and last publication of each category and sign, epoch milliseconds; see {@link Signs}.
   */
  final TreeMap<Integer, Times> times = new TreeMap<>();

  /** Versions and their weight by the pane, counted from this one, in which they ended. */
  final TreeMap<Integer, Sum> ended = new TreeMap<>();

  Sum added = Sum.ZERO;

  Sketch() {
    this(empty(), empty(), empty(), empty());
  }

  Sketch(HllSketch posts, HllSketch authors, HllSketch channels, HllSketch observables) {
    this.posts = posts;
    this.authors = authors;
    this.channels = channels;
    this.observables = observables;
  }

  /** How many and their weight in ten-thousandths. */
  record Sum(long count, long weight) {
    static final Sum ZERO = new Sum(0, 0);

    Sum plus(Sum other) {
      return new Sum(count + other.count, weight + other.weight);
    }

    Sum minus(Sum other) {
      return new Sum(count - other.count, weight - other.weight);
    }
  }

  /** First and last. */
  record Times(long first, long last) {
    Times and(Times other) {
      return new Times(Math.min(first, other.first), Math.max(last, other.last));
    }
  }

  /**
   * Adds what is told of a version.
   *
   * @param start of the pane
   * @param length of the pane
   * @param horizon how many panes a window has: later ends matter to none
   */
  void add(Row row, long start, long length, int horizon) {
    Sum one = new Sum(1, row.score());
    if (row.known()) {
      end(row.before(), one, -1, start, length, horizon);
    } else {
      added = added.plus(one);
      posts.update(row.post());
      authors.update(row.author());
      if (row.channel() != 0) {
        channels.update(row.channel());
      }
      platform(row.platform());
      row.observables().forEach(observables::update);
      Times at = new Times(row.at(), row.at());
      times.merge(Signs.number(row.category()), at, Times::and);
      for (int bits = row.signs(); bits != 0; bits &= bits - 1) {
        times.merge(Signs.number(Integer.numberOfTrailingZeros(bits)), at, Times::and);
      }
    }
    end(row.until(), one, 1, start, length, horizon);
  }

  /** Adds posts of which only the number is known. */
  void addQuiet(long count, int platform, long at) {
    added = added.plus(new Sum(count, 0));
    platform(platform);
    times.merge(Signs.number(Category.HATE), new Times(at, at), Times::and);
  }

  private void end(long until, Sum one, int sign, long start, long length, int horizon) {
    if (until == Change.STANDING) {
      return;
    }
    long pane = Math.floorDiv(until - start, length);
    if (pane < horizon) {
      Sum moved = sign > 0 ? one : Sum.ZERO.minus(one);
      ended.merge(Math.max(0, (int) pane), moved, Sum::plus);
    }
  }

  private void platform(int platform) {
    platforms.add(platform);
    if (platforms.size() > MAX_PLATFORMS) {
      platforms.remove(platforms.last());
    }
  }

  /** What stands at the end of a pane, counted from this one. */
  Sum standing(int pane) {
    Sum standing = added;
    for (Sum gone : ended.headMap(pane, true).values()) {
      standing = standing.minus(gone);
    }
    return new Sum(Math.max(0, standing.count), Math.max(0, standing.weight));
  }

  /** Both panes' content. */
  Sketch and(Sketch other) {
    Sketch both =
        new Sketch(
            union(posts, other.posts),
            union(authors, other.authors),
            union(channels, other.channels),
            union(observables, other.observables));
    platforms.forEach(both::platform);
    other.platforms.forEach(both::platform);
    for (Sketch part : new Sketch[] {this, other}) {
      part.ended.forEach((pane, sum) -> both.ended.merge(pane, sum, Sum::plus));
      for (Map.Entry<Integer, Times> seen : part.times.entrySet()) {
        both.times.merge(seen.getKey(), seen.getValue(), Times::and);
      }
    }
    both.added = added.plus(other.added);
    return both;
  }

  /**
   * How many are in a sketch. The composite estimator reads the registers alone, so that it does
   * not depend on the order of updates, as the default (HIP) one does.
   */
  static long estimate(HllSketch sketch) {
    return Math.round(sketch.getCompositeEstimate());
  }

  static HllSketch union(HllSketch one, HllSketch other) {
    if (other.isEmpty()) {
      return one;
    } else if (one.isEmpty()) {
      return other;
    }
    Union union = new Union(LOG2_REGISTERS);
    union.update(one);
    union.update(other);
    return union.getResult(TgtHllType.HLL_4);
  }

  static HllSketch empty() {
    return new HllSketch(LOG2_REGISTERS, TgtHllType.HLL_4);
  }
}
