package org.tocsin.lexicons.observable;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The text at hand in a reused array, with blanks behind its end so that a look-ahead may read on.
 */
final class Text {
  /** How far a look-ahead may read behind the end without asking. */
  static final int PADDING = 8;

  private static final int KEPT = 1 << 20;

  char[] chars = new char[1 << 10];
  int length;

  /** For each unit its offset in the original; null while they are the same. */
  int @Nullable [] origin;

  /** Characters looked at beyond the sweep itself: what a test of linear time counts. */
  long steps;

  void set(String text) {
    origin = null;
    reserve(text.length());
    length = text.length();
    text.getChars(0, length, chars, 0);
    pad();
  }

  /** Makes room for a text of this length; a very long one does not hold its memory for ever. */
  private void reserve(int size) {
    if (chars.length < size + PADDING || (chars.length > KEPT && size < KEPT / 2)) {
      chars = new char[Math.max(1 << 10, size + size / 2 + PADDING)];
    }
  }

  void pad() {
    Arrays.fill(chars, length, length + PADDING, '\n');
  }

  int origin(int at) {
    if (origin == null) {
      return at;
    }
    return origin[at];
  }

  /** The original offset behind the unit before {@code end}. */
  int originEnd(int end) {
    return end == 0 ? 0 : origin(end - 1) + 1;
  }

  String substring(int from, int to) {
    return new String(chars, from, to - from);
  }
}
