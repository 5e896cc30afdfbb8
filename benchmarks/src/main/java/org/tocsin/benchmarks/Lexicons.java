package org.tocsin.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.tocsin.events.Category;
import org.tocsin.events.Severity;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Evasion;
import org.tocsin.lexicons.pack.MatchMode;
import org.tocsin.lexicons.pack.Pack;

/**
 * Lexicons of any size from a corpus: 40 % single words, rare or invented, and 60 % phrases of two
 * to four words that are frequent in the corpus, as {@code docs/matching.md} describes.
 */
public final class Lexicons {
  private static final Set<Evasion> DEFAULTS =
      EnumSet.complementOf(EnumSet.of(Evasion.TYPO, Evasion.TRANSLIT));

  private Lexicons() {}

  /** Phrases of lower-case ASCII words. */
  public static List<String> phrases(List<String> corpus, int size) {
    Map<String, Integer> counts = new HashMap<>();
    for (String text : corpus) {
      for (String word :
          new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)))) {
        if (word.length() > 2) {
          counts.merge(word, 1, Integer::sum);
        }
      }
    }
    List<String> words =
        counts.keySet().stream()
            .sorted(
                (a, b) -> {
                  int byCount = counts.getOrDefault(b, 0) - counts.getOrDefault(a, 0);
                  return byCount != 0 ? byCount : a.compareTo(b);
                })
            .toList();
    Random random = new Random(size);
    Set<String> phrases = seen(words, counts, size, corpus.size(), random);
    while (phrases.size() < size * 4 / 10) {
      phrases.add(invented(random));
    }
    while (phrases.size() < size) {
      StringBuilder phrase = new StringBuilder(frequent(words, random));
      int length = 2 + random.nextInt(3);
      for (int i = 1; i < length; i++) {
        phrase.append(' ').append(frequent(words, random));
      }
      phrases.add(phrase.toString());
    }
    return new ArrayList<>(phrases);
  }

  /**
   * Rare words, until so many posts hold one that with the phrases 2 to 5 of 100 match: of 100,000
   * entries the phrases alone make four.
   */
  private static Set<String> seen(
      List<String> words, Map<String, Integer> counts, int size, int posts, Random random) {
    List<String> rare =
        new ArrayList<>(
            words.stream()
                .filter(word -> counts.getOrDefault(word, 0) * 20_000L >= posts)
                .filter(word -> counts.getOrDefault(word, 0) * 3_000L <= posts)
                .toList());
    Collections.shuffle(rare, random);
    Set<String> taken = new LinkedHashSet<>();
    long left = posts / (size < 100_000 ? 45 : 200);
    for (int i = 0; i < rare.size() && left > 0 && taken.size() < size * 4 / 10; i++) {
      taken.add(rare.get(i));
      left -= counts.getOrDefault(rare.get(i), 0);
    }
    return taken;
  }

  private static String frequent(List<String> words, Random random) {
    double x = random.nextDouble();
    return words.get((int) (x * x * Math.min(words.size(), 20_000)));
  }

  private static String invented(Random random) {
    StringBuilder word = new StringBuilder();
    int syllables = 3 + random.nextInt(3);
    for (int i = 0; i < syllables; i++) {
      word.append("bcdfghjklmnprstvwz".charAt(random.nextInt(18)));
      word.append("aeiou".charAt(random.nextInt(5)));
      word.append(random.nextInt(3) == 0 ? "nrslt".charAt(random.nextInt(5)) : "");
    }
    return word.toString();
  }

  /** A pack of the phrases with all default evasions. */
  public static Pack pack(List<String> phrases, boolean typos, List<String> queries) {
    Set<Evasion> evasions = EnumSet.copyOf(DEFAULTS);
    if (typos) {
      evasions.add(Evasion.TYPO);
    }
    Set<Evasion> shared = Set.copyOf(evasions);
    List<String> english = List.of("en");
    List<Entry> entries = new ArrayList<>();
    for (String phrase : phrases) {
      entries.add(entry("e" + entries.size(), List.of(phrase), null, english, shared));
    }
    for (String query : queries) {
      entries.add(entry("q" + entries.size(), List.of(), query, english, shared));
    }
    return new Pack(
        "bench", "1", "Bench", english, "bench", "Apache-2.0", entries, Map.of(), List.of());
  }

  /** Interval queries of which each requires a rare word. */
  public static List<String> queries(List<String> corpus, int size) {
    Random random = new Random(size);
    List<String> queries = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (String phrase : phrases(corpus, 4 * size)) {
      if (phrase.indexOf(' ') < 0) {
        words.add(phrase);
      }
    }
    for (int i = 0; i < size; i++) {
      String rare = words.get(i % words.size());
      String other = words.get(random.nextInt(words.size()));
      queries.add("fn:maxgaps(8 fn:unordered(" + rare + " fn:or(the and you for " + other + ")))");
    }
    return queries;
  }

  /** A bundle of the phrases with all default evasions. */
  public static LexiconBundle bundle(List<String> phrases, boolean typos) {
    return LexiconBundle.compile(List.of(pack(phrases, typos, List.of())));
  }

  private static Entry entry(
      String id,
      List<String> match,
      @org.jspecify.annotations.Nullable String query,
      List<String> languages,
      Set<Evasion> evasions) {
    return new Entry(
        id,
        "bench@1",
        Category.ARMS,
        languages,
        match,
        query,
        MatchMode.EXACT,
        List.of(),
        evasions,
        Severity.P3,
        0.5,
        Entry.Status.ACTIVE,
        "a synthetic term",
        List.of(),
        "synthetic",
        LocalDate.of(2026, 1, 1),
        LocalDate.of(2027, 1, 1),
        null,
        Entry.Conditions.NONE);
  }
}
