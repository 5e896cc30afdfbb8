package org.tocsin.cli.baseline;

import java.time.Duration;

/**
 * What is drawn and how it is tested.
 *
 * @param groups how many series are watched together
 * @param learnedWeeks before anything is tested
 * @param testedWeeks each group has one burst at some time in them
 * @param pane between two tests
 * @param window what a test counts; a whole number of panes
 * @param dispersion of the series: beyond Poisson, {@code variance = mean + dispersion * mean^2}
 * @param factor a burst multiplies the usual rate by this
 * @param burst how long one lasts
 * @param leastPosts fewer in a window are no alert, and no burst either
 * @param falseDiscovery the share of chance ones among the alerts of a pane
 * @param falsePerHour ceiling of false alerts per group and hour
 */
record World(
    int groups,
    int learnedWeeks,
    int testedWeeks,
    Duration pane,
    Duration window,
    double dispersion,
    double factor,
    Duration burst,
    int leastPosts,
    double falseDiscovery,
    double falsePerHour) {

  /** Panes of a window. */
  int panesOfWindow() {
    return Math.toIntExact(window.dividedBy(pane));
  }
}
