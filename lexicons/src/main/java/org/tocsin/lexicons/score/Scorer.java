package org.tocsin.lexicons.score;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Category;
import org.tocsin.events.ContextEvidence;
import org.tocsin.events.Match;
import org.tocsin.events.Observable;
import org.tocsin.events.Severity;
import org.tocsin.events.Signal;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.MatchSink;
import org.tocsin.lexicons.context.ContextHit;
import org.tocsin.lexicons.context.ContextMatcher;
import org.tocsin.lexicons.observable.ObservableExtractor;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.MatchMode;
import org.tocsin.lexicons.watchlist.Watchlist;
import org.tocsin.lexicons.watchlist.WatchlistMatcher;

/** Matches a text and sums up what was found. Reuses its buffers: one per thread. */
public final class Scorer {
  /** The most UTF-16 units of a surface that a match shows; its span is whole. */
  private static final int MAX_SURFACE = 200;

  /** What a text scores in which nothing matched but money can be given by what it names. */
  public static final double MONEY_ALONE = 0.1;

  /** Stands for such an observable where contexts are asked for; is in no pack. */
  private static final Entry MONEY =
      new Entry(
          "money",
          "tocsin",
          Category.FINANCING,
          List.of(),
          List.of(),
          null,
          MatchMode.EXACT,
          List.of(),
          Set.of(),
          Severity.P3,
          MONEY_ALONE,
          Entry.Status.ACTIVE,
          "",
          List.of(),
          "",
          LocalDate.EPOCH,
          LocalDate.EPOCH,
          null,
          Entry.Conditions.NONE);

  private final ContextMatcher matcher;
  private final List<AlertRule> rules;
  private final List<Weighed> hits = new ArrayList<>();
  private final MatchSink keep =
      (entry, start, end, how) -> hits.add(new Weighed(entry, start, end, how, List.of()));

  /** The most matches that are held against names: each is, with every name of the text. */
  private static final int MAX_WAITING = 1_000;

  /** Matches that count if a listed name stands in their clause. */
  private final List<Weighed> waiting = new ArrayList<>();

  private final List<Weighed> names = new ArrayList<>();
  private final ObservableExtractor extractor = new ObservableExtractor();
  private final @Nullable WatchlistMatcher watchlist;
  private String text = "";
  private String lang = "und";
  private @Nullable List<Observable> observables;

  /** A scorer for one thread over a shared bundle. */
  public Scorer(LexiconBundle bundle) {
    this(bundle, null);
  }

  /**
   * A scorer that also looks for what is listed.
   *
   * @param watchlist null for none
   */
  public Scorer(LexiconBundle bundle, @Nullable Watchlist watchlist) {
    this.watchlist = watchlist == null ? null : watchlist.newMatcher();
    matcher =
        bundle.newContextMatcher(
            (entry, start, end, how, reason) -> {
              if (waiting.size() < MAX_WAITING && reason.equals(ContextMatcher.NO_LISTED_NAME)) {
                waiting.add(new Weighed(entry, start, end, how, List.of()));
              }
            });
    rules =
        bundle.rules().stream().filter(rule -> rule.status() == AlertRule.Status.ACTIVE).toList();
  }

  /**
   * Looks for every entry in a text, and for what is listed. Names on a watchlist count only where
   * something else is a sign of financing: an entry that needs a name, too.
   *
   * @param text the original text
   * @param lang declared language, {@code und} when unknown
   * @return whether anything matched; {@link #findings} then sums it up
   */
  public boolean match(String text, String lang) {
    hits.clear();
    waiting.clear();
    this.text = text;
    this.lang = lang;
    observables = null;
    matcher.match(text, lang, keep);
    if (watchlist != null) {
      boolean sign = watchlist.values(text, keep) || isFinancing() || namesMoney();
      if (sign || !waiting.isEmpty()) {
        names(watchlist, sign);
      }
    }
    return !hits.isEmpty();
  }

