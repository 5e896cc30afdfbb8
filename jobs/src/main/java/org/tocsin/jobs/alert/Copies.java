package org.tocsin.jobs.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Alert;
import org.tocsin.jobs.duplicates.Families;
import org.tocsin.jobs.duplicates.Family;
import org.tocsin.jobs.duplicates.Sketch;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;

/**
 * Near-duplicates: a text falls into the group of each of its bands, and the candidates of the
 * bands of one family of copies are made one, named by the family. See {@link
 * org.tocsin.jobs.duplicates}.
 */
final class Copies {
  private Copies() {}

  /**
   * The text that the posts kept of a window were copied from.
   *
   * @return null when they are no copies, but met by chance in a band
   */
  static @Nullable String centre(Window window) {
    List<Sketch> sketches = new ArrayList<>();
    for (Shown shown : window.shown) {
      if (shown.textSketch() != null) {
        sketches.add(Sketch.parse(shown.textSketch()));
      }
    }
    if (sketches.isEmpty()) {
      return null;
    }
    Family family = Family.of(sketches);
    return family.isClose() ? family.centre().toString() : null;
  }

  /** The candidates of a pane end, with one for each family in place of one for each band. */
  static List<Candidate> united(RuleLookup book, List<Candidate> candidates) {
    List<Candidate> united = new ArrayList<>();
    Map<String, List<Candidate>> parts = new TreeMap<>();
    for (Candidate candidate : candidates) {
      AlertRule rule = book.rule(candidate.rule());
      int at = rule == null ? -1 : rule.groupBy().indexOf(GroupBy.NEAR_DUPLICATE);
      if (at < 0) {
        united.add(candidate);
      } else if (candidate.copyOf() != null && candidate.alert() != null) {
        parts
            .computeIfAbsent(
                Partial.key(candidate.rule(), named(candidate.group(), at, "")),
                key -> new ArrayList<>())
            .add(candidate);
      }
    }
    for (List<Candidate> same : parts.values()) {
      same.sort(
          Comparator.comparing((Candidate part) -> !part.holds())
              .thenComparing(part -> -Objects.requireNonNull(part.alert()).posts())
              .thenComparing(Candidate::key));
      AlertRule rule = Objects.requireNonNull(book.rule(same.get(0).rule()));
      for (List<Candidate> family : Families.unite(same, Copies::family)) {
        united.add(largest(rule, family));
      }
    }
    return united;
  }

  private static Family family(Candidate part) {
    return Family.of(List.of(Sketch.parse(Objects.requireNonNull(part.copyOf()))));
  }

  /** The part of a family with the largest count stands for all, under the family's name. */
  private static Candidate largest(AlertRule rule, List<Candidate> family) {
    Candidate largest = family.get(0);
    Alert alert = Objects.requireNonNull(largest.alert());
    int at = rule.groupBy().indexOf(GroupBy.NEAR_DUPLICATE);
    List<String> group = named(largest.group(), at, family(largest).name());
    return new Candidate(
        largest.rule(),
        group,
        largest.end(),
        largest.holds(),
        largest.keeps(),
        largest.p(),
        alert.withMeasures(Judge.values(rule, group), alert.measures()),
        largest.copyOf());
  }

  private static List<String> named(List<String> group, int at, String name) {
    List<String> named = new ArrayList<>(group);
    named.set(at, name);
    return named;
  }
}
