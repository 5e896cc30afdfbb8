package org.tocsin.lexicons.engine;

/** Words of plain letters and digits, with digits that may stand for two letters; reused. */
final class PlainWords {
  private final Scanner scanner;

  PlainWords(Scanner scanner) {
    this.scanner = scanner;
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A word with a digit that may stand for two letters: mostly a number, and without surprise. */
  int digits(int i, int from) {
    int to = end(i);
    if (!endsAt(to)) {
      return scanner.marked.read(from, scanner.length);
    }
    boolean alphabetic = false;
    for (int at = from; at < to; at++) {
      alphabetic |= scanner.text[at] > '9';
    }
    if (alphabetic) {
      scanner.ambiguous.add(scanner.size);
    }
    add(from, to);
    return to;
  }

  /** Where the plain letters and digits from a position end. */
  int end(int from) {
    byte[] codes = scanner.kinds.codes;
    int i = from;
    while (i < scanner.length && (codes[i] < 0 || digit(scanner.text[i]))) {
      i++;
    }
    return i;
  }

  /** Whether a word that goes up to a position goes on there in no way. */
  boolean endsAt(int i) {
    if (i >= scanner.length || scanner.kinds.codes[i] == 0) {
      return true;
    }
    int kind = Alphabet.kind(scanner.text[i]);
    return kind == Alphabet.SYNTAX
        || (kind == Alphabet.SOFT && scanner.text[i] != Alphabet.ZWNJ)
        || (kind == Alphabet.APOSTROPHE && scanner.kinds.codes[i + 1] == 0);
  }

  /** Adds a word of plain letters, digits, and apostrophes between them. */
  void add(int from, int to) {
    for (int i = from; i < to; i++) {
      if (digit(scanner.text[i])) {
        scanner.kinds.codes[i] = Alphabet.code(Alphabet.classOf(scanner.text[i]));
      }
    }
    scanner.token(from, to);
  }
}
