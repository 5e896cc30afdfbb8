package org.tocsin.jobs.alert;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.events.Signal;
import org.tocsin.jobs.detect.BundleTimeline;
import org.tocsin.jobs.detect.BundleTimeline.Step;
import org.tocsin.lexicons.pack.AlertRule;

/**
 * Books one after the other in event time. Immutable.
 *
 * @param books each from its time on
 */
record RuleTimetable(BundleTimeline<RuleBook> books) implements RuleBooks {
  @Override
  public RuleBook at(long time) {
    return books.at(time);
  }

  @Override
  public RuleBook of(Signal signal) {
    return at(signal.post().versionAt().toEpochMilli());
  }

  @Override
  public List<Force> forces() {
    Map<String, Force> newest = new LinkedHashMap<>();
    List<Step<RuleBook>> steps = books.steps();
    for (int i = steps.size() - 1; i >= 0; i--) {
      RuleBook book = steps.get(i).bundle();
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
    List<Step<RuleBook>> steps = books.steps();
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).from() < until) {
        if (steps.get(i).bundle().rule(key) == null) {
          return from;
        }
        from = steps.get(i).from();
      }
    }
    return from;
  }

  @Override
  public Duration longestWindow() {
    return books.steps().stream()
        .map(step -> step.bundle().longestWindow())
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  @Override
  public boolean needsTotals() {
    return books.steps().stream().anyMatch(step -> step.bundle().needsTotals());
  }
}
