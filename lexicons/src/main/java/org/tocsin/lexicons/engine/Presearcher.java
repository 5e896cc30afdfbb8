package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells by the hashes of a text's words which queries may match it, as the Lucene Monitor's
 * presearcher does by terms: those that have a word of each of their required groups. May say yes
 * too often, never no. Immutable.
 *
 * <p>Every word of the vocabulary has a row of bits, one for each group that it is in; the rows of
 * a text's words are put together, and only the queries of which a word is the rarest kind are held
 * against them.
 */
final class Presearcher {
  /** A row is at most so many longs; more groups share bits. */
  private static final int WIDEST = 64;

  private final SlotTable vocabulary;

  /** The row of each list of the vocabulary; then of each slot. */
  private final int[] rows;

  /** By row; words of one set have one. */
  private final long[][] groups;

  /** By row: the queries that it is a trigger of. */
  private final int[][] triggered;

  private final int width;
  private final List<QueryCompiler.@Nullable Compiled> queries;

  /**
   * Puts together the words of queries.
   *
   * @param queries null for entries that are none
   * @param groupCount how many groups of words they require
   * @param pool where their words are numbered
   * @param vocabulary finds these numbers by the hash of a word
   */
  Presearcher(
      List<QueryCompiler.@Nullable Compiled> queries,
      int groupCount,
      SlotPool pool,
      SlotTable vocabulary) {
    this.queries = queries;
    this.vocabulary = vocabulary;
    width = Math.min(WIDEST, groupCount / Long.SIZE + 1);
    List<Row> slots = new ArrayList<>();
    for (int slot = 0; slot < pool.size(); slot++) {
      slots.add(new Row(new BitSet(), new BitSet()));
    }
    for (int i = 0; i < queries.size(); i++) {
      QueryCompiler.Compiled query = queries.get(i);
      if (query != null) {
        query
            .requirement()
            .tell(
                (group, words) ->
                    words.forEach(
                        word ->
                            slots
                                .get(word.form().slot(pool))
                                .groups
                                .set(group % (width * Long.SIZE))));
        for (QueryWords.Key word : query.triggers()) {
          slots.get(word.form().slot(pool)).triggered.set(i);
        }
      }
    }
    List<Row> all = new ArrayList<>();
    for (int list = 0; list < vocabulary.size(); list++) {
      Row row = new Row(new BitSet(), new BitSet());
      for (int i = vocabulary.from(list); i < vocabulary.to(list); i++) {
        row.add(slots.get(vocabulary.slot(i)));
      }
      all.add(row);
    }
    all.addAll(slots);
    Map<Row, Integer> distinct = new LinkedHashMap<>();
    rows =
        all.stream()
            .mapToInt(row -> distinct.computeIfAbsent(row, unused -> distinct.size()))
            .toArray();
    groups =
        distinct.keySet().stream()
            .map(row -> Arrays.copyOf(row.groups.toLongArray(), width))
            .toArray(long[][]::new);
    triggered =
        distinct.keySet().stream()
            .map(row -> row.triggered.stream().toArray())
            .toArray(int[][]::new);
  }

  /**
   * What a word is asked for.
   *
   * @param groups that it is in
   * @param triggered queries that it may be the rarest word of
   */
  private record Row(BitSet groups, BitSet triggered) {
    void add(Row other) {
      groups.or(other.groups);
      triggered.or(other.triggered);
    }
  }

  /** Buffers for one thread. */
  Search newSearch() {
    return new Search();
  }

  /** Looks at one text after the other. */
  final class Search {
    private final long[] met = new long[width];
    private final IntList seen = new IntList();

    /**
     * Sets the bits of the queries that may match.
     *
     * @param edges second readings of the words
     */
    void find(Scanner scanner, Edges edges, BitSet candidates) {
      seen.clear();
      Arrays.fill(met, 0);
      long[] hash = scanner.hash;
      for (int t = 0; t < scanner.size; t++) {
        int list = vocabulary.list(hash[t]);
        if (list != LongIntMap.ABSENT) {
          see(rows[list]);
        }
      }
      for (int e = 0; e < edges.size(); e++) {
        see(rows[vocabulary.size() + edges.slot(e)]);
      }
      for (int i = 0; i < seen.size(); i++) {
        for (int number : triggered[seen.get(i)]) {
          QueryCompiler.Compiled query = queries.get(number);
          if (query != null && query.condition().metBy(met)) {
            candidates.set(number);
          }
        }
      }
    }

    private void see(int row) {
      seen.add(row);
      long[] of = groups[row];
      for (int i = 0; i < met.length; i++) {
        met[i] |= of[i];
      }
    }
  }
}
