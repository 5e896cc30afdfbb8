package org.tocsin.jobs.detect;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Counts dead letters by what is wrong with them, under the label {@code reason}. What is
 * particular to a record is cut off a reason, and only so many are told apart: a metric system pays
 * for each.
 */
final class DeadLetterReasons {
  private static final int MOST = 16;
  private static final int LONGEST = 40;
  private static final String OTHER = "other";

  private final MetricGroup metrics;
  private final Map<String, Counter> counters = new HashMap<>();

  DeadLetterReasons(MetricGroup metrics) {
    this.metrics = metrics;
  }

  void add(String reason) {
    String label = label(reason);
    if (!counters.containsKey(label) && counters.size() >= MOST) {
      label = OTHER;
    }
    counters
        .computeIfAbsent(label, name -> metrics.addGroup("reason", name).counter("deadLetters"))
        .inc();
  }

  /** The beginning of a reason, up to the first value in it. */
  static String label(String reason) {
    int end = 0;
    while (end < reason.length() && end < LONGEST && isWording(reason.charAt(end))) {
      end++;
    }
    String label = reason.substring(0, end).strip();
    return label.isEmpty() ? OTHER : label;
  }

  private static boolean isWording(char c) {
    return c == ' ' || c == '-' || Character.isLetter(c);
  }
}
