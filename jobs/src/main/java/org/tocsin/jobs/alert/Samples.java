package org.tocsin.jobs.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tocsin.events.Category;
import org.tocsin.events.Match;
import org.tocsin.events.Sample;
import org.tocsin.lexicons.pack.AlertRule;

/** Which posts of a window an alert shows: the strongest. */
final class Samples {
  private Samples() {}

  /**
   * As many as the rule asks for. Where it asks for several kinds of signals, one of each category
   * comes before a second of any, for three posts of hate are no evidence of hate and incitement;
   * where it asks for an order, they are in order of time.
   *
   * @param shown strongest first
   */
  static List<Sample> of(AlertRule rule, List<Shown> shown) {
    boolean several = rule.when().cooccur() != null || rule.when().sequence() != null;
    List<Sample> first = new ArrayList<>();
    List<Sample> rest = new ArrayList<>();
    Set<Category> seen = EnumSet.noneOf(Category.class);
    for (Shown one : shown) {
      List<Category> categories = one.sample().matches().stream().map(Match::category).toList();
      boolean news = seen.addAll(categories);
      (several && news ? first : rest).add(one.sample());
    }
    Stream<Sample> told = Stream.concat(first.stream(), rest.stream()).limit(rule.samples());
    return rule.when().sequence() == null
        ? told.toList()
        : told.sorted(Comparator.comparing(Sample::at)).toList();
  }
}
