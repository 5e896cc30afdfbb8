package org.tocsin.jobs.baseline;

import org.tocsin.jobs.baseline.Expectation.Levels;

/**
 * The usual week of one group: cells drawn towards coarser levels by credibility. Each level is
 * estimated from the top down: {@code estimate = w * own + (1 - w) * parent}, {@code w = t / (t +
 * n)}.
 */
final class Profile {
  /** Of a group that nothing is known of: one post an hour, worth half a post of evidence. */
  private static final double PRIOR_POSTS = 0.5;

  /**
   * What is known of people's weeks before any history: the squared coefficient of variation among
   * weekdays and weekend, among the hours of a day, among the same hour of different days; and how
   * many cells that knowledge weighs as much as.
   */
  private static final double[] PRIOR_SPREAD = {0.03, 0.25, 0.03};

  private static final double PRIOR_CELLS = 4;
  private static final double[] LEAST_SPREAD = {0.002, 0.01, 0.002};

  private static final int KINDS = 2;
  private static final int HOURS = 24;

  private final Cells cells;
  private final double dispersion;
  private final double perObservation;
  private final double overall;
  private final double overallVariance;
  private final double[] kindRate = new double[KINDS];
  private final double[] hourRate = new double[KINDS * HOURS];
  private final Totals kinds = new Totals(KINDS);
  private final Totals hours = new Totals(KINDS * HOURS);
  private final double[] spread = new double[3];

  /**
   * The week of these cells.
   *
   * @param dispersion of one hour's count
   * @param hoursPerObservation more than 1 when counts were of longer panes, spread over hours
   */
  Profile(Cells cells, double dispersion, int hoursPerObservation) {
    this.cells = cells;
    this.dispersion = dispersion;
    this.perObservation = hoursPerObservation;
    for (int cell = 0; cell < Cells.COUNT; cell++) {
      int weeks = cells.weeks(cell);
      kinds.add(kind(cell), weeks, weeks * cells.mean(cell));
      hours.add(hour(cell), weeks, weeks * cells.mean(cell));
    }
    double posts = kinds.posts[0] + kinds.posts[1] + PRIOR_POSTS;
    double exposure = kinds.weeks[0] + kinds.weeks[1];
    overall = posts / (exposure + PRIOR_POSTS);
    overallVariance = 1 / posts + dispersion * perObservation / Math.max(perObservation, exposure);

    Spread between = new Spread(PRIOR_SPREAD[0]);
    for (int k = 0; k < KINDS; k++) {
      between.add(overall, kinds.mean(k), kinds.weeks[k]);
    }
    spread[0] = between.estimate(LEAST_SPREAD[0]);
    for (int k = 0; k < KINDS; k++) {
      kindRate[k] = drawn(0, kinds.mean(k), kinds.weeks[k], overall);
    }
    between = new Spread(PRIOR_SPREAD[1]);
    for (int h = 0; h < KINDS * HOURS; h++) {
      between.add(kindRate[h / HOURS], hours.mean(h), hours.weeks[h]);
    }
    spread[1] = between.estimate(LEAST_SPREAD[1]);
    for (int h = 0; h < KINDS * HOURS; h++) {
      hourRate[h] = drawn(1, hours.mean(h), hours.weeks[h], kindRate[h / HOURS]);
    }
    between = new Spread(PRIOR_SPREAD[2]);
    for (int cell = 0; cell < Cells.COUNT; cell++) {
      between.add(hourRate[hour(cell)], cells.mean(cell), cells.weeks(cell));
    }
    spread[2] = between.estimate(LEAST_SPREAD[2]);
  }

  private static int kind(int cell) {
    return Cells.weekend(cell) ? 1 : 0;
  }

  private static int hour(int cell) {
    return kind(cell) * HOURS + cell % HOURS;
  }

  /** Posts usual in an hour of the week; above 0. */
  double rate(int cell) {
    return drawn(2, cells.mean(cell), cells.weeks(cell), hourRate[hour(cell)]);
  }

  /** Relative variance of {@link #rate}: how unsure the estimate is. */
  double variance(int cell) {
    int kind = kind(cell);
    double variance = overallVariance;
    variance = unsure(0, kinds.weeks[kind], overall, variance);
    variance = unsure(1, hours.weeks[hour(cell)], kindRate[kind], variance);
    return unsure(2, cells.weeks(cell), hourRate[hour(cell)], variance);
  }

  /** What {@link #rate} rests on. */
  Levels levels(int cell) {
    double own = weight(2, cells.weeks(cell), hourRate[hour(cell)]);
    double hour = weight(1, hours.weeks[hour(cell)], kindRate[kind(cell)]);
    double kind = weight(0, kinds.weeks[kind(cell)], overall);
    return new Levels(
        (1 - own) * (1 - hour) * (1 - kind), (1 - own) * (1 - hour) * kind, (1 - own) * hour, own);
  }

  private double drawn(int level, double own, double weeks, double parent) {
    double w = weight(level, weeks, parent);
    return w * own + (1 - w) * parent;
  }

  private double weight(int level, double weeks, double parent) {
    return weeks == 0 ? 0 : spread[level] / (spread[level] + noise(weeks, parent));
  }

  private double unsure(int level, double weeks, double parent, double parentVariance) {
    double drawn = 1 - weight(level, weeks, parent);
    return drawn * spread[level] + drawn * drawn * parentVariance;
  }

  /** Relative variance of a mean over so many hours, were its true value the parent's. */
  private double noise(double weeks, double parent) {
    return (1 / parent + dispersion * perObservation) / weeks;
  }

  /** Sums over the cells of coarser ones. */
  private static final class Totals {
    private final double[] weeks;
    private final double[] posts;

    Totals(int size) {
      weeks = new double[size];
      posts = new double[size];
    }

    void add(int index, int moreWeeks, double morePosts) {
      weeks[index] += moreWeeks;
      posts[index] += morePosts;
    }

    double mean(int index) {
      return weeks[index] == 0 ? 0 : posts[index] / weeks[index];
    }
  }

  /** Moment estimate of how much cells differ from their parents beyond noise, squared. */
  private final class Spread {
    private final double prior;
    private double sum;
    private double weight;

    Spread(double prior) {
      this.prior = prior;
      this.weight = PRIOR_CELLS / prior;
      this.sum = weight * prior;
    }

    void add(double parent, double own, double weeks) {
      if (weeks > 0) {
        double noise = noise(weeks, parent);
        double off = own / parent - 1;
        double precision = 1 / (prior + noise);
        sum += precision * (off * off - noise);
        weight += precision;
      }
    }

    double estimate(double least) {
      return Math.max(least, sum / weight);
    }
  }
}
