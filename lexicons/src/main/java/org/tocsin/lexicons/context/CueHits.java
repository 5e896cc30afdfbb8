package org.tocsin.lexicons.context;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.Matcher;
import org.tocsin.lexicons.pack.Entry;

/** Where the cues stand in one text; sought when first asked for. */
final class CueHits {
  /** How many of a list's places on each side of a match are looked at. */
  private static final int NEAREST = 16;

  private final CueBook book;
  private final @Nullable Matcher matcher;
  private final List<List<Clauses.Range>> hits = new ArrayList<>();
  private String text = "";
  private String lang = "";
  private boolean ready;

  CueHits(CueBook book) {
    this.book = book;
    matcher = book.newMatcher();
    for (int i = 0; i < book.size(); i++) {
      hits.add(new ArrayList<>());
    }
  }

  void read(String otherText, String otherLang) {
    text = otherText;
    lang = otherLang;
    ready = false;
  }

  /** The nearest place of a list's words within a range around a match; null for none. */
  Clauses.@Nullable Range nearest(int list, Clauses.Range range, Entry entry, int start, int end) {
    if (!ready) {
      hits.forEach(List::clear);
      if (matcher != null) {
        matcher.match(
            text,
            lang,
            (cue, from, to, how) ->
                hits.get(Integer.parseInt(cue.id())).add(new Clauses.Range(from, to)));
      }
      ready = true;
    }
    List<Clauses.Range> places = hits.get(list);
    int at = firstFrom(places, start);
    Clauses.Range nearest = null;
    for (int i = Math.max(0, at - NEAREST); i < Math.min(places.size(), at + NEAREST); i++) {
      Clauses.Range place = places.get(i);
      if (range.holds(place.from(), place.to())
          && !partOf(entry, place, start, end)
          && (nearest == null || gap(place, start, end) < gap(nearest, start, end))) {
        nearest = place;
      }
    }
    return nearest;
  }

  /** Whether a cue is among the words that the entry itself asks for. */
  private boolean partOf(Entry entry, Clauses.Range place, int start, int end) {
    return place.from() >= start
        && place.to() <= end
        && book.asks(entry, text.substring(place.from(), place.to()));
  }

  private static int gap(Clauses.Range place, int start, int end) {
    return Math.max(0, Math.max(start - place.to(), place.from() - end));
  }

  private static int firstFrom(List<Clauses.Range> places, int start) {
    int low = 0;
    int high = places.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (places.get(middle).from() < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
