package org.tocsin.lexicons.engine;

import java.util.List;
import org.tocsin.lexicons.MatchSink;
import org.tocsin.lexicons.Matcher;
import org.tocsin.lexicons.pack.Entry;

/**
 * Matches one text after the other: scan, look up, and walk the phrases only where a word or a pair
 * of words asks for it. One per thread.
 */
final class FusedMatcher implements Matcher {
  private static final int HUGE = 1 << 16;

  private final Automaton automaton;
  private final Scanner scanner = new Scanner();
  private final Edges edges = new Edges();
  private final Lookup lookup;
  private final Readings readings;
  private final SpacedLetters spaced;
  private final WordForms forms;
  private final Found found;
  private final StoredQueries queries;
  private final Walk walk;

  /** The list of the vocabulary for each word, 0 for none. */
  private int[] lists = new int[256];

  private boolean letters;
  private String language = "";
  private long spoken = -1;
  private int stemmers = Stemmer.ALL;

  FusedMatcher(Automaton automaton, List<Entry> entries, Queries stored) {
    this.automaton = automaton;
    Verifier verifier = new Verifier(automaton);
    lookup = new Lookup(automaton, verifier, edges);
    readings = new Readings(scanner, lookup);
    spaced = new SpacedLetters(scanner, lookup);
    forms = new WordForms(automaton, scanner, lookup, verifier);
    lookup.stemBy(forms);
    found = new Found(entries);
    queries = new StoredQueries(stored, scanner);
    walk = new Walk(automaton, scanner, edges, verifier, found, queries);
  }

  @Override
  public void match(String text, String lang, MatchSink sink) {
    understand(lang);
    if (spoken == 0) {
      return;
    }
    scanner.scan(text);
    if (lists.length < scanner.size) {
      lists = new int[scanner.size * 2];
    }
    edges.clear();
    boolean candidates = look();

    if (readings.any()) {
      readings.collect();
    }
    if (letters) {
      spaced.collect();
    }
    forms.collect();
    if (candidates || !edges.isEmpty()) {
      walk.all(lists, spoken);
      queries.run(stemmers, found);
      if (!found.isEmpty()) {
        found.report(text, sink);
      }
    }
    if (text.length() > HUGE) {
      lists = new int[256];
      edges.trim();
    }
  }

  /** Remembers the language of the last text: most texts in a row are of one. */
  private void understand(String lang) {
    if (!lang.equals(language)) {
      language = lang;
      spoken = automaton.tongues().spoken(lang);
      String primary = Languages.primary(lang);
      stemmers = Languages.unknown(lang) ? Stemmer.ALL : Stemmer.bit(primary);
      forms.speak(stemmers);
    }
  }

  /** Looks all words up; tells whether a phrase may begin anywhere. */
  private boolean look() {
    SlotTable vocabulary = automaton.vocabulary();
    BitFilter known = automaton.known();
    byte[] flags = automaton.flags();
    BitFilter pairs = automaton.pairs();
    long[] hash = scanner.hash;
    int[] count = scanner.letters;
    boolean candidates = false;
    int single = 0;
    int longest = 0;
    for (int t = 0; t < scanner.size; t++) {
      single = count[t] == 1 ? single + 1 : 0;
      longest = Math.max(longest, single);
      int list = known.mayHold(hash[t]) ? vocabulary.list(hash[t]) : 0;
      lists[t] = list;
      if (list != 0) {
        int flag = flags[list];
        candidates |= (flag & (Automaton.SINGLE | Automaton.ANY_PAIR)) != 0;
        if ((flag & Automaton.STARTS) != 0 && t + 1 < scanner.size) {
          candidates |= pairs.mayHold(BitFilter.pair(hash[t], hash[t + 1]));
        }
      }
    }
    letters = longest >= SpacedLetters.FEWEST;
    return candidates;
  }

  /** Work done since the matcher was made: letters and comparisons; for tests of its growth. */
  long steps() {
    return lookup.steps() + walk.steps() + scanner.steps();
  }
}
