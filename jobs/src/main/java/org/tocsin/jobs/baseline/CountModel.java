package org.tocsin.jobs.baseline;

import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/** The negative binomial distribution of counts by mean and dispersion; Poisson at dispersion 0. */
final class CountModel {
  private static final double POISSON = 1e-9;

  private CountModel() {}

  /** {@code mean + dispersion * mean^2}. */
  static double variance(double mean, double dispersion) {
    return mean + dispersion * mean * mean;
  }

  /**
   * {@code P(X >= count)}. With {@code r = 1/dispersion} this is {@code I_x(count, r)} at {@code x
   * = mean / (mean + r)}, the regularised incomplete beta function; for Poisson {@code P(count,
   * mean)}, the lower regularised gamma function.
   */
  static double atLeast(long count, double mean, double dispersion) {
    if (count <= 0) {
      return 1;
    }
    if (dispersion < POISSON) {
      return RegularizedGamma.P.value((double) count, mean);
    }
    double r = 1 / dispersion;
    return RegularizedBeta.value(mean / (mean + r), (double) count, r);
  }
}
