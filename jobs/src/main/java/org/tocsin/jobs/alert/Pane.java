package org.tocsin.jobs.alert;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule knows of one group within one pane; bounded whatever is put in. Panes can be merged
 * in any order and by any division of their content. Not thread-safe.
 *
 * <p>Up to {@link #EXACT} versions are rows; with one more the pane is a {@link Sketch} for good.
 */
final class Pane {
  /** The most versions of posts that a pane knows one by one. */
  static final int EXACT = 64;

  /** Kept beyond the samples, to take the place of posts that are deleted. */
  static final int SPARE = 2;

  final long start;
  final long length;
  final int horizon;
  final int samples;
  final List<Row> rows = new ArrayList<>();
  final List<Shown> shown = new ArrayList<>();
  final SeenObservables observables = new SeenObservables();
  final SeenLinks links = new SeenLinks();
  @Nullable Sketch sketch;

  /**
   * An empty pane.
   *
   * @param start first millisecond since the epoch
   * @param length in milliseconds
   * @param horizon how many panes a window has
   * @param samples the most posts to keep
   */
  Pane(long start, long length, int horizon, int samples) {
    this.start = start;
    this.length = length;
    this.horizon = horizon;
    this.samples = samples;
  }

  /** First millisecond after it. */
  long end() {
    return start + length;
  }

  /** Adds what is told of a version that was published within the pane. */
  void add(Row row, Evidence evidence) {
    add(row);
    Shown weakest = shown.size() < kept() ? null : shown.get(shown.size() - 1);
    if (weakest == null || evidence.shown().sample().score() >= weakest.sample().score()) {
      show(evidence.shown());
    }
    evidence.observables().forEach(observables::add);
    if (evidence.link() != null) {
      links.add(evidence.link());
    }
  }

  private int kept() {
    return samples + SPARE;
  }

  void add(Row row) {
    if (sketch != null) {
      sketch.add(row, start, length, horizon);
      return;
    }
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).version() == row.version()) {
        rows.set(i, rows.get(i).and(row));
        return;
      }
    }
    rows.add(row);
    if (rows.size() > EXACT) {
      toSketch();
    }
  }

  /** From now on a sketch. */
  Sketch toSketch() {
    Sketch made = sketch;
    if (made == null) {
      made = new Sketch();
      for (Row row : rows) {
        made.add(row, start, length, horizon);
      }
      rows.clear();
      sketch = made;
    }
    return made;
  }

  void show(Shown one) {
    for (int i = 0; i < shown.size(); i++) {
      if (shown.get(i).version() == one.version()) {
        shown.set(i, shown.get(i).and(one));
        return;
      }
    }
    shown.add(one);
    shown.sort(Shown.STRONGEST_FIRST);
    if (shown.size() > kept()) {
      shown.remove(shown.size() - 1);
    }
  }

  /** Adds all that another pane of the same span knows; the other is not used any more. */
  void merge(Pane other) {
    Sketch theirs = other.sketch;
    if (theirs != null) {
      sketch = toSketch().and(theirs);
    }
    other.rows.forEach(this::add);
    other.shown.forEach(this::show);
    observables.addAll(other.observables);
    links.addAll(other.links);
  }
}
