package org.tocsin.jobs.alert;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.events.Signal;
import org.tocsin.lexicons.pack.AlertRule;

/**
 * Books one after the other in event time. Immutable.
 *
 * @param steps the oldest first; it counts for all times before the second
 */
record RuleTimetable(List<Step> steps) implements RuleBooks {
  /**
   * A book and since when it is in force.
   *
   * @param from epoch milliseconds
   */
  record Step(long from, RuleBook book) implements Serializable {}

  RuleTimetable {
    steps = List.copyOf(steps);
  }

  @Override
  public RuleBook at(long time) {
    for (int i = steps.size() - 1; i > 0; i--) {
      if (steps.get(i).from() <= time) {
        return steps.get(i).book();
      }
    }
    return steps.get(0).book();
  }

  @Override
  public RuleBook of(Signal signal) {
    return at(signal.post().versionAt().toEpochMilli());
  }

  @Override
  public List<Force> forces() {
    Map<String, Force> newest = new LinkedHashMap<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      RuleBook book = steps.get(i).book();
      long until = i == steps.size() - 1 ? Long.MAX_VALUE : steps.get(i + 1).from();
      for (AlertRule rule : book.rules()) {
        String key = book.key(rule);
        newest.computeIfAbsent(key, k -> new Force(k, rule, from(k, until), until));
      }
    }
    return List.copyOf(newest.values());
  }

  /** The beginning of the time, without a gap, that ends then. */
  private long from(String key, long until) {
    long from = until;
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).from() < until) {
        if (steps.get(i).book().rule(key) == null) {
          return from;
        }
        from = steps.get(i).from();
      }
    }
    return from;
  }

  @Override
  public Duration longestWindow() {
    return steps.stream()
        .map(step -> step.book().longestWindow())
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  @Override
  public boolean needsTotals() {
    return steps.stream().anyMatch(step -> step.book().needsTotals());
  }

  /** With one more book, as a publication that reaches back replaces what it covers. */
  RuleTimetable then(long from, RuleBook book) {
    List<Step> more = new ArrayList<>(steps);
    more.removeIf(step -> step.from() >= from);
    more.add(new Step(from, book));
    return new RuleTimetable(more);
  }
}
