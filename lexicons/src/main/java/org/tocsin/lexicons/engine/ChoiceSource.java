package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * TextReader} saw, and where they stand there.
 */
final class ChoiceSource extends IntervalsSource {
  private final List<Way> ways;
  private final BitSet firsts = new BitSet();
  private final Map<Integer, List<int[]>> byFirst = new HashMap<>();

  /** Asked for again and again while alternatives are multiplied. */
  private final int hash;

  /**
   * A word or words in a row.
   *
   * @param terms theirs
   */
  record Way(List<String> terms) {}

  /** One of these. */
  ChoiceSource(List<Way> ways) {
    this.ways = List.copyOf(ways);
    for (Way way : ways) {
      int[] numbers = way.terms.stream().mapToInt(QueryWords::number).toArray();
      firsts.set(numbers[0]);
      byFirst.computeIfAbsent(numbers[0], unused -> new ArrayList<>(1)).add(numbers);
    }
    hash = ways.hashCode();
  }

  /** Where they stand in a text. */
  Places places(TermSet seen, SeenTokens tokens) {
    List<Places.Place> places = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      if (firsts.get(seen.get(i))) {
        for (int[] row : byFirst.getOrDefault(seen.get(i), List.of())) {
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
    return this == other
        || (other instanceof ChoiceSource choice
            && choice.hash == hash
            && choice.ways.equals(ways));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return ways.stream()
        .map(way -> way.terms.toString())
        .collect(Collectors.joining(",", "or(", ")"));
  }
}
