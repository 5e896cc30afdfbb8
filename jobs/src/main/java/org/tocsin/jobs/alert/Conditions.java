package org.tocsin.jobs.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Measure;
import org.tocsin.events.Severity;
import org.tocsin.jobs.baseline.Surprise;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.Counts;
import org.tocsin.lexicons.pack.AlertRule.Sequence;
import org.tocsin.lexicons.pack.AlertRule.When;

/** What a rule asks of a window, one measure for each condition. */
final class Conditions {
  private Conditions() {}

  /**
   * Each condition of a rule but {@code silent}, observed against asked.
   *
   * @param surprise for a rule with a rate
   * @param news for a rule that asks for what is new
   * @param total all posts of the same platform and language in the window, for a rule with a
   *     share; asked only when the counts are met
   */
  static List<Measure> measures(
      AlertRule rule,
      Window window,
      @Nullable Surprise surprise,
      @Nullable FirstSeen news,
      LongSupplier total) {
    When when = rule.when();
    List<Measure> measures = counts(when.counts(), window);
    if (when.share() != null) {
      long all = met(measures) ? total.getAsLong() : 0;
      double share = all == 0 ? 0 : (double) window.posts / all;
      measures.add(new Measure("share", share, when.share()));
    }
    if (when.nearDuplicates() != null) {
      measures.add(new Measure("near_duplicates", window.posts, when.nearDuplicates()));
    }
    if (when.cooccur() != null) {
      long met =
          when.cooccur().of().stream()
              .filter(name -> window.times().containsKey(Signs.number(rule, name)))
              .count();
      String of = rule.on().signs().isEmpty() ? "categories" : "signs";
      measures.add(new Measure(of, met, when.cooccur().atLeast()));
    }
    if (when.sequence() != null) {
      int steps = longest(rule, when.sequence(), window);
      measures.add(new Measure("sequence", steps, when.sequence().steps().size()));
    }
    if (when.rate() != null && surprise != null) {
      measures.add(
          new Measure("rate", surprise.observed(), when.rate().atLeast(), surprise.expected()));
      measures.add(new Measure("z", surprise.z(), when.rate().z()));
    }
    if (news != null) {
      measures.add(news.measure());
    }
    return measures;
  }

  static List<Measure> counts(Counts asked, Window window) {
    List<Measure> measures = new ArrayList<>();
    count(measures, "posts", window.posts, asked.posts());
    count(measures, "authors", window.authors, asked.authors());
    count(measures, "platforms", window.platforms, asked.platforms());
    count(measures, "channels", window.channels, asked.channels());
    count(measures, "observables", window.counted, asked.observables());
    if (asked.weight() != null) {
      measures.add(new Measure("weight", (double) window.weight / Row.UNIT, asked.weight()));
    }
    return measures;
  }

  private static void count(
      List<Measure> measures, String name, long observed, @Nullable Integer asked) {
    if (asked != null) {
      measures.add(new Measure(name, observed, asked));
    }
  }

  static boolean met(List<Measure> measures) {
    return measures.stream().allMatch(measure -> measure.observed() >= measure.threshold());
  }

  /** The most urgent severity that the counts ask for. */
  static Severity severity(AlertRule rule, Window window) {
    Severity severity = rule.severity();
    for (AlertRule.Step step : rule.steps()) {
      if (met(counts(step.when(), window))) {
        severity = severity.orMoreUrgent(step.severity());
      }
    }
    return severity;
  }

  /**
   * The most steps that were taken one after the other in time: from each first step on, every next
   * one as early as it can be.
   */
  private static int longest(AlertRule rule, Sequence sequence, Window window) {
    List<NavigableSet<Long>> steps = new ArrayList<>();
    for (String step : sequence.steps()) {
      steps.add(window.times().getOrDefault(Signs.number(rule, step), new TreeSet<>()));
    }
    int most = 0;
    for (long begin : steps.get(0)) {
      Long at = begin;
      int taken = 1;
      for (NavigableSet<Long> step : steps.subList(1, steps.size())) {
        at = sequence.together() ? step.ceiling(at) : step.higher(at);
        if (at == null || at - begin > sequence.within().toMillis()) {
          break;
        }
        taken++;
      }
      most = Math.max(most, taken);
    }
    return most;
  }
}
