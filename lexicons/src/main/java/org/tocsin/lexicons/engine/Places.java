package org.tocsin.lexicons.engine;

import static org.apache.lucene.queries.intervals.IntervalIterator.NO_MORE_INTERVALS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Where one of some alternatives stands in a text, as Lucene has it: in order, and none that has
 * another within. Of equal places the plainest is kept, so that what is told of a match does not
 * depend on the order in which alternatives are asked.
 */
final class Places {
  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::from)
          .thenComparingInt(Place::to)
          .thenComparingInt(place -> Evaded.effort(place.evaded.bits))
          .thenComparing(Comparator.comparingInt(Place::end).reversed())
          .thenComparingInt(place -> place.evaded.bits);

  /** Nowhere. */
  static final Places NONE = new Places(new ArrayList<>());

  private final List<Place> places;

  /**
   * A place.
   *
   * @param from the position of the first word
   * @param to the position of the last
   * @param start of the words in the text, in UTF-16 units
   * @param end of the words in the text
   */
  record Place(int from, int to, int start, int end, Seen evaded) {}

  /** Of all places that alternatives have. */
  Places(List<Place> all) {
    all.sort(ORDER);
    places = new ArrayList<>(all.size());
    int within = Integer.MAX_VALUE;
    for (int i = all.size() - 1; i >= 0; i--) {
      Place place = all.get(i);
      boolean same = i > 0 && all.get(i - 1).from == place.from && all.get(i - 1).to == place.to;
      if (!same && place.to < within) {
        places.add(place);
        within = place.to;
      }
    }
    Collections.reverse(places);
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  private int first(int at) {
    return at < 0 ? -1 : at < places.size() ? places.get(at).from : NO_MORE_INTERVALS;
  }

  private int last(int at) {
    return at < 0 ? -1 : at < places.size() ? places.get(at).to : NO_MORE_INTERVALS;
  }

  IntervalIterator intervals() {
    return new Intervals();
  }

  IntervalMatchesIterator matches() {
    return new Matches();
  }

  /**
   * What was undone to see the words of a place, in the one thing that Lucene hands up from a
   * match: a query, which is never run.
   */
  static final class Seen extends Query {
    private final int bits;

    Seen(int bits) {
      this.bits = bits;
    }

    int bits() {
      return bits;
    }

    @Override
    public void visit(QueryVisitor visitor) {
      visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
      return Objects.requireNonNullElse(Evaded.how(bits), "");
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Seen seen && seen.bits == bits;
    }

    @Override
    public int hashCode() {
      return bits;
    }
  }

  private final class Intervals extends IntervalIterator {
    private int doc = -1;
    private int at = -1;

    @Override
    public int start() {
      return first(at);
    }

    @Override
    public int end() {
      return last(at);
    }

    @Override
    public int gaps() {
      return 0;
    }

    @Override
    public int nextInterval() {
      at = Math.min(at + 1, places.size());
      return start();
    }

    @Override
    public float matchCost() {
      return 1;
    }

    @Override
    public int docID() {
      return doc;
    }

    @Override
    public int nextDoc() {
      return advance(doc + 1);
    }

    @Override
    public int advance(int target) {
      at = -1;
      doc = target == 0 ? 0 : DocIdSetIterator.NO_MORE_DOCS;
      return doc;
    }

    @Override
    public long cost() {
      return 1;
    }
  }

  private final class Matches implements IntervalMatchesIterator {
    private int at = -1;

    @Override
    public boolean next() {
      at = Math.min(at + 1, places.size());
      return at < places.size();
    }

    @Override
    public int startPosition() {
      return first(at);
    }

    @Override
    public int endPosition() {
      return last(at);
    }

    @Override
    public int startOffset() {
      return places.get(at).start;
    }

    @Override
    public int endOffset() {
      return places.get(at).end;
    }

    @Override
    public int gaps() {
      return 0;
    }

    @Override
    public int width() {
      return endPosition() - startPosition() + 1;
    }

    @Override
    public @Nullable MatchesIterator getSubMatches() {
      return null;
    }

    @Override
    public Query getQuery() {
      return places.get(at).evaded;
    }
  }
}
