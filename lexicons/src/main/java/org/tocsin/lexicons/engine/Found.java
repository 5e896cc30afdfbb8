package org.tocsin.lexicons.engine;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tocsin.lexicons.MatchSink;
import org.tocsin.lexicons.pack.Entry;

/**
 * Gathers what a text holds and reports it in order: for each entry and start the plainest reading,
 * of equally plain ones the longest.
 */
final class Found {
  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingInt(Hit::start)
          .thenComparingInt(Hit::entry)
          .thenComparingInt(hit -> Evaded.effort(hit.evaded()))
          .thenComparing(Comparator.comparingInt(Hit::end).reversed());

  private final BreakIterator graphemes = BreakIterator.getCharacterInstance(ULocale.ROOT);
  private final List<Entry> entries;
  private final List<Hit> hits = new ArrayList<>();

  Found(List<Entry> entries) {
    this.entries = entries;
  }

  void add(int entry, int start, int end, int evaded) {
    hits.add(new Hit(entry, start, end, evaded));
  }

  boolean isEmpty() {
    return hits.isEmpty();
  }

  /** Reports and forgets. */
  void report(String text, MatchSink sink) {
    snap(text);
    hits.sort(BEST_FIRST);
    Hit last = null;
    for (Hit hit : hits) {
      if (last == null || !hit.sameStart(last)) {
        String how = Evaded.how(hit.evaded);
        sink.accept(entries.get(hit.entry), hit.start, hit.end, how);
      }
      last = hit;
    }
    hits.clear();
  }

  /** Widens places to whole graphemes: marks in front and joined emoji belong to what is shown. */
  private void snap(String text) {
    boolean ready = false;
    for (int i = 0; i < hits.size(); i++) {
      Hit hit = hits.get(i);
      if (plain(text, hit.start) && plain(text, hit.end)) {
        continue;
      }
      if (!ready) {
        graphemes.setText(text);
        ready = true;
      }
      int start =
          hit.start == 0 || graphemes.isBoundary(hit.start)
              ? hit.start
              : graphemes.preceding(hit.start);
      int end =
          hit.end == text.length() || graphemes.isBoundary(hit.end)
              ? hit.end
              : graphemes.following(hit.end);
      hits.set(i, new Hit(hit.entry, start, end, hit.evaded));
    }
  }

  /** Whether nothing joins the characters before and at a place. */
  private static boolean plain(String text, int at) {
    return at == 0
        || at == text.length()
        || (text.charAt(at - 1) < 0x300 && text.charAt(at) < 0x300);
  }

  private record Hit(int entry, int start, int end, int evaded) {
    boolean sameStart(Hit other) {
      return entry == other.entry && start == other.start;
    }
  }
}
