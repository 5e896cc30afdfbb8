package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;

/**
 * One of many words or rows of words. Lucene's own asks the index for each of them; a set has
 * hundreds and a text holds one or none, so this one looks only at those whose first word {@link
 * TextReader} saw, and where they stand there. The same words are one source ({@link
 * QueryWords#choice}), so that none is ever compared with another.
 */
final class ChoiceSource extends IntervalsSource {
  private final int number;
  private final List<Way> ways;

  /** The numbers of the terms with which they begin, in order. */
  private final int[] firsts;

  /** Those that begin so, by the numbers of their terms. */
  private final List<List<int[]>> rows;

  /**
   * A word or words in a row.
   *
   * @param terms theirs
   */
  record Way(List<String> terms) {}

  /**
   * One of these.
   *
   * @param number of its own
   */
  ChoiceSource(int number, List<Way> ways) {
    this.number = number;
    this.ways = ways;
    SortedMap<Integer, List<int[]>> byFirst = new TreeMap<>();
    for (Way way : ways) {
      int[] numbers = way.terms.stream().mapToInt(QueryWords::number).toArray();
      byFirst.computeIfAbsent(numbers[0], unused -> new ArrayList<>(1)).add(numbers);
    }
    firsts = byFirst.keySet().stream().mapToInt(Integer::intValue).toArray();
    rows = List.copyOf(byFirst.values());
  }

  /** The number of this one. */
  int number() {
    return number;
  }

  /** The numbers of the terms with which they begin. */
  int[] firsts() {
    return firsts;
  }

  /** Where they stand in a text. */
  Places places(TermSet seen, SeenTokens tokens) {
    List<Places.Place> places = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      int first = Arrays.binarySearch(firsts, seen.get(i));
      if (first >= 0) {
        for (int[] row : rows.get(first)) {
          tokens.find(row, places);
        }
      }
    }
    return new Places(places);
  }

  private Places places(LeafReaderContext context) {
    return ((TextReader) context.reader()).places(this);
  }

  @Override
  public @Nullable IntervalIterator intervals(String field, LeafReaderContext context) {
    Places places = places(context);
    return places.isEmpty() ? null : places.intervals();
  }

  @Override
  public @Nullable IntervalMatchesIterator matches(
      String field, LeafReaderContext context, int doc) {
    Places places = places(context);
    return places.isEmpty() ? null : places.matches();
  }

  @Override
  public void visit(String field, QueryVisitor visitor) {
    Query whole = new IntervalQuery(field, this);
    QueryVisitor one = visitor.getSubVisitor(Occur.SHOULD, whole);
    for (Way way : ways) {
      QueryVisitor row = way.terms.size() == 1 ? one : one.getSubVisitor(Occur.MUST, whole);
      way.terms.forEach(term -> row.consumeTerms(whole, new Term(field, term)));
    }
  }

  /**
   * Of the longest: Lucene puts alternatives of one word together, to which this one belongs only
   * when all its ways are of one word.
   */
  @Override
  public int minExtent() {
    return ways.stream().mapToInt(way -> way.terms.size()).max().orElse(0);
  }

  @Override
  public Collection<IntervalsSource> pullUpDisjunctions() {
    return List.of(this);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return number;
  }

  @Override
  public String toString() {
    return ways.stream()
        .map(way -> way.terms.toString())
        .collect(Collectors.joining(",", "or(", ")"));
  }
}
