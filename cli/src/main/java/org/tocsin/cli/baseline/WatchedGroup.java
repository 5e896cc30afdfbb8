package org.tocsin.cli.baseline;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.commons.rng.UniformRandomProvider;
import org.tocsin.jobs.baseline.History;
import org.tocsin.jobs.baseline.Surprise;

/** One series with its history, its burst and the alerts that it gave. */
final class WatchedGroup {
  private static final int HOURS_OF_WEEK = 168;

  /** Panes in which a burst is told soon. */
  static final int SOON = 2;

  private final World world;
  private final Series series;
  private final History history;
  private final Deque<Integer> window = new ArrayDeque<>();
  private final int panesOfHour;
  private final int panesOfBurst;
  private final int quietPanes;

  /** Hours from the start of the tests after which the first fit hour begins the burst. */
  private int hoursToBurst;

  private double perPane;
  private boolean startsNow;

  /** Panes since the burst began; -1 before. */
  private int sinceBurst = -1;

  /** The most posts of a window that ended in the first panes of the burst. */
  private int largest;

  /** The pane in which the burst was told, from 1; 0 while it was not. */
  private int toldAfter;

  private int sinceFalse = Integer.MAX_VALUE;

  WatchedGroup(World world, UniformRandomProvider random) {
    this.world = world;
    series = new Series(random, world.dispersion());
    history = History.of(world.window());
    panesOfHour = Math.toIntExact(Duration.ofHours(1).dividedBy(world.pane()));
    panesOfBurst = Math.toIntExact(world.burst().dividedBy(world.pane()));
    quietPanes = panesOfHour > 1 ? panesOfHour : 0;
    hoursToBurst = random.nextInt(world.testedWeeks() * HOURS_OF_WEEK);
  }

  void newWeek() {
    series.drift();
  }

  void newHour(int hourOfWeek, boolean tested) {
    double usual = series.usual(hourOfWeek);
    if (tested && hoursToBurst-- <= 0 && sinceBurst < 0) {
      double next = series.usual((hourOfWeek + 1) % HOURS_OF_WEEK);
      startsNow =
          Math.min(usual, next) * world.factor() * inHours(world.window()) >= world.leastPosts();
    }
    perPane = usual * series.mood() / panesOfHour;
  }

  private static double inHours(Duration time) {
    return time.toMillis() / 3_600_000.0;
  }

  /** Draws and counts a pane; the p-value of the window that ends with it, 1 when not tested. */
  double pane(long start, boolean tested) {
    if (startsNow || sinceBurst >= 0) {
      sinceBurst++;
      startsNow = false;
    }
    int posts = series.posts(perPane * (bursts() ? world.factor() : 1));
    window.add(posts);
    if (window.size() > world.panesOfWindow()) {
      window.remove();
    }
    long pane = world.pane().toMillis();
    double p = 1;
    largest = bursts() && sinceBurst < SOON ? Math.max(largest, posts()) : largest;
    if (tested) {
      long length = world.window().toMillis();
      int seen = posts();
      Surprise surprise = Surprise.test(seen, history.expect(start + pane - length, length));
      p = seen >= world.leastPosts() && !surprise.coldStart() ? surprise.p() : 1;
    }
    history.observe(start, pane, posts);
    return p;
  }

  private int posts() {
    return window.stream().mapToInt(Integer::intValue).sum();
  }

  private boolean bursts() {
    return sinceBurst >= 0 && sinceBurst < panesOfBurst;
  }

  /** Whether the window holds a part of the burst. */
  private boolean holdsBurst() {
    return sinceBurst >= 0 && sinceBurst < panesOfBurst + world.panesOfWindow() - 1;
  }

  void told(boolean alert, Score score) {
    sinceFalse = sinceFalse == Integer.MAX_VALUE ? sinceFalse : sinceFalse + 1;
    if (alert && holdsBurst()) {
      toldAfter = toldAfter == 0 ? sinceBurst + 1 : toldAfter;
    } else if (alert) {
      // Windows that overlap tell one chance several times: one alert within an hour.
      if (sinceFalse > quietPanes) {
        score.falseAlert();
      }
      sinceFalse = 0;
    }
  }

  void finish(Score score) {
    if (sinceBurst >= SOON && largest >= world.leastPosts()) {
      score.burst(toldAfter);
    }
  }
}
