package org.tocsin.lexicons.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** Runs the queries whose triggers a text holds over an index of that text alone; reused. */
final class StoredQueries {
  private final Map<Integer, Query> queries;
  private final Analyzer analyzer = WordTokenizer.analyzer();
  private final MemoryIndex index = new MemoryIndex(true);
  private final BitSet triggered = new BitSet();

  StoredQueries(Map<Integer, Query> queries) {
    this.queries = queries;
  }

  /** Whether an entry is a query. */
  boolean has(int entry) {
    return queries.containsKey(entry);
  }

  /** Notes that a text holds a trigger of an entry. */
  void trigger(int entry) {
    triggered.set(entry);
  }

  /** Runs what was triggered and forgets it. */
  void run(String text, Found found) {
    if (triggered.isEmpty()) {
      return;
    }
    try {
      index.reset();
      index.addField(QueryCompiler.FIELD, text, analyzer);
      IndexSearcher searcher = index.createSearcher();
      for (int i = triggered.nextSetBit(0); i >= 0; i = triggered.nextSetBit(i + 1)) {
        Query query = queries.get(i);
        if (query != null) {
          run(searcher, query, i, found);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory does not fail", e);
    } finally {
      triggered.clear();
    }
  }

  private static void run(IndexSearcher searcher, Query query, int entry, Found found)
      throws IOException {
    Weight weight =
        searcher.createWeight(rewritten(searcher, query), ScoreMode.COMPLETE_NO_SCORES, 1);
    Matches matches = weight.matches(searcher.getIndexReader().leaves().get(0), 0);
    MatchesIterator spans = matches == null ? null : matches.getMatches(QueryCompiler.FIELD);
    while (spans != null && spans.next()) {
      found.add(entry, spans.startOffset(), spans.endOffset(), Evaded.EXACT);
    }
  }

  /** What the searcher's own does, which refuses queries of more than 1,024 words. */
  private static Query rewritten(IndexSearcher searcher, Query query) throws IOException {
    Query before = query;
    Query after = query.rewrite(searcher);
    while (!after.equals(before)) {
      before = after;
      after = after.rewrite(searcher);
    }
    return after;
  }
}
