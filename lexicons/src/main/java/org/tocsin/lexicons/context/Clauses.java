package org.tocsin.lexicons.context;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/** Finds the clause, or some words, around a place in a text; remembers the last clause. */
final class Clauses {
  /** How many pieces between words are stepped over before a window ends anyway. */
  private static final int MOST_GAPS = 32;

  private final BreakIterator sentences = BreakIterator.getSentenceInstance(ULocale.ROOT);
  private final BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);
  private String text = "";
  private boolean sentencesReady;
  private boolean wordsReady;
  private Range last = new Range(0, 0);

  /** A part of a text, {@code [from, to)}. */
  record Range(int from, int to) {
    boolean holds(int start, int end) {
      return start >= from && end <= to;
    }

    Range within(Range other) {
      return new Range(Math.max(from, other.from), Math.min(to, other.to));
    }
  }

  /** Goes on with another text. */
  void read(String other) {
    text = other;
    sentencesReady = false;
    wordsReady = false;
    last = new Range(0, 0);
  }

  /** The clause that holds a place; of a place over several clauses, all of them. */
  Range around(int start, int end) {
    if (last.to() > last.from() && last.holds(start, end)) {
      return last;
    }
    if (!sentencesReady) {
      sentences.setText(text);
      sentencesReady = true;
    }
    int least = start == 0 ? 0 : sentences.preceding(Math.min(start + 1, text.length()));
    int most = end >= text.length() ? text.length() : sentences.following(Math.max(0, end - 1));
    int from = start;
    while (from > Math.max(0, least) && !cutsAt(from - 1)) {
      from--;
    }
    int to = end;
    while (to < most && !cutsAt(to)) {
      to++;
    }
    last = new Range(from, to);
    return last;
  }

  private boolean cutsAt(int i) {
    return switch (text.charAt(i)) {
      case ';', '؛', '\n' -> true;
      case '-', '–', '—' -> blank(i - 1) && blank(i + 1);
      default -> false;
    };
  }

  private boolean blank(int i) {
    return i >= 0 && i < text.length() && Character.isWhitespace(text.charAt(i));
  }

  /** The so many words before and after a place, with it. */
  Range window(int start, int end, int before, int after) {
    if (!wordsReady) {
      words.setText(text);
      wordsReady = true;
    }
    int from = start;
    int gaps = 0;
    for (int left = before; left > 0 && from > 0 && gaps < MOST_GAPS + before; ) {
      int to = from;
      from = words.preceding(from);
      if (wordIn(from, to)) {
        left--;
      } else {
        gaps++;
      }
    }
    int to = end;
    gaps = 0;
    for (int left = after; left > 0 && to < text.length() && gaps < MOST_GAPS + after; ) {
      int begin = to;
      to = words.following(to);
      if (wordIn(begin, to)) {
        left--;
      } else {
        gaps++;
      }
    }
    return new Range(from, to);
  }

  private boolean wordIn(int from, int to) {
    for (int i = from; i < to; i += Character.charCount(text.codePointAt(i))) {
      if (Character.isLetterOrDigit(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }
}
