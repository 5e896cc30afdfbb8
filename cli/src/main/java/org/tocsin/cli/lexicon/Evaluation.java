package org.tocsin.cli.lexicon;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts how often what was flagged is what people labelled. */
final class Evaluation {
  private final List<String> positive;
  private final List<String> negative;
  private final Map<String, Count> labels = new TreeMap<>();
  private final Map<String, Count> entries = new HashMap<>();

  /**
   * An evaluation.
   *
   * @param positive labels of what should be flagged
   * @param negative labels of what should not; empty for all others
   */
  Evaluation(List<String> positive, List<String> negative) {
    this.positive = positive;
    this.negative = negative;
  }

  /** Hits and others: posts flagged and not, or hits right and wrong. */
  private static final class Count {
    long yes;
    long no;

    void add(boolean which) {
      yes += which ? 1 : 0;
      no += which ? 0 : 1;
    }

    double share() {
      return ratio(yes, yes + no);
    }
  }

  /** Counts one post; {@code matched} names the entries found in it. */
  void add(String label, boolean flagged, Set<String> matched) {
    labels.computeIfAbsent(label, l -> new Count()).add(flagged);
    boolean right = positive.contains(label);
    if (right || isNegative(label)) {
      matched.forEach(entry -> entries.computeIfAbsent(entry, e -> new Count()).add(right));
    }
  }

  private boolean isNegative(String label) {
    return !positive.contains(label) && (negative.isEmpty() || negative.contains(label));
  }

  /** Everything, as text. */
  String table() {
    Count good = sum(labels.keySet().stream().filter(positive::contains).toList());
    Count bad = sum(labels.keySet().stream().filter(this::isNegative).toList());
    double precision = ratio(good.yes, good.yes + bad.yes);
    double recall = good.share();
    StringBuilder out = new StringBuilder();
    line(
        out,
        "precision                %.3f   (%d of %d flagged)",
        precision,
        good.yes,
        good.yes + bad.yes);
    line(
        out,
        "recall                   %.3f   (%d of %d positive)",
        recall,
        good.yes,
        good.yes + good.no);
    line(
        out,
        "F1                       %.3f",
        2 * precision * recall / Math.max(precision + recall, 1e-9));
    line(
        out,
        "false alarms per 10,000  %.1f   (%d of %d negative)",
        10_000 * bad.share(),
        bad.yes,
        bad.yes + bad.no);
    line(out, "");
    line(out, "%-30s %9s %9s %8s", "label", "posts", "flagged", "share");
    labels.forEach(
        (label, count) ->
            line(
                out,
                "%-30s %9d %9d %7.2f%%%s",
                label,
                count.yes + count.no,
                count.yes,
                100 * count.share(),
                positive.contains(label) ? " positive" : isNegative(label) ? "" : " left out"));
    if (!entries.isEmpty()) {
      line(out, "");
      line(out, "%-50s %7s %7s %7s", "entry", "right", "wrong", "share");
    }
    entries.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<String, Count> e) -> -e.getValue().yes - e.getValue().no)
                .thenComparing(Map.Entry::getKey))
        .forEach(
            e ->
                line(
                    out,
                    "%-50s %7d %7d %6.0f%%",
                    e.getKey(),
                    e.getValue().yes,
                    e.getValue().no,
                    100 * e.getValue().share()));
    return out.toString();
  }

  private Count sum(Collection<String> wanted) {
    Count sum = new Count();
    for (String label : wanted) {
      Count count = labels.getOrDefault(label, new Count());
      sum.yes += count.yes;
      sum.no += count.no;
    }
    return sum;
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private static void line(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
