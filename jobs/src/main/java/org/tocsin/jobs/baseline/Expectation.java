package org.tocsin.jobs.baseline;

/**
 * How many posts are usual in a window.
 *
 * @param mean posts, above 0
 * @param dispersion of the count and of the estimate together: its variance is {@code mean +
 *     dispersion * mean^2}; at least 0
 * @param coldStart whether less than a week has been learned: say so wherever this is shown
 * @param levels what the mean rests on
 */
public record Expectation(double mean, double dispersion, boolean coldStart, Levels levels) {

  /**
   * The weight of each level in a mean; they sum to 1. A young or quiet group rests on {@code
   * overall}.
   *
   * @param overall all hours alike
   * @param dayKind weekdays, or Saturday and Sunday
   * @param hourOfDay one hour of the days of that kind, in UTC
   * @param hourOfWeek one hour of one weekday, in UTC
   */
  public record Levels(double overall, double dayKind, double hourOfDay, double hourOfWeek) {}

  /** The usual spread: one standard deviation, in posts. */
  public double spread() {
    return Math.sqrt(CountModel.variance(mean, dispersion));
  }
}
