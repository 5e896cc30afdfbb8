package org.tocsin.lexicons.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;

/**
 * One of many words or rows of words. Lucene's own asks the index for each of them; a set has
 * hundreds and a text holds one or none, so this one asks only for those whose first word {@link
 * TextReader} saw.
 */
final class ChoiceSource extends IntervalsSource {
  private final List<Way> ways;
  private final BitSet firsts = new BitSet();
  private final Map<Integer, List<IntervalsSource>> byFirst = new HashMap<>();

  /** Asked for again and again while alternatives are multiplied. */
  private final int hash;

  /**
   * A word or words in a row.
   *
   * @param first the number of the first word's term
   * @param source finds all of them
   */
  record Way(int first, IntervalsSource source) {}

  private ChoiceSource(List<Way> ways) {
    this.ways = List.copyOf(ways);
    for (Way way : ways) {
      firsts.set(way.first);
      byFirst.computeIfAbsent(way.first, unused -> new ArrayList<>(1)).add(way.source);
    }
    hash = ways.hashCode();
  }

  /** One of these; of a single one, itself. */
  static IntervalsSource of(List<Way> ways) {
    return ways.size() == 1 ? ways.get(0).source : new ChoiceSource(ways);
  }

  /** Those that the text may hold. */
  private List<IntervalsSource> present(LeafReaderContext context) {
    TermSet seen = ((TextReader) context.reader()).seen();
    List<IntervalsSource> present = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      if (firsts.get(seen.get(i))) {
        present.addAll(byFirst.getOrDefault(seen.get(i), List.of()));
      }
    }
    return present;
  }

  @Override
  public @Nullable IntervalIterator intervals(String field, LeafReaderContext context)
      throws IOException {
    List<IntervalsSource> present = present(context);
    return present.isEmpty() ? null : any(present).intervals(field, context);
  }

  @Override
  public @Nullable IntervalMatchesIterator matches(String field, LeafReaderContext context, int doc)
      throws IOException {
    List<IntervalsSource> present = present(context);
    return present.isEmpty() ? null : any(present).matches(field, context, doc);
  }

  private static IntervalsSource any(List<IntervalsSource> sources) {
    return sources.size() == 1 ? sources.get(0) : Intervals.or(false, sources);
  }

  @Override
  public void visit(String field, QueryVisitor visitor) {
    QueryVisitor one = visitor.getSubVisitor(Occur.SHOULD, new IntervalQuery(field, this));
    ways.forEach(way -> way.source.visit(field, one));
  }

  /**
   * Of the longest: Lucene puts alternatives of one word together, to which this one belongs only
   * when all its ways are of one word.
   */
  @Override
  public int minExtent() {
    return ways.stream().mapToInt(way -> way.source.minExtent()).max().orElse(0);
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
    return ways.stream().map(w -> w.source.toString()).collect(Collectors.joining(",", "or(", ")"));
  }
}
