package org.tocsin.lexicons;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Category;
import org.tocsin.events.Severity;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Evasion;
import org.tocsin.lexicons.pack.MatchMode;
import org.tocsin.lexicons.pack.Pack;

/** Small lexicons for tests, and what a matcher finds with them, one line a match. */
public final class Lexicon {
  private final List<Entry> entries = new ArrayList<>();
  private Map<String, List<String>> sets = Map.of();

  /** A lexicon of exact entries in English with all evasions. */
  public static Lexicon of(String... phrases) {
    Lexicon lexicon = new Lexicon();
    for (String phrase : phrases) {
      lexicon.add(phrase, MatchMode.EXACT, List.of("en"), List.of(), EnumSet.allOf(Evasion.class));
    }
    return lexicon;
  }

  /** Adds an entry with all evasions. */
  public Lexicon with(String phrase, MatchMode mode, String language, String... suffixes) {
    return add(phrase, mode, List.of(language), List.of(suffixes), EnumSet.allOf(Evasion.class));
  }

  /** Adds an exact entry that allows only some evasions. */
  public Lexicon only(String phrase, Evasion... evasions) {
    return add(phrase, MatchMode.EXACT, List.of("en"), List.of(), Set.of(evasions));
  }

  /** Adds an entry. */
  public Lexicon add(
      String phrase,
      MatchMode mode,
      List<String> languages,
      List<String> suffixes,
      Set<Evasion> evasions) {
    entries.add(entry(phrase, languages, List.of(phrase), null, mode, suffixes, evasions));
    return this;
  }

  /** Adds a query without evasions, named by its text. */
  public Lexicon query(String query) {
    return query(query, MatchMode.EXACT, "en", Set.of());
  }

  /** Adds a query, named by its text. */
  public Lexicon query(
      String query, MatchMode mode, String language, Set<Evasion> evasions, String... suffixes) {
    entries.add(
        entry(query, List.of(language), List.of(), query, mode, List.of(suffixes), evasions));
    return this;
  }

  /** Sets the word groups. */
  public Lexicon sets(Map<String, List<String>> groups) {
    sets = groups;
    return this;
  }

  /** An entry. */
  public static Entry entry(
      String id,
      List<String> languages,
      List<String> match,
      @Nullable String query,
      MatchMode mode,
      List<String> suffixes,
      Set<Evasion> evasions) {
    return new Entry(
        id,
        "test@1",
        Category.ARMS,
        languages,
        match,
        query,
        mode,
        suffixes,
        evasions,
        Severity.P3,
        0.5,
        Entry.Status.ACTIVE,
        "a test word",
        List.of(),
        "test",
        LocalDate.of(2026, 1, 1),
        LocalDate.of(2027, 1, 1),
        null,
        Entry.Conditions.NONE);
  }

  /** The entries so far. */
  public List<Entry> entries() {
    return entries;
  }

  /** The lexicon as a pack. */
  public Pack pack() {
    return new Pack(
        "test", "1", "Test", List.of("en"), "tests", "Apache-2.0", entries, sets, List.of());
  }

  /** The lexicon, compiled. */
  public LexiconBundle bundle() {
    return LexiconBundle.compile(List.of(pack()));
  }

  /** All matches in a text of unknown language, as {@code id[surface] how}. */
  public List<String> in(String text) {
    return in(text, "und");
  }

  /** All matches in a text. */
  public List<String> in(String text, String lang) {
    return matches(bundle().newMatcher(), text, lang);
  }

  /** What a matcher finds, as {@code id[surface] how}. */
  public static List<String> matches(Matcher matcher, String text, String lang) {
    List<String> found = new ArrayList<>();
    matcher.match(
        text,
        lang,
        (entry, start, end, how) ->
            found.add(entry.id() + "[" + text.substring(start, end) + "] " + how));
    return found;
  }
}
