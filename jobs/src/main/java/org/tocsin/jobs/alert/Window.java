package org.tocsin.jobs.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.datasketches.hll.HllSketch;
import org.tocsin.events.Link;

/**
 * The panes of one window together, as they stand at its end.
 *
 * <p>Posts: distinct ids of rows that stand; of a sketch, its distinct ids times the share of its
 * versions that stand, for a post may count under several categories. A version stands in one pane
 * only, so the panes add up. Authors, platforms, channels: distinct over rows that stand and over
 * all that sketches ever held. First and last seen likewise.
 */
final class Window {
  final long end;
  long posts;
  long authors;
  long platforms;
  long channels;

  /** Different ones of those that the rule counts. */
  long counted;

  /** Sum of scores, in ten-thousandths. */
  long weight;

  long first = Long.MAX_VALUE;
  long last = Long.MIN_VALUE;

  /** Whether all counts are exact. */
  boolean exact = true;

  /**
   * When signals of each category and sign were published, by {@link Signs}; of a sketch only its
   * first and last.
   */
  final Map<Integer, NavigableSet<Long>> times = new TreeMap<>();

  /** Strongest first; those that stand. */
  final List<Shown> shown = new ArrayList<>();

  final SeenObservables observables = new SeenObservables();

  /** Posts about money, in order of time. */
  List<Link> links = List.of();

  String bundle = "";

  private Window(long end) {
    this.end = end;
  }

  /**
   * Sums up.
   *
   * @param panes that overlap the window, at least one
   * @param end first millisecond after it
   */
  static Window of(Collection<Pane> panes, long end) {
    Window window = new Window(end);
    Set<Long> posts = new HashSet<>();
    Set<Long> authors = new HashSet<>();
    Set<Integer> platforms = new HashSet<>();
    Set<Integer> channels = new HashSet<>();
    Set<Integer> counted = new HashSet<>();
    HllSketch manyAuthors = Sketch.empty();
    HllSketch manyChannels = Sketch.empty();
    HllSketch manyCounted = Sketch.empty();
    for (Pane pane : panes) {
      for (Row row : pane.rows) {
        if (row.standsAt(end)) {
          posts.add(row.post());
          authors.add(row.author());
          platforms.add(row.platform());
          if (row.channel() != 0) {
            channels.add(row.channel());
          }
          window.weight += row.score();
          counted.addAll(row.observables());
          window.seen(Signs.number(row.category()), row.at());
          for (int bits = row.signs(); bits != 0; bits &= bits - 1) {
            window.seen(Signs.number(Integer.numberOfTrailingZeros(bits)), row.at());
          }
        }
      }
      Sketch sketch = pane.sketch;
      if (sketch != null) {
        window.exact = false;
        window.add(sketch, (int) ((end - 1 - pane.start) / pane.length));
        manyAuthors = Sketch.union(manyAuthors, sketch.authors);
        manyChannels = Sketch.union(manyChannels, sketch.channels);
        manyCounted = Sketch.union(manyCounted, sketch.observables);
        platforms.addAll(sketch.platforms);
      }
      pane.shown.stream().filter(one -> one.standsAt(end)).forEach(window.shown::add);
      window.observables.addAll(pane.observables);
      for (Shown one : pane.shown) {
        window.bundle = one.bundle().compareTo(window.bundle) > 0 ? one.bundle() : window.bundle;
      }
    }
    window.shown.sort(Shown.STRONGEST_FIRST);
    window.links = SeenLinks.told(panes.stream().map(pane -> pane.links).toList(), end);
    window.posts += posts.size();
    window.platforms = platforms.size();
    window.authors = distinct(manyAuthors, authors);
    window.channels = distinct(manyChannels, longs(channels));
    window.counted = distinct(manyCounted, longs(counted));
    return window;
  }

  private static List<Long> longs(Set<Integer> hashes) {
    return hashes.stream().map(hash -> (long) hash).toList();
  }

  private void add(Sketch sketch, int pane) {
    Sketch.Sum standing = sketch.standing(pane);
    weight += standing.weight();
    double share = sketch.added.count() == 0 ? 0 : (double) standing.count() / sketch.added.count();
    posts +=
        sketch.posts.isEmpty()
            ? standing.count()
            : Math.round(sketch.posts.getCompositeEstimate() * share);
    sketch.times.forEach(
        (sign, seen) -> {
          seen(sign, seen.first());
          seen(sign, seen.last());
        });
  }

  private void seen(int sign, long at) {
    times.computeIfAbsent(sign, s -> new TreeSet<>()).add(at);
    first = Math.min(first, at);
    last = Math.max(last, at);
  }

  private static long distinct(HllSketch many, Collection<Long> few) {
    if (many.isEmpty()) {
      return few.size();
    }
    HllSketch all = many.copy();
    few.forEach(all::update);
    return Sketch.estimate(all);
  }

  /** Whether nothing stands. */
  boolean isEmpty() {
    return first == Long.MAX_VALUE || posts == 0;
  }
}
