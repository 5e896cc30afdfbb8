package org.tocsin.lexicons.engine;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.FilterMatchesIterator;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Finds as one source and shows itself to visitors as another: as the query was written, before
 * Lucene multiplied its alternatives out. A match of one word has that word as its part, since what
 * the word's match says of itself is lost where Lucene puts the whole query in its place.
 */
final class ShownSource extends IntervalsSource {
  private final IntervalsSource run;
  private final IntervalsSource shown;

  ShownSource(IntervalsSource run, IntervalsSource shown) {
    this.run = run;
    this.shown = shown;
  }

  @Override
  public @Nullable IntervalIterator intervals(String field, LeafReaderContext context)
      throws IOException {
    return run.intervals(field, context);
  }

  @Override
  public @Nullable IntervalMatchesIterator matches(String field, LeafReaderContext context, int doc)
      throws IOException {
    IntervalMatchesIterator matches = run.matches(field, context, doc);
    return matches == null ? null : new WithParts(matches);
  }

  @Override
  public void visit(String field, QueryVisitor visitor) {
    shown.visit(field, visitor);
  }

  @Override
  public int minExtent() {
    return run.minExtent();
  }

  @Override
  public Collection<IntervalsSource> pullUpDisjunctions() {
    return run.pullUpDisjunctions();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ShownSource source && source.run.equals(run);
  }

  @Override
  public int hashCode() {
    return run.hashCode();
  }

  @Override
  public String toString() {
    return run.toString();
  }

  private static final class WithParts extends FilterMatchesIterator
      implements IntervalMatchesIterator {
    private final IntervalMatchesIterator matches;

    WithParts(IntervalMatchesIterator matches) {
      super(matches);
      this.matches = matches;
    }

    @Override
    public int gaps() {
      return matches.gaps();
    }

    @Override
    public int width() {
      return matches.width();
    }

    @Override
    public MatchesIterator getSubMatches() throws IOException {
      MatchesIterator parts = matches.getSubMatches();
      return parts != null ? parts : new Once(matches);
    }
  }

  /** The match that an iterator is at. */
  private static final class Once extends FilterMatchesIterator {
    private boolean begun;

    Once(MatchesIterator match) {
      super(match);
    }

    @Override
    public boolean next() {
      boolean first = !begun;
      begun = true;
      return first;
    }
  }
}
