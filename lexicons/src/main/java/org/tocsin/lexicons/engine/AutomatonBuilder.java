package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Evasion;
import org.tocsin.lexicons.pack.MatchMode;

/** Compiles entries to an {@link Automaton}; used once. */
final class AutomatonBuilder {
  private static final Locale TURKISH = Locale.forLanguageTag("tr");

  private final List<Entry> entries;
  private final Scanner scanner = new Scanner();
  private final Units units = new Units();
  private final SlotPool pool = new SlotPool();
  private final PhraseTrie.Builder trie = new PhraseTrie.Builder();
  private final List<int[]> phrases = new ArrayList<>();
  private final Languages tongues = new Languages();

  private final Map<Integer, QueryCompiler.Compiled> queries;

  private AutomatonBuilder(List<Entry> entries, Map<Integer, QueryCompiler.Compiled> queries) {
    this.entries = entries;
    this.queries = queries;
  }

  /** Compiles entries; those that are not to be matched find nothing, queries their triggers. */
  static Automaton build(List<Entry> entries, Map<Integer, QueryCompiler.Compiled> queries) {
    return new AutomatonBuilder(entries, queries).build();
  }

  private Automaton build() {
    int[] allowed = new int[entries.size()];
    long[] languages = new long[entries.size()];
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      allowed[i] = Evaded.allowed(entry.evasions());
      if (entry.status().matched()) {
        languages[i] = tongues.of(entry.languages());
        for (String phrase : entry.match()) {
          add(entry, i, phrase);
        }
        QueryCompiler.Compiled query = queries.get(i);
        if (query != null) {
          trigger(i, query.triggers());
          allowed[i] = Evaded.allowed(Set.of());
        }
      }
    }
    SlotIndex tables = pool.tables();
    BitFilter grams = Grams.filter(phrases, tables.forms());
    return tables.automaton(grams, trie.build(), allowed, languages, tongues);
  }

  private void add(Entry entry, int number, String phrase) {
    boolean turkish = turkish(entry);
    List<String> words = words(turkish ? phrase.toLowerCase(TURKISH) : phrase);
    if (words.isEmpty()) {
      return;
    }
    path(entry, number, words, turkish, 0);
    if (words.size() > 1 && entry.evasions().contains(Evasion.JOINED)) {
      path(entry, number, List.of(String.join("", words)), turkish, Evaded.JOINED);
    }
    if (entry.evasions().contains(Evasion.TRANSLIT)) {
      for (String other : Translit.of(String.join(" ", words), entry.languages())) {
        List<String> otherWords = words(other);
        if (!otherWords.isEmpty()) {
          path(entry, number, otherWords, false, Evaded.TRANSLIT);
        }
      }
    }
  }

  private void path(Entry entry, int number, List<String> words, boolean turkish, int evaded) {
    int[] slots = new int[words.size()];
    for (int i = 0; i < slots.length; i++) {
      int traits = turkish ? Slots.TURKISH : 0;
      traits |= entry.evasions().contains(Evasion.TYPO) ? Slots.TYPO : 0;
      boolean last = i == slots.length - 1;
      traits |= entry.mode() == MatchMode.PREFIX && last ? Slots.PREFIX : 0;
      boolean inflected = entry.mode() == MatchMode.INFLECTED && evaded == 0;
      slots[i] =
          pool.slot(
              words.get(i),
              traits,
              inflected ? entry.suffixes() : List.of(),
              inflected ? stemmers(entry) : 0);
    }
    trie.add(slots, number, evaded);
    phrases.add(slots);
  }

  /** A query is run when one of its words is there as it is written. */
  private void trigger(int number, Set<String> words) {
    for (String word : words) {
      int[] phrase = {pool.slot(word, 0, List.of(), 0)};
      trie.add(phrase, number, 0);
      phrases.add(phrase);
    }
  }

  private static int stemmers(Entry entry) {
    int bits = 0;
    for (String language : entry.languages()) {
      bits |= Stemmer.bit(Languages.primary(language));
    }
    return bits;
  }

  private static boolean turkish(Entry entry) {
    return !entry.languages().isEmpty()
        && entry.languages().stream()
            .map(Languages::primary)
            .allMatch(language -> language.equals("tr") || language.equals("az"));
  }

  /** The folded words of a phrase, cut as texts are. */
  private List<String> words(String phrase) {
    scanner.scan(phrase);
    List<String> words = new ArrayList<>();
    for (int t = 0; t < scanner.size; t++) {
      int end = scanner.end[t];
      units.clear().append(scanner.text, scanner.start[t], end, false);
      String word = units.folded();
      words.add(Apostrophes.follows(scanner, t) ? word + "'" : word);
    }
    return words;
  }
}
