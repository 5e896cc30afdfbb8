package org.tocsin.lexicons.check;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.Matcher;
import org.tocsin.lexicons.check.Notice.Level;
import org.tocsin.lexicons.context.ContextMatcher;
import org.tocsin.lexicons.engine.FrequentWords;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.MatchMode;
import org.tocsin.lexicons.pack.Pack;
import org.tocsin.lexicons.pack.Place;

/**
 * Asks the compiled bundle what each phrase finds: nothing means that it can never match, another
 * entry over the same words is a duplicate, one over a part of them a shadow.
 */
final class PhraseLint {
  /** A bare word that is among so many of a language's most frequent is too common. */
  private static final int COMMON = 1_000;

  private final Lint lint;
  private final LexiconBundle bundle;
  private final Matcher matcher;

  /** The entry that is looked for, and whether a listed name is all that its phrase needs. */
  private @Nullable Entry looking;

  private boolean needsName;

  PhraseLint(Lint lint, LexiconBundle bundle) {
    this.lint = lint;
    this.bundle = bundle;
    matcher =
        bundle.newContextMatcher(
            (entry, start, end, how, reason) ->
                needsName |= entry.equals(looking) && reason.equals(ContextMatcher.NO_LISTED_NAME));
  }

  void look() {
    for (Pack pack : bundle.packs()) {
      for (Entry entry : pack.entries()) {
        if (entry.status().matched()) {
          Set<String> own = new HashSet<>();
          for (int i = 0; i < entry.match().size(); i++) {
            phrase(pack, new Phrase(entry, i), own);
          }
        }
      }
    }
  }

  /** One phrase of an entry. */
  private record Phrase(Entry entry, int number) {
    String text() {
      return entry.match().get(number);
    }
  }

  private void phrase(Pack pack, Phrase phrase, Set<String> own) {
    Entry entry = phrase.entry();
    String text = phrase.text();
    if (!own.add(text.strip().toLowerCase(Locale.ROOT))) {
      tell(Level.WARNING, phrase, "duplicate: '%s' stands twice in this entry".formatted(text));
    }
    String common = entry.mode() == MatchMode.PREFIX ? null : common(entry, text.strip());
    if (common != null) {
      tell(Level.WARNING, phrase, "too common: '%s' is %s".formatted(text, common));
    }
    String needed = needed(pack, entry);
    String probe = needed.isEmpty() ? text : text + " " + needed;
    String lang = entry.languages().isEmpty() ? "und" : entry.languages().get(0);
    looking = entry;
    needsName = false;
    boolean[] itself = new boolean[1];
    matcher.match(
        probe,
        lang,
        (other, start, end, how) -> {
          if (other.equals(entry)) {
            itself[0] = true;
          } else if (end <= text.length() && plain(how)) {
            beside(phrase, other, end - start >= text.strip().length());
          }
        });
    if (!itself[0] && !needsName) {
      tell(
          Level.ERROR,
          phrase,
          "'%s' can never match: no word in it, or its own 'unless' or 'exceptions' drop it"
              .formatted(text));
    }
  }

  /** How a phrase is too common to be looked for; null when it is not. */
  private static @Nullable String common(Entry entry, String phrase) {
    StringTokenizer words = new StringTokenizer(phrase);
    boolean stops = words.hasMoreTokens();
    while (stops && words.hasMoreTokens()) {
      stops = FrequentWords.has(words.nextToken());
    }
    if (stops) {
      return "made of words that stand in every text: it would match everywhere";
    }
    return entry.languages().stream()
        .filter(lang -> isCommon(FrequentWords.rank(lang, phrase)))
        .map(
            lang ->
                "number %d among the words of %s by frequency: compose it in a 'query', or give it 'needs'"
                    .formatted(FrequentWords.rank(lang, phrase), lang))
        .findFirst()
        .filter(said -> entry.conditions().needs().isEmpty())
        .orElse(null);
  }

  private static boolean isCommon(int rank) {
    return rank > 0 && rank <= COMMON;
  }

  private static String needed(Pack pack, Entry entry) {
    return entry.conditions().neededWords().stream()
        .map(
            word ->
                word.startsWith("@")
                    ? pack.sets().getOrDefault(word.substring(1), List.of("")).stream()
                        .findFirst()
                        .orElse("")
                    : word)
        .findFirst()
        .orElse("");
  }

  private static boolean plain(String how) {
    return how.equals("exact") || how.equals("inflected");
  }

  /** Another entry matches the words, or a part of the words, of this one. */
  private void beside(Phrase phrase, Entry other, boolean whole) {
    Entry entry = phrase.entry();
    if (other.query() != null
        || !other.conditions().equals(Entry.Conditions.NONE)
        || other.status() != Entry.Status.ACTIVE) {
      return;
    }
    boolean sameKind = entry.category() == other.category() && entry.severity() == other.severity();
    Place where = lint.check().placeOf(other.pack(), other.id());
    if (whole && sameKind && entry.weight() == other.weight()) {
      tell(
          Level.WARNING,
          phrase,
          "duplicate: '%s' is matched by %s too (%s)".formatted(phrase.text(), other.id(), where));
    } else if (whole) {
      tell(
          Level.WARNING,
          phrase,
          "contradiction: '%s' is matched by %s too (%s)%s"
              .formatted(phrase.text(), other.id(), where, judgements(entry, other)));
    } else if (sameKind && other.weight() >= entry.weight()) {
      tell(
          Level.WARNING,
          phrase,
          "shadowed: wherever '%s' matches, %s does (%s), with no less weight"
              .formatted(phrase.text(), other.id(), where));
    }
  }

  /** How two entries judge the same words. */
  static String judgements(Entry entry, Entry other) {
    return ", as %s; here %s".formatted(judgement(other), judgement(entry));
  }

  private static String judgement(Entry entry) {
    return "%s, %s, weight %s"
        .formatted(entry.category().label(), entry.severity(), entry.weight());
  }

  private void tell(Level level, Phrase phrase, String message) {
    Entry entry = phrase.entry();
    lint.tell(
        level,
        lint.check().placeOf(entry.pack(), entry.id(), "match " + phrase.number()),
        entry.id() + ": " + message);
  }
}
