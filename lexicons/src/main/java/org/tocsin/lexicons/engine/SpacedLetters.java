package org.tocsin.lexicons.engine;

import com.ibm.icu.lang.UCharacter;

/**
 * Reads words of one letter in a row as one word: k i l l, k.i.l.l, also across a line break. A gap
 * wider than the narrowest of the row is a word boundary; where the letters are kept apart by both
 * white space and symbols, white space is one too.
 */
final class SpacedLetters {
  /** Letters are kept apart by at most this many characters. */
  static final int WIDEST_GAP = 3;

  /** Fewer letters in a row are initials. */
  static final int FEWEST = 3;

  private final Scanner scanner;
  private final Lookup lookup;
  private final Units units = new Units();

  SpacedLetters(Scanner scanner, Lookup lookup) {
    this.scanner = scanner;
    this.lookup = lookup;
  }

  /** Whether there may be any: as many words of one letter in a row. */
  boolean any() {
    if (scanner.single < FEWEST) {
      return false;
    }
    int[] count = scanner.letters;
    int row = 0;
    int longest = 0;
    for (int t = 0; t < scanner.size; t++) {
      row = count[t] == 1 ? row + 1 : 0;
      longest = Math.max(longest, row);
    }
    return longest >= FEWEST;
  }

  /** Adds them to the look-up. */
  void collect() {
    int t = 0;
    while (t < scanner.size) {
      int end = t + 1;
      if (scanner.letters[t] == 1) {
        while (end < scanner.size && scanner.letters[end] == 1 && width(end) > 0) {
          end++;
        }
        row(t, end);
      }
      t = end;
    }
  }

  private void row(int first, int after) {
    int narrowest = WIDEST_GAP;
    for (int t = first + 1; t < after; t++) {
      narrowest = Math.min(narrowest, width(t));
    }
    int piece = first;
    for (int t = first + 1; t <= after; t++) {
      if (t == after || width(t) > narrowest) {
        piece(piece, t);
        piece = t;
      }
    }
  }

  private void piece(int first, int after) {
    word(first, after);
    int part = first;
    for (int t = first + 1; t <= after; t++) {
      if (t == after ? part > first : white(t)) {
        word(part, t);
        part = t;
      }
    }
  }

  private void word(int first, int after) {
    if (after - first < FEWEST) {
      return;
    }
    units.clear();
    for (int t = first; t < after; t++) {
      units.append(scanner.text, scanner.start[t], scanner.end[t], true);
    }
    int end = scanner.end[after - 1];
    lookup.read(units, 0, first, after, scanner.start[first], end, Evaded.SPACED);
  }

  /** How many characters part a word from the one before it; 0 when too many or none. */
  private int width(int t) {
    int from = scanner.end[t - 1];
    int width = scanner.start[t] - from;
    if (width == 2 && scanner.text[from] == '\r' && scanner.text[from + 1] == '\n') {
      return 1;
    }
    return width > WIDEST_GAP ? 0 : width;
  }

  private boolean white(int t) {
    return UCharacter.isUWhiteSpace(scanner.text[scanner.end[t - 1]]);
  }
}
