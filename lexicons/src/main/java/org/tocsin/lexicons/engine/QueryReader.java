package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;

/**
 * Reads a text that is to be searched: which words of queries the engine sees where, by the same
 * means as it sees the words of phrases. In three steps, for nearly all texts are given up after
 * the first: which words it may be, which it is, and where. Reused, one per thread.
 *
 * <p>A word repaired from several (k i l l) takes one place, so that distances are counted as they
 * are read. Where such readings disagree, and for a hashtag that is a word as a whole and in its
 * parts, the longer one stands at its first and at its last place.
 */
final class QueryReader {
  private final QueryVocabulary vocabulary;
  private final Scanner scanner;
  private final EdgeFinder finder;
  private final Edges edges;
  private final Presearcher.Search presearch;
  private final Units units = new Units();
  private final Map<Place, QueryTokens.Token> tokens = new LinkedHashMap<>();
  private final TermSet seen = new TermSet();
  private int[] positions = new int[0];

  private record Place(int position, String term) {}

  /**
   * For the texts of a scanner.
   *
   * @param languages per query: the bits of its languages
   */
  QueryReader(QueryVocabulary vocabulary, long[] languages, Scanner scanner) {
    this.vocabulary = vocabulary;
    this.scanner = scanner;
    finder = new EdgeFinder(vocabulary.words(), scanner);
    edges = finder.edges();
    presearch = vocabulary.presearcher().newSearch(languages);
  }

  /**
   * Finds the queries that may match the text that was scanned last, by the hashes of its words.
   *
   * @param stemmers bits of the languages that it may be in
   * @param tongues the same, as entries name them
   */
  void presearch(int stemmers, long tongues, BitSet candidates) {
    finder.speak(stemmers);
    finder.find();
    presearch.find(scanner, edges, tongues, candidates);
  }

  /** The numbers of the terms in the text that was presearched last. */
  TermSet read() {
    for (int t = 0; t < scanner.size; t++) {
      plain(t);
    }
    seen.clear();
    for (int e = 0; e < edges.size(); e++) {
      // By number: an iterator for each word of each text shows.
      List<QueryVocabulary.Seen> terms = vocabulary.terms().get(edges.slot(e));
      for (int i = 0; i < terms.size(); i++) {
        if (isSeen(terms.get(i), e)) {
          seen.add(terms.get(i).number());
        }
      }
    }
    return seen;
  }

  /**
   * The terms of the text that was read last, in order of position. What {@link #read} gave then
   * has the numbers of patterns too.
   */
  List<QueryTokens.Token> tokens() {
    tokens.clear();
    place();
    for (int e = 0; e < edges.size(); e++) {
      see(e);
    }
    for (int t = 0; t < scanner.size; t++) {
      asWritten(t);
    }
    List<QueryTokens.Token> sorted = new ArrayList<>(tokens.values());
    sorted.sort(Comparator.comparingInt(QueryTokens.Token::position));
    return sorted;
  }

  private void plain(int t) {
    SlotTable table = vocabulary.words().vocabulary();
    int list = table.list(scanner.hash[t]);
    for (int i = table.from(list); i < table.to(list); i++) {
      int slot = table.slot(i);
      boolean ends = Apostrophes.ends(vocabulary.words().slots().words()[slot]);
      int end = scanner.end[t] + (ends && Apostrophes.follows(scanner, t) ? 1 : 0);
      int how = finder.verifier().plain(scanner.text, scanner.start[t], end, slot);
      if (how != Evaded.NEVER) {
        edges.add(t, t + 1, scanner.start[t], end, slot, how);
      }
    }
  }

  /** Numbers the words; those inside a repaired word get the number of its first. */
  private void place() {
    boolean[] inside = new boolean[scanner.size + 1];
    boolean[] edge = new boolean[scanner.size + 1];
    for (int e = 0; e < edges.size(); e++) {
      int from = edges.from(e);
      int to = edges.to(e);
      if (to - from > 1 && !tag(from, to)) {
        Arrays.fill(inside, from + 1, to, true);
        edge[from] = true;
        edge[to] = true;
      }
    }
    positions = new int[scanner.size];
    for (int t = 1; t < scanner.size; t++) {
      positions[t] = positions[t - 1] + (inside[t] && !edge[t] ? 0 : 1);
    }
  }

  private boolean tag(int from, int to) {
    for (int i = 0; i < scanner.tags.size(); i += 2) {
      if (scanner.tags.get(i) == from && scanner.tags.get(i + 1) == to) {
        return true;
      }
    }
    return false;
  }

  private void see(int e) {
    for (QueryVocabulary.Seen term : vocabulary.terms().get(edges.slot(e))) {
      if (isSeen(term, e)) {
        int first = positions[edges.from(e)];
        int last = positions[edges.to(e) - 1];
        add(first, term.term(), edges.start(e), edges.end(e), evaded(term, e));
        if (last != first) {
          add(last, term.term(), edges.start(e), edges.end(e), evaded(term, e));
        }
      }
    }
  }

  private boolean isSeen(QueryVocabulary.Seen term, int e) {
    return (evaded(term, e) & ~term.allowed()) == 0;
  }

  private int evaded(QueryVocabulary.Seen term, int e) {
    // Hashtags are written so.
    boolean joined = (term.evaded() & Evaded.JOINED) == 0 || !tag(edges.from(e), edges.to(e));
    return edges.evaded(e) | (joined ? term.evaded() : term.evaded() & ~Evaded.JOINED);
  }

  /** For patterns, within functions and as Lucene's own. */
  private void asWritten(int t) {
    int start = scanner.start[t];
    int end = scanner.end[t];
    String word = units.clear().append(scanner.text, start, end, false).folded();
    add(positions[t], word, start, end, Evaded.EXACT);
    for (Map.Entry<String, CharacterRunAutomaton> pattern : vocabulary.patterns().entrySet()) {
      if (pattern.getValue().run(word)) {
        add(positions[t], pattern.getKey(), start, end, Evaded.EXACT);
        seen.add(QueryWords.number(pattern.getKey()));
      }
    }
  }

  private void add(int position, String term, int start, int end, int how) {
    tokens.merge(
        new Place(position, term),
        new QueryTokens.Token(position, term, start, end, how),
        QueryReader::plainer);
  }

  private static QueryTokens.Token plainer(QueryTokens.Token a, QueryTokens.Token b) {
    int effort = Evaded.effort(a.evaded()) - Evaded.effort(b.evaded());
    return effort < 0 || (effort == 0 && a.end() >= b.end()) ? a : b;
  }
}
