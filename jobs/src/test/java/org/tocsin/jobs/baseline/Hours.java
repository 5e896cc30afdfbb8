package org.tocsin.jobs.baseline;

import java.util.Random;

/** Synthetic weeks for tests. */
final class Hours {
  static final long HOUR = 3_600_000;

  /** Monday, 1970-01-05, 00:00 UTC. */
  static final long MONDAY = 4 * 24 * HOUR;

  private Hours() {}

  /** Posts of working hours on weekdays, few at night and at weekends. */
  static double rate(int hourOfWeek) {
    boolean busy = hourOfWeek < 5 * 24 && hourOfWeek % 24 >= 8 && hourOfWeek % 24 < 20;
    return busy ? 30 : 5;
  }

  static long at(int week, int hourOfWeek) {
    return MONDAY + (week * 168L + hourOfWeek) * HOUR;
  }

  /** Lets a history see weeks of Poisson counts about {@link #rate}, in panes of an hour. */
  static void live(History history, int weeks, Random random) {
    live(history, 0, weeks, 1, random);
  }

  /** Weeks from one to another, all at a multiple of the rate. */
  static void live(History history, int from, int until, double factor, Random random) {
    for (int week = from; week < until; week++) {
      for (int hour = 0; hour < 168; hour++) {
        history.observe(at(week, hour), HOUR, poisson(factor * rate(hour), random));
      }
    }
  }

  /** Knuth's product of uniforms: slow, and plain to see. */
  static int poisson(double mean, Random random) {
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }
}
