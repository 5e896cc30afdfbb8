package org.tocsin.jobs.baseline;

import java.time.Duration;
import java.util.Arrays;

/**
 * Control of the false discovery rate by the step-up procedure of Benjamini and Hochberg (1995):
 * among the tests accepted, the expected share of chance ones is at most {@code q}. Holds for
 * independent tests and for positively dependent ones (Benjamini and Yekutieli 2001), such as
 * groups that share posts.
 */
public final class FalseDiscovery {
  private FalseDiscovery() {}

  /**
   * The largest p-value to accept, so that {@code p <= cutoff} decides; -1 when none is.
   *
   * @param p p-values, in any order; those above {@code q} may be left out
   * @param tested how many tests there were, with those left out; at least {@code p.length}
   * @param q the share, in (0, 1)
   * @throws IllegalArgumentException when fewer were tested than are given, or q is out of range
   */
  public static double cutoff(double[] p, long tested, double q) {
    if (tested < p.length) {
      throw new IllegalArgumentException(
          "%d tested, but %d p-values given".formatted(tested, p.length));
    }
    if (!(q > 0 && q < 1)) {
      throw new IllegalArgumentException("q %s: expected a number between 0 and 1".formatted(q));
    }
    double[] rising = p.clone();
    Arrays.sort(rising);
    for (int rank = rising.length; rank > 0; rank--) {
      if (rising[rank - 1] <= q * rank / tested) {
        return rising[rank - 1];
      }
    }
    return -1;
  }

  /**
   * The largest p-value of a single test, for at most so many false alerts per group and hour.
   *
   * @param perGroupHour such as 0.0001 for one in 10,000 group-hours
   * @param pane time between tests of a group
   */
  public static double ceiling(double perGroupHour, Duration pane) {
    return Math.min(1, perGroupHour * pane.toMillis() / Duration.ofHours(1).toMillis());
  }

  /** Which of these tests to accept, when they are all there were. */
  public static boolean[] accept(double[] p, double q) {
    double cutoff = cutoff(p, p.length, q);
    boolean[] accepted = new boolean[p.length];
    for (int i = 0; i < p.length; i++) {
      accepted[i] = p[i] <= cutoff;
    }
    return accepted;
  }
}