  /**
   * Looks for names, takes back the matches that need one, and keeps the names if a sign is there.
   */
  private void names(WatchlistMatcher listed, boolean sign) {
    names.clear();
    listed.names(
        text,
        (entry, start, end, how) -> names.add(new Weighed(entry, start, end, how, List.of())));
    int before = hits.size();
    for (Weighed one : waiting) {
      if (names.stream().anyMatch(name -> inClauseOf(one, name))) {
        hits.add(one);
      }
    }
    if (sign || hits.size() > before) {
      hits.addAll(names);
    }
  }

  private boolean inClauseOf(Weighed one, Weighed name) {
    return matcher.inClauseOf(one.start(), one.end(), name.start(), name.end());
  }

  private boolean isFinancing() {
    for (Weighed hit : hits) {
      if (hit.entry().category() == Category.FINANCING
          && hit.entry().status() == Entry.Status.ACTIVE) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the last text names by what money can be given, or a closed group: worth a finding
   * although nothing matched, for another post of its author may say what for.
   */
  public boolean namesMoney() {
    for (Observable observable : observables()) {
      if (ObservableExtractor.isFinancing(observable)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The observables of the last matched text, listed ones marked; no more than a signal carries.
   */
  public List<Observable> observables() {
    List<Observable> found = observables;
    if (found == null) {
      found =
          watchlist == null
              ? extractor.extract(text, Signal.MAX_OBSERVABLES)
              : watchlist.observables(Signal.MAX_OBSERVABLES);
      observables = found;
    }
    return found;
  }

  /** The matches of the last text with their contexts, in order of position. */
  public List<Weighed> weighed() {
    IdentityHashMap<Entry, List<ContextHit>> beside = new IdentityHashMap<>();
    return hits.stream()
        .map(
            hit ->
                new Weighed(
                    hit.entry(),
                    hit.start(),
                    hit.end(),
                    hit.how(),
                    Watchlist.isName(hit.entry())
                        ? ContextHit.union(
                            matcher.contexts(hit.entry(), hit.start(), hit.end()),
                            beside.computeIfAbsent(hit.entry(), this::aroundMoney))
                        : matcher.contexts(hit.entry(), hit.start(), hit.end())))
        .sorted(Weighed.BY_POSITION)
        .toList();
  }

  /**
   * The contexts that a name has besides its own: those around the money that it stands beside; of
   * several wallets those around the one that lowers least.
   */
  private List<ContextHit> aroundMoney(Entry name) {
    return observables().stream()
        .filter(ObservableExtractor::isFinancing)
        .map(money -> matcher.contexts(name, money.start(), money.end()))
        .max(Comparator.comparingDouble(ContextHit::left))
        .orElse(List.of());
  }

  /**
   * What the last matched text is a sign of, in order of category; each with the observables of the
   * whole text.
   *
   * @param shownText the text of the same length that surfaces are cut from: the original, or a
   *     masked form of it
   */
  public List<Finding> findings(String shownText) {
    return findings(weighed(), shownText);
  }

  private List<Finding> findings(List<Weighed> all, String shownText) {
    Map<Category, List<Weighed>> byCategory = new EnumMap<>(Category.class);
    all.forEach(
        hit -> byCategory.computeIfAbsent(hit.entry().category(), c -> new ArrayList<>()).add(hit));
    if (byCategory.isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    byCategory.forEach(
        (category, found) -> findings.add(finding(category, found, observables(), shownText)));
    return findings;
  }

  /**
   * {@link #findings}, and one of financing also where nothing of that matched but the text {@link
   * #namesMoney}: at {@link #MONEY_ALONE} less what contexts around the observables take, without
   * matches but for names on a watchlist.
   */
  public List<Finding> findingsWithMoney(String shownText) {
    List<Weighed> all = weighed();
    List<Finding> findings = new ArrayList<>(findings(all, shownText));
    boolean weighs =
        findings.stream()
            .anyMatch(finding -> finding.category() == Category.FINANCING && finding.score() > 0);
    if (!weighs && namesMoney()) {
      findings.removeIf(finding -> finding.category() == Category.FINANCING);
      findings.add(moneyAlone(all, shownText));
    }
    return findings;
  }

  private Finding moneyAlone(List<Weighed> all, String shownText) {
    List<Weighed> found = new ArrayList<>(all);
    found.removeIf(hit -> hit.entry().category() != Category.FINANCING);
    for (Observable observable : observables()) {
      if (ObservableExtractor.isFinancing(observable)) {
        int start = observable.start();
        int end = observable.end();
        found.add(new Weighed(MONEY, start, end, "exact", matcher.contexts(MONEY, start, end)));
      }
    }
    Finding finding = finding(Category.FINANCING, found, observables(), shownText);
    return finding.withoutMatchesOf(MONEY.id());
  }

  /**
   * {@code 1 - product(1 - weight)} over the distinct entries, each at the most that its contexts
   * leave of it in any place; names on watchlists are one entry together, for announcements list
   * them by the dozen; to four decimals.
   */
  public static double score(List<Weighed> found) {
    IdentityHashMap<Object, Double> weights = new IdentityHashMap<>();
    found.forEach(
        hit ->
            weights.merge(
                Watchlist.isName(hit.entry()) ? Watchlist.PREFIX : hit.entry(),
                hit.weight(),
                Math::max));
    // In one order, whatever the map's: products of doubles depend on it.
    double unlikely =
        weights.values().stream().sorted().reduce(1.0, (left, weight) -> left * (1 - weight));
    return Math.round((1 - unlikely) * 10_000) / 10_000.0;
  }

  private Finding finding(
      Category category, List<Weighed> found, List<Observable> observables, String shownText) {
    Severity severity = Severity.P3;
    for (Weighed hit : found) {
      if (hit.entry().status() == Entry.Status.ACTIVE) {
        severity = severity.orMoreUrgent(hit.entry().severity());
      }
    }
    double score = score(found);
    int shown = Math.min(found.size(), Signal.MAX_MATCHES);
    List<Match> matches = new ArrayList<>(shown);
    for (Weighed hit : found.subList(0, shown)) {
      Entry entry = hit.entry();
      matches.add(
          new Match(
              entry.id(),
              entry.pack(),
              category,
              hit.start(),
              hit.end(),
              surface(shownText, hit.start(), hit.end()),
              hit.how(),
              entry.weight()));
    }
    List<ContextEvidence> evidence = evidence(found, shownText);
    return flagged(
        new Finding(
            category,
            score,
            false,
            severity,
            tags(evidence),
            evidence,
            matches,
            found.size() - shown,
            observables));
  }

  private static List<String> tags(List<ContextEvidence> evidence) {
    return evidence.stream().map(ContextEvidence::tag).distinct().sorted().toList();
  }

  private Finding flagged(Finding finding) {
    return rules.stream().anyMatch(rule -> RuleSelection.counts(rule, finding, lang))
        ? finding.asFlagged()
        : finding;
  }

  /** Each cue once, however many matches stand in its scope. */
  private static List<ContextEvidence> evidence(List<Weighed> found, String shownText) {
    Set<ContextEvidence> evidence = new LinkedHashSet<>();
    for (Weighed hit : found) {
      for (ContextHit context : hit.contexts()) {
        if (evidence.size() < Signal.MAX_MATCHES) {
          String text = surface(shownText, context.start(), context.end());
          evidence.add(
              new ContextEvidence(context.tag().label(), context.start(), context.end(), text));
        }
      }
    }
    return List.copyOf(evidence);
  }

  private static String surface(String shownText, int start, int end) {
    return shownText.substring(start, Math.min(end, start + MAX_SURFACE));
  }
}
