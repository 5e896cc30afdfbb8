package org.tocsin.lexicons.engine;

/** A word of a text and what its stems are to the entries: common words are stemmed only once. */
final class Stemmed {
  private final char[] word;
  private final int bits;
  private final int[] found;

  private Stemmed(char[] word, int bits, int[] found) {
    this.word = word;
    this.bits = bits;
    this.found = found;
  }

  /** Remembers the readings from one on, which are of this word. */
  static Stemmed of(Scanner scanner, int token, int bits, Edges edges, int first) {
    char[] word = new char[scanner.end[token] - scanner.start[token]];
    System.arraycopy(scanner.text, scanner.start[token], word, 0, word.length);
    int[] found = new int[2 * (edges.size() - first)];
    for (int i = 0; i < found.length; i += 2) {
      found[i] = edges.slot(first + i / 2);
      found[i + 1] = edges.evaded(first + i / 2);
    }
    return new Stemmed(word, bits, found);
  }

  /** Whether it is this word, sought in the same languages. */
  boolean is(Scanner scanner, int token, int inBits) {
    int start = scanner.start[token];
    if (bits != inBits || scanner.end[token] - start != word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (scanner.text[start + i] != word[i]) {
        return false;
      }
    }
    return true;
  }

  /** Slots, each followed by how it is seen. */
  int[] found() {
    return found;
  }
}
