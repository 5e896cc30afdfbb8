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
import org.jspecify.annotations.Nullable;
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

  /** Strongest first; those that stand. */
  final List<Shown> shown = new ArrayList<>();

  final SeenObservables observables = new SeenObservables();

  /** Posts about money, in order of time. */
  List<Link> links = List.of();

  String bundle = "";

  private final Collection<Pane> panes;
  private @Nullable Map<Integer, NavigableSet<Long>> times;

  private Window(Collection<Pane> panes, long end) {
    this.panes = panes;
    this.end = end;
  }

  /**
   * Sums up.
   *
   * @param panes that overlap the window, at least one
   * @param end first millisecond after it
   */
  static Window of(Collection<Pane> panes, long end) {
    Window window = new Window(panes, end);
    Set<Long> posts = new HashSet<>();
    Set<Integer> platforms = new HashSet<>();
    Distinct authors = new Distinct();
    Distinct channels = new Distinct();
    Distinct counted = new Distinct();
    List<SeenLinks> links = new ArrayList<>();
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
          row.observables().forEach(counted::add);
          window.seen(row.at(), row.at());
        }
      }
      Sketch sketch = pane.sketch;
      if (sketch != null) {
        window.exact = false;
        window.add(sketch, (int) ((end - 1 - pane.start) / pane.length));
        authors.addAll(sketch.authors);
        channels.addAll(sketch.channels);
        counted.addAll(sketch.observables);
        platforms.addAll(sketch.platforms);
      }
      for (Shown one : pane.shown) {
        if (one.standsAt(end)) {
          window.shown.add(one);
        }
        window.bundle = one.bundle().compareTo(window.bundle) > 0 ? one.bundle() : window.bundle;
      }
      window.observables.addAll(pane.observables);
      if (!pane.links.isEmpty()) {
        links.add(pane.links);
      }
    }
    window.shown.sort(Shown.STRONGEST_FIRST);
    window.links = links.isEmpty() ? List.of() : SeenLinks.told(links, end);
    window.posts += posts.size();
    window.platforms = platforms.size();
    window.authors = authors.count();
    window.channels = channels.count();
    window.counted = counted.count();
    return window;
  }

  /** How many posts {@link #of} would count. */
  static long posts(Collection<Pane> panes, long end) {
    Set<Long> exact = new HashSet<>();
    long sketched = 0;
    for (Pane pane : panes) {
      for (Row row : pane.rows) {
        if (row.standsAt(end)) {
          exact.add(row.post());
        }
      }
      Sketch sketch = pane.sketch;
      if (sketch != null) {
        sketched += posts(sketch, sketch.standing((int) ((end - 1 - pane.start) / pane.length)));
      }
    }
    return exact.size() + sketched;
  }

  private static long posts(Sketch sketch, Sketch.Sum standing) {
    double share = sketch.added.count() == 0 ? 0 : (double) standing.count() / sketch.added.count();
    return sketch.posts.isEmpty()
        ? standing.count()
        : Math.round(sketch.posts.getCompositeEstimate() * share);
  }

  private void add(Sketch sketch, int pane) {
    Sketch.Sum standing = sketch.standing(pane);
    weight += standing.weight();
    posts += posts(sketch, standing);
    sketch.times.values().forEach(seen -> seen(seen.first(), seen.last()));
  }

  private void seen(long from, long until) {
    first = Math.min(first, from);
    last = Math.max(last, until);
  }

  /**
   * When signals of each category and sign were published, by {@link Signs}; of a sketch only its
   * first and last. Summed up when it is first asked for: most rules do not.
   */
  Map<Integer, NavigableSet<Long>> times() {
    Map<Integer, NavigableSet<Long>> made = times;
    if (made == null) {
      made = new TreeMap<>();
      for (Pane pane : panes) {
        for (Row row : pane.rows) {
          if (row.standsAt(end)) {
            add(made, Signs.number(row.category()), row.at());
            for (int bits = row.signs(); bits != 0; bits &= bits - 1) {
              add(made, Signs.number(Integer.numberOfTrailingZeros(bits)), row.at());
            }
          }
        }
        Sketch sketch = pane.sketch;
        if (sketch != null) {
          for (Map.Entry<Integer, Sketch.Times> seen : sketch.times.entrySet()) {
            add(made, seen.getKey(), seen.getValue().first());
            add(made, seen.getKey(), seen.getValue().last());
          }
        }
      }
      times = made;
    }
    return made;
  }

  private static void add(Map<Integer, NavigableSet<Long>> times, int sign, long at) {
    times.computeIfAbsent(sign, s -> new TreeSet<>()).add(at);
  }

  /** Whether nothing stands. */
  boolean isEmpty() {
    return first == Long.MAX_VALUE || posts == 0;
  }
}
