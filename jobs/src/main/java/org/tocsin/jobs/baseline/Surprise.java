package org.tocsin.jobs.baseline;

/**
 * A count against what is usual: the arithmetic that an alert shows.
 *
 * @param observed posts in the window
 * @param expected the usual mean
 * @param p how likely a usual window holds as many posts or more, in [0, 1]
 * @param z how many usual spreads the count lies above the mean; negative below it. Robust in that
 *     mean and spread come from winsorised history. For few posts {@code p} is the better guide:
 *     counts are skewed
 * @param coldStart as in {@link Expectation#coldStart}
 */
public record Surprise(long observed, double expected, double p, double z, boolean coldStart) {

  /**
   * Tests one count; only more than usual is surprising.
   *
   * @param observed at least 0
   */
  public static Surprise test(long observed, Expectation usual) {
    return new Surprise(
        observed,
        usual.mean(),
        CountModel.atLeast(observed, usual.mean(), usual.dispersion()),
        ((double) observed - usual.mean()) / usual.spread(),
        usual.coldStart());
  }

  /** A count that nothing can be said of, for nothing is known of what is usual. */
  public static Surprise unknown(long observed, Expectation guess) {
    return new Surprise(observed, guess.mean(), 1, 0, true);
  }

  /** How many times the usual: {@code observed / expected}. */
  public double ratio() {
    return (double) observed / expected;
  }
}
