package org.tocsin.lexicons.engine;

/** Hashes of a scanned word that only some bundles ask for. */
final class WordHashes {
  private WordHashes() {}

  /** The hash of the first so many runs of a word's classes; of all when it has fewer. */
  static long beginning(Scanner scanner, int token, int runs) {
    char[] text = scanner.text;
    int end = scanner.end[token];
    long word = 0;
    long last = 0;
    int left = runs;
    for (int i = scanner.start[token]; i < end; ) {
      int cp = Character.codePointAt(text, i, end);
      i += Character.charCount(cp);
      long h = cp < Alphabet.SIZE ? Alphabet.HASH[cp] : 0;
      int kind = (int) h & Alphabet.KIND;
      if (kind == Alphabet.ODD && Alphabet.odd(cp) == Alphabet.EXPANDS) {
        String expansion = Alphabet.expansion(Alphabet.fold(cp));
        for (int k = 0; k < expansion.length() && left > 0; k++) {
          long part = Alphabet.hash(Alphabet.classOf(expansion.charAt(k)));
          boolean letter = Alphabet.kind(expansion.charAt(k)) != Alphabet.MARK;
          if (letter && part != last) {
            word = Alphabet.add(word, part);
            last = part;
            left--;
          }
        }
      } else if (kind == Alphabet.LETTER || kind == Alphabet.ODD) {
        long part = h & ~(long) Alphabet.KIND;
        if (part != last) {
          word = Alphabet.add(word, part);
          last = part;
          left--;
        }
      }
      if (left <= 0) {
        break;
      }
    }
    return word;
  }

  /** A hash of a word as it is spelt. */
  static long spelling(Scanner scanner, int token) {
    long word = 0;
    for (int i = scanner.start[token]; i < scanner.end[token]; i++) {
      word = (word ^ scanner.text[i]) * 0x9E3779B97F4A7C15L;
      word ^= word >>> 32;
    }
    return word;
  }
}
