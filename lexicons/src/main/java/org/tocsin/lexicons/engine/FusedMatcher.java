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
  private final List<Entry> entries;
  private final Scanner scanner = new Scanner();
  private final EdgeFinder finder;
  private final Edges edges;
  private final Found found;
  private final StoredQueries queries;
  private final Walk walk;

  /** Words at which a phrase may begin, 64 each. */
  private long[] begins = new long[16];

  private String language = "";
  private long spoken = -1;
  private int stemmers = Stemmer.ALL;

  FusedMatcher(Automaton automaton, List<Entry> entries, Queries stored) {
    this.automaton = automaton;
    this.entries = entries;
    finder = new EdgeFinder(automaton, scanner);
    finder.speak(stemmers);
    edges = finder.edges();
    found = new Found(entries);
    queries = new StoredQueries(stored, automaton.languages(), scanner);
    walk = new Walk(automaton, scanner, edges, finder.verifier(), found);
  }

  @Override
  public void match(String text, String lang, MatchSink sink) {
    understand(lang);
    scanner.scan(text);
    if (begins.length * 64 < scanner.size) {
      begins = new long[scanner.size / 32];
    }
    boolean candidates = Grams.mark(automaton.grams(), scanner, begins);
    finder.find();
    if (candidates || !edges.isEmpty()) {
      walk.all(begins, spoken);
    }
    queries.run(stemmers, spoken, found);
    if (!found.isEmpty()) {
      found.report(text, sink);
    }
    if (text.length() > HUGE) {
      begins = new long[16];
      edges.trim();
    }
  }

  /** The queries that a text may match, whatever its language. */
  List<Entry> mayMatch(String text) {
    scanner.scan(text);
    return queries.mayMatch(Stemmer.ALL).stream().mapToObj(entries::get).toList();
  }

  /** Remembers the language of the last text: most texts in a row are of one. */
  private void understand(String lang) {
    if (!lang.equals(language)) {
      language = lang;
      spoken = automaton.tongues().spoken(lang);
      String primary = Languages.primary(lang);
      stemmers = Languages.unknown(lang) ? Stemmer.ALL : Stemmer.bit(primary);
      finder.speak(stemmers);
    }
  }

  /** Work done since the matcher was made: letters and comparisons; for tests of its growth. */
  long steps() {
    return finder.steps() + walk.steps() + scanner.steps();
  }
}
