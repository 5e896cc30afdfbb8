package org.tocsin.cli.lexicon;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.cli.card.Ink;
import org.tocsin.cli.card.ObservableLine;
import org.tocsin.events.Observable;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.check.NearMisses;
import org.tocsin.lexicons.check.NearMisses.NearMiss;
import org.tocsin.lexicons.context.ContextHit;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.score.Finding;
import org.tocsin.lexicons.score.RuleSelection;
import org.tocsin.lexicons.score.Scorer;
import org.tocsin.lexicons.score.Weighed;
import org.tocsin.lexicons.watchlist.Watchlist;

/** Why a text matches, as text. */
final class Explanation {
  private final LexiconBundle bundle;
  private final @Nullable Watchlist watchlist;
  private final Ink ink;

  Explanation(LexiconBundle bundle, @Nullable Watchlist watchlist, Ink ink) {
    this.bundle = bundle;
    this.watchlist = watchlist;
    this.ink = ink;
  }

  /** The explanation, with a line end after each of its lines. */
  String of(String text, String lang) {
    Scorer scorer = new Scorer(bundle, watchlist);
    List<String> lines = new ArrayList<>();
    scorer.match(text, lang);
    List<Weighed> hits = scorer.weighed();
    lines.add(marked(text, hits));
    if (hits.isEmpty()) {
      lines.add("");
      lines.add("Nothing matches.");
    }
    for (Finding finding : scorer.findings(text)) {
      List<Weighed> own =
          hits.stream().filter(hit -> hit.entry().category() == finding.category()).toList();
      lines.add("");
      lines.add(
          ink.bold(finding.category().label())
              + "  score %s, %s"
                  .formatted(
                      number(finding.score()), finding.flagged() ? "flagged" : "not flagged"));
      own.forEach(hit -> match(hit, text, lines));
      arithmetic(own, finding, lang, lines);
    }
    observables(scorer.observables(), lines);
    List<NearMiss> misses =
        new NearMisses(bundle)
            .of(text, lang).stream()
                .filter(miss -> hits.stream().noneMatch(hit -> isOf(hit, miss)))
                .toList();
    if (!misses.isEmpty()) {
      lines.add("");
      lines.add(ink.bold("almost matched"));
      for (NearMiss miss : misses) {
        String surface = Ink.harmless(text.substring(miss.start(), miss.end()));
        lines.add("  %s  %s".formatted(ink.marked(surface), name(miss.entry())));
        lines.add("    " + Ink.harmless(miss.reason()));
      }
    }
    return lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  /** Whether a match that needs a listed name has found one. */
  private static boolean isOf(Weighed hit, NearMiss miss) {
    return hit.start() == miss.start()
        && hit.end() == miss.end()
        && name(hit.entry()).equals(name(miss.entry()));
  }

  private void observables(List<Observable> found, List<String> lines) {
    if (!found.isEmpty()) {
      lines.add("");
      lines.add(ink.bold("observables"));
      found.forEach(observable -> lines.add("  " + ObservableLine.whole(observable)));
    }
  }

  private void match(Weighed hit, String text, List<String> lines) {
    Entry entry = hit.entry();
    String surface = Ink.harmless(text.substring(hit.start(), hit.end()));
    lines.add(
        "  %s  %s  %s at %d to %d"
            .formatted(ink.marked(surface), name(entry), hit.how(), hit.start(), hit.end()));
    lines.add("    " + ink.faint(entry.meaning()));
    for (ContextHit context : hit.contexts()) {
      lines.add(
          "    context %s: \"%s\" at %d to %d"
              .formatted(
                  context.tag().label(),
                  Ink.harmless(text.substring(context.start(), context.end())),
                  context.start(),
                  context.end()));
    }
    lines.add("    " + weight(hit));
  }

  private static String weight(Weighed hit) {
    Entry entry = hit.entry();
    if (entry.status() != Entry.Status.ACTIVE) {
      return "weight 0: %s entries do not count"
          .formatted(entry.status().name().toLowerCase(Locale.ROOT));
    }
    if (Watchlist.isExact(entry)) {
      return "weight 1: listed; no context lowers it";
    }
    String lowered =
        hit.contexts().stream()
            .map(c -> " x (1 - %s %s)".formatted(number(c.lowers()), c.tag().label()))
            .collect(Collectors.joining());
    return "weight "
        + number(entry.weight())
        + (lowered.isEmpty() ? "" : lowered + " = " + number(hit.weight()));
  }

  private void arithmetic(List<Weighed> hits, Finding finding, String lang, List<String> lines) {
    Map<String, Double> weights = new LinkedHashMap<>();
    hits.forEach(
        hit ->
            weights.merge(
                Watchlist.isName(hit.entry()) ? Watchlist.PREFIX : name(hit.entry()),
                hit.weight(),
                Math::max));
    lines.add(
        "  score = 1 - %s = %s"
            .formatted(
                weights.values().stream()
                    .map(weight -> "(1 - " + number(weight) + ")")
                    .collect(Collectors.joining(" x ")),
                number(finding.score())));
    for (AlertRule rule : bundle.rules()) {
      if (rule.on().categories().contains(finding.category())) {
        lines.add(
            "  rule %s (%s) asks for %s: %s"
                .formatted(
                    rule.name(),
                    rule.status().name().toLowerCase(Locale.ROOT),
                    number(rule.on().minScore()),
                    RuleSelection.counts(rule, finding, lang) ? "counted" : "not counted"));
      }
    }
  }

  private static String name(Entry entry) {
    return entry.pack() + "/" + entry.id();
  }

  /** Up to four decimals, as scores have. */
  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.4f", value);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  private String marked(String text, List<Weighed> hits) {
    StringBuilder out = new StringBuilder();
    int done = 0;
    for (Weighed hit : hits) {
      int start = Math.max(done, hit.start());
      if (start < hit.end()) {
        out.append(Ink.harmless(text.substring(done, start)))
            .append(ink.marked(Ink.harmless(text.substring(start, hit.end()))));
        done = hit.end();
      }
    }
    return out.append(Ink.harmless(text.substring(done))).toString();
  }
}
