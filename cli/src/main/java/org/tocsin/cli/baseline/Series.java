package org.tocsin.cli.baseline;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The posts of one synthetic group: a day's curve with a weekend factor, a rate that drifts from
 * week to week, and hours that are busier or quieter than their rate (gamma, so that an hour's
 * count is negative binomial).
 */
final class Series {
  private static final int HOURS_OF_WEEK = 168;
  private static final int WEEKEND_FROM = 5 * 24;
  private static final double DRIFT = 0.05;

  private final UniformRandomProvider random;
  private final SharedStateContinuousSampler normal;
  private final double amplitude;
  private final double peak;
  private final double weekend;
  private final double dispersion;
  private double level;

  Series(UniformRandomProvider random, double dispersion) {
    this.random = random;
    this.dispersion = dispersion;
    normal = ZigguratSampler.NormalizedGaussian.of(random);
    // Rates of half a post to a hundred posts an hour for most groups, as in a long tail.
    level = Math.exp(Math.log(6) + 1.3 * normal.sample());
    amplitude = 0.3 + 0.6 * random.nextDouble();
    peak = 24 * random.nextDouble();
    weekend = 0.5 + 0.7 * random.nextDouble();
  }

  /** Goes on to the next week. */
  void drift() {
    level *= Math.exp(DRIFT * normal.sample());
  }

  /** The usual posts of an hour of this week; hour 0 is Monday's first. */
  double usual(int hourOfWeek) {
    double angle = 2 * Math.PI * (hourOfWeek % 24 - peak) / 24;
    boolean free = hourOfWeek % HOURS_OF_WEEK >= WEEKEND_FROM;
    return level * (1 + amplitude * Math.cos(angle)) * (free ? weekend : 1);
  }

  /** By how much this hour is busier than usual; 1 on average. */
  double mood() {
    return dispersion == 0
        ? 1
        : AhrensDieterMarsagliaTsangGammaSampler.of(random, 1 / dispersion, dispersion).sample();
  }

  /** Posts at a rate. */
  int posts(double mean) {
    return mean <= 0 ? 0 : PoissonSampler.of(random, mean).sample();
  }
}
