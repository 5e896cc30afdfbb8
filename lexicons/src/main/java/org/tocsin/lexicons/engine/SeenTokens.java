package org.tocsin.lexicons.engine;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/** Which evasions were undone to see the words of a match. */
final class SeenTokens {
  private final List<QueryTokens.Token> tokens;
  private final Map<Place, Integer> evaded = new HashMap<>();

  private record Place(String term, int start) {}

  SeenTokens(List<QueryTokens.Token> tokens) {
    this.tokens = tokens;
    for (QueryTokens.Token token : tokens) {
      evaded.merge(new Place(token.term(), token.start()), token.evaded(), Verifier::less);
    }
  }

  /** The evasions of all words of a match. */
  int evaded(MatchesIterator match) throws IOException {
    MatchesIterator parts = match.getSubMatches();
    if (parts == null) {
      return leaf(match);
    }
    int all = 0;
    while (parts.next()) {
      all |= evaded(parts);
    }
    return all;
  }

  private int leaf(MatchesIterator match) throws IOException {
    int start = match.startOffset();
    int end = match.endOffset();
    Set<String> terms = terms(match.getQuery());
    int whole = Evaded.NEVER;
    int all = 0;
    for (String term : terms) {
      whole = Verifier.less(whole, evaded.getOrDefault(new Place(term, start), Evaded.NEVER));
    }
    if (terms.size() == 1 && whole != Evaded.NEVER) {
      return whole;
    }
    for (QueryTokens.Token token : tokens) {
      boolean inside = token.start() >= start && token.end() <= end && terms.contains(token.term());
      all |= inside ? token.evaded() : 0;
      if (inside && token.start() == start && token.end() == end) {
        return whole;
      }
    }
    return all;
  }

  private static Set<String> terms(Query query) {
    Set<String> terms = new HashSet<>();
    query.visit(
        new QueryVisitor() {
          @Override
          public void consumeTerms(Query parent, Term... words) {
            for (Term word : words) {
              terms.add(word.text());
            }
          }
        });
    return terms;
  }
}
