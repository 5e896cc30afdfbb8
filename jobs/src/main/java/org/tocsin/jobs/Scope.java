package org.tocsin.jobs;

import java.util.List;
import org.tocsin.events.Category;
import org.tocsin.events.Signal;
import org.tocsin.jobs.alert.RuleBook;
import org.tocsin.lexicons.observable.ObservableExtractor;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.Pack;

/** Which rules a job evaluates, and which signals they can count. */
public enum Scope {
  ALL,
  /** Rules that count signals of financing alone, or observables of whatever signal. */
  FINANCING;

  /** The rules of packs that are within it. */
  public RuleBook book(List<Pack> packs) {
    return RuleBook.of(
        packs, packs.stream().flatMap(pack -> pack.rules().stream()).filter(this::holds).toList());
  }

  /** Whether a rule is within it. */
  public boolean holds(AlertRule rule) {
    AlertRule.On on = rule.on();
    return this == ALL
        || on.categories().equals(List.of(Category.FINANCING))
        || (on.categories().isEmpty() && (!on.observables().isEmpty() || on.listed()));
  }

  /** Whether a signal is within it. */
  public boolean holds(Signal signal) {
    return this == ALL
        || signal.category() == Category.FINANCING
        || signal.observables().stream()
            .anyMatch(
                observable ->
                    ObservableExtractor.isFinancing(observable) || !observable.listed().isEmpty());
  }
}
