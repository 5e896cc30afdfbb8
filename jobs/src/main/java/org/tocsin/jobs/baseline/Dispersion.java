package org.tocsin.jobs.baseline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How much a group's hourly counts vary beyond chance: a running moment estimate. */
final class Dispersion {
  /** Before any history, and how many busy hours that weighs as much as. */
  private static final double PRIOR = 0.1;

  private static final double PRIOR_WEIGHT = 24;

  private static final double LEAST = 0.005;
  private static final double MOST = 4;

  /** Forgets over eight weeks of hours, as the means do. */
  private static final double KEPT = 1 - 1.0 / (Cells.MEMORY_WEEKS * Cells.COUNT);

  private double excess;
  private double weight;

  double estimate() {
    double raw = (excess + PRIOR * PRIOR_WEIGHT) / (weight + PRIOR_WEIGHT);
    return Math.min(MOST, Math.max(LEAST, raw));
  }

  /**
   * Learns from one hour.
   *
   * @param posts what it held, winsorised
   * @param expected above 0, from the hours before it
   * @param variance relative, of {@code expected}
   * @param hoursPerObservation the hour's part of chance and of evidence, when one count was spread
   *     over hours
   */
  void learn(double posts, double expected, double variance, int hoursPerObservation) {
    double off = posts - expected;
    double chance = expected / hoursPerObservation;
    // An hour whose mean is hardly known says little about the spread around it.
    double size = 1 + expected * (1 + variance / PRIOR);
    double scale = size * size * hoursPerObservation;
    excess = KEPT * excess + (off * off - chance - variance * expected * expected) / scale;
    weight = KEPT * weight + expected * expected / scale;
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(excess);
    out.writeDouble(weight);
  }

  static Dispersion read(DataInput in) throws IOException {
    Dispersion dispersion = new Dispersion();
    dispersion.excess = in.readDouble();
    dispersion.weight = in.readDouble();
    return dispersion;
  }
}
