package org.tocsin.lexicons.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Runs the queries that a text may match over an index of that text alone; reused. */
final class StoredQueries {
  /** Buffers for a text of more characters than this are given back after it. */
  private static final int HUGE = 1 << 16;

  private final Queries queries;
  private final long[] languages;
  private final Scanner scanner;
  private final BitSet candidates = new BitSet();
  private MemoryIndex index = new MemoryIndex(true);
  private @Nullable QueryReader reader;

  /**
   * For the texts of a scanner.
   *
   * @param languages per entry: the bits of its languages
   */
  StoredQueries(Queries queries, long[] languages, Scanner scanner) {
    this.queries = queries;
    this.languages = languages;
    this.scanner = scanner;
  }

  /** The queries that the text which was scanned last may match, by the number of their entry. */
  BitSet mayMatch(int stemmers) {
    BitSet may = new BitSet();
    if (!queries.isEmpty()) {
      reader().presearch(stemmers, -1L, may);
    }
    return may;
  }

  /**
   * Runs over the text that was scanned last what may match it.
   *
   * @param stemmers bits of the languages that it may be in
   * @param tongues the same, as entries name them
   */
  void run(int stemmers, long tongues, Found found) {
    if (queries.isEmpty()) {
      return;
    }
    try {
      QueryReader read = reader();
      read.presearch(stemmers, tongues, candidates);
      if (!candidates.isEmpty()) {
        search(read, found);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory does not fail", e);
    } finally {
      candidates.clear();
      if (scanner.length > HUGE) {
        reader = null;
        index = new MemoryIndex(true);
      }
    }
  }

  private QueryReader reader() {
    if (reader == null) {
      reader = new QueryReader(queries.vocabulary(), languages, scanner);
    }
    return reader;
  }

  /** Runs the candidates. */
  private void search(QueryReader read, Found found) throws IOException {
    TermSet terms = read.read();
    List<QueryTokens.Token> tokens = read.tokens();
    SeenTokens seen = new SeenTokens(tokens);
    index.reset();
    if (candidates.stream().anyMatch(this::asksIndex)) {
      index.addField(QueryCompiler.FIELD, new QueryTokens(tokens));
    }
    LeafReader leaf = index.createSearcher().getIndexReader().leaves().get(0).reader();
    IndexSearcher searcher =
        new IndexSearcher(new TextReader(leaf, terms, seen, queries.vocabulary().choices()));
    searcher.setQueryCache(null);
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      Query query = queries.queries().get(i);
      if (query != null) {
        run(searcher, query, i, seen, found);
      }
    }
  }

  /** Whether a query has parts besides intervals, whose words {@link ChoiceSource} finds. */
  private boolean asksIndex(int entry) {
    return !(queries.queries().get(entry) instanceof IntervalQuery);
  }

  private static void run(
      IndexSearcher searcher, Query query, int entry, SeenTokens seen, Found found)
      throws IOException {
    Weight weight =
        searcher.createWeight(rewritten(searcher, query), ScoreMode.COMPLETE_NO_SCORES, 1);
    Matches matches = weight.matches(searcher.getIndexReader().leaves().get(0), 0);
    MatchesIterator spans = matches == null ? null : matches.getMatches(QueryCompiler.FIELD);
    while (spans != null && spans.next()) {
      found.add(entry, spans.startOffset(), spans.endOffset(), seen.evaded(spans));
    }
  }

  /** What the searcher's own does, which refuses queries of more than 1,024 words. */
  @SuppressWarnings(
      "ReferenceEquality") // A query that is done gives itself; equals compares every word.
  private static Query rewritten(IndexSearcher searcher, Query query) throws IOException {
    Query before = query;
    Query after = query.rewrite(searcher);
    while (after != before) {
      before = after;
      after = after.rewrite(searcher);
    }
    return after;
  }
}
