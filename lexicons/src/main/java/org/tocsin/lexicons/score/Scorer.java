package org.tocsin.lexicons.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.events.Category;
import org.tocsin.events.Match;
import org.tocsin.events.Severity;
import org.tocsin.events.Signal;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.MatchSink;
import org.tocsin.lexicons.Matcher;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.Entry;

/** Matches a text and sums up what was found. Reuses its buffers: one per thread. */
public final class Scorer {
  /** The most UTF-16 units of a surface that a match shows; its span is whole. */
  private static final int MAX_SURFACE = 200;

  private static final Comparator<Hit> BY_POSITION =
      Comparator.comparingInt(Hit::start)
          .thenComparingInt(Hit::end)
          .thenComparing(hit -> hit.entry().id())
          .thenComparing(hit -> hit.entry().pack());

  private final Matcher matcher;
  private final List<AlertRule> rules;
  private final List<Hit> hits = new ArrayList<>();
  private final MatchSink keep =
      (entry, start, end, how) -> hits.add(new Hit(entry, start, end, how));
  private String lang = "und";

  /** A scorer for one thread over a shared bundle. */
  public Scorer(LexiconBundle bundle) {
    matcher = bundle.newMatcher();
    rules =
        bundle.rules().stream().filter(rule -> rule.status() == AlertRule.Status.ACTIVE).toList();
  }

  /**
   * Looks for every entry in a text.
   *
   * @param text the original text
   * @param lang declared language, {@code und} when unknown
   * @return whether anything matched; {@link #findings} then sums it up
   */
  public boolean match(String text, String lang) {
    hits.clear();
    this.lang = lang;
    matcher.match(text, lang, keep);
    return !hits.isEmpty();
  }

  /**
   * What the last matched text is a sign of, in order of category.
   *
   * @param shownText the text of the same length that surfaces are cut from: the original, or a
   *     masked form of it
   */
  public List<Finding> findings(String shownText) {
    hits.sort(BY_POSITION);
    Map<Category, List<Hit>> byCategory = new EnumMap<>(Category.class);
    hits.forEach(
        hit -> byCategory.computeIfAbsent(hit.entry().category(), c -> new ArrayList<>()).add(hit));
    List<Finding> findings = new ArrayList<>();
    byCategory.forEach((category, found) -> findings.add(finding(category, found, shownText)));
    return findings;
  }

  private Finding finding(Category category, List<Hit> found, String shownText) {
    double unlikely = 1;
    Severity severity = Severity.P3;
    Set<Entry> counted = new HashSet<>();
    for (Hit hit : found) {
      Entry entry = hit.entry();
      if (entry.status() == Entry.Status.ACTIVE && counted.add(entry)) {
        unlikely *= 1 - entry.weight();
        severity = severity.orMoreUrgent(entry.severity());
      }
    }
    double score = Math.round((1 - unlikely) * 10_000) / 10_000.0;
    boolean flagged = false;
    for (AlertRule rule : rules) {
      flagged |= RuleSelection.counts(rule, category, lang, score);
    }
    int shown = Math.min(found.size(), Signal.MAX_MATCHES);
    List<Match> matches = new ArrayList<>(shown);
    for (Hit hit : found.subList(0, shown)) {
      Entry entry = hit.entry();
      String surface =
          shownText.substring(hit.start(), Math.min(hit.end(), hit.start() + MAX_SURFACE));
      matches.add(
          new Match(
              entry.id(),
              entry.pack(),
              category,
              hit.start(),
              hit.end(),
              surface,
              hit.how(),
              entry.weight()));
    }
    return new Finding(
        category, score, flagged, severity, List.of(), matches, found.size() - shown, List.of());
  }

  private record Hit(Entry entry, int start, int end, String how) {}
}
