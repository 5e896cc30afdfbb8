package org.tocsin.lexicons.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Runs the queries whose triggers a text holds over an index of that text alone; reused. */
final class StoredQueries {
  /** Buffers for a text of more characters than this are given back after it. */
  private static final int HUGE = 1 << 16;

  private final Queries queries;
  private final Scanner scanner;
  private final BitSet triggered = new BitSet();
  private MemoryIndex index = new MemoryIndex(true);
  private @Nullable QueryReader reader;

  StoredQueries(Queries queries, Scanner scanner) {
    this.queries = queries;
    this.scanner = scanner;
  }

  /** Whether an entry is a query. */
  boolean has(int entry) {
    return queries.compiled().get(entry) != null;
  }

  /** Notes that a text holds a trigger of an entry. */
  void trigger(int entry) {
    triggered.set(entry);
  }

  /**
   * Runs what was triggered over the text that was scanned last, and forgets it.
   *
   * @param stemmers bits of the languages that it may be in
   */
  void run(int stemmers, Found found) {
    if (triggered.isEmpty()) {
      return;
    }
    if (reader == null) {
      reader = new QueryReader(queries.vocabulary(), scanner);
    }
    try {
      TermSet seen = reader.read(stemmers);
      for (int i = triggered.nextSetBit(0); i >= 0; i = triggered.nextSetBit(i + 1)) {
        QueryCompiler.Compiled query = queries.compiled().get(i);
        if (query == null || !query.requirement().metBy(seen)) {
          triggered.clear(i);
        }
      }
      if (!triggered.isEmpty()) {
        search(reader.tokens(), seen, found);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory does not fail", e);
    } finally {
      triggered.clear();
      if (scanner.length > HUGE) {
        reader = null;
        index = new MemoryIndex(true);
      }
    }
  }

  /** Runs what is left of the triggered queries. */
  private void search(List<QueryTokens.Token> tokens, TermSet terms, Found found)
      throws IOException {
    SeenTokens seen = new SeenTokens(tokens);
    index.reset();
    index.addField(QueryCompiler.FIELD, new QueryTokens(tokens));
    LeafReader leaf = index.createSearcher().getIndexReader().leaves().get(0).reader();
    IndexSearcher searcher = new IndexSearcher(new TextReader(leaf, terms));
    searcher.setQueryCache(null);
    for (int i = triggered.nextSetBit(0); i >= 0; i = triggered.nextSetBit(i + 1)) {
      QueryCompiler.Compiled query = queries.compiled().get(i);
      if (query != null) {
        run(searcher, query.query(), i, seen, found);
      }
    }
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
