package org.tocsin.lexicons.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;

/** Where the words of queries stand in a text, and which evasions were undone to see them. */
final class SeenTokens {
  private final List<QueryTokens.Token> tokens;
  private final Map<Place, Integer> evaded = new HashMap<>();
  private final Map<Integer, List<QueryTokens.Token>> byNumber = new HashMap<>();

  private record Place(String term, int start) {}

  SeenTokens(List<QueryTokens.Token> tokens) {
    this.tokens = tokens;
    for (QueryTokens.Token token : tokens) {
      evaded.merge(new Place(token.term(), token.start()), token.evaded(), Verifier::less);
      byNumber.computeIfAbsent(QueryWords.number(token.term()), n -> new ArrayList<>(2)).add(token);
    }
  }

  /** Adds the places at which terms stand in a row. */
  void find(int[] row, List<Places.Place> places) {
    for (QueryTokens.Token first : byNumber.getOrDefault(row[0], List.of())) {
      int start = first.start();
      int end = first.end();
      int how = first.evaded();
      int next = 1;
      while (next < row.length) {
        QueryTokens.Token token = at(row[next], first.position() + next);
        if (token == null) {
          break;
        }
        start = Math.min(start, token.start());
        end = Math.max(end, token.end());
        how |= token.evaded();
        next++;
      }
      if (next == row.length) {
        int last = first.position() + row.length - 1;
        places.add(new Places.Place(first.position(), last, start, end, new Places.Seen(how)));
      }
    }
  }

  private QueryTokens.@Nullable Token at(int number, int position) {
    for (QueryTokens.Token token : byNumber.getOrDefault(number, List.of())) {
      if (token.position() == position) {
        return token;
      }
    }
    return null;
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
    if (match.getQuery() instanceof Places.Seen seen) {
      return seen.bits();
    }
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
