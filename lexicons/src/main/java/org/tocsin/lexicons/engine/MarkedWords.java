package org.tocsin.lexicons.engine;

/** Reads words with marks, expansions, styled letters and such, letter by letter; reused. */
final class MarkedWords {
  private final Scanner scanner;
  private final ClassHash hash = new ClassHash();

  MarkedWords(Scanner scanner) {
    this.scanner = scanner;
  }

  /**
   * Reads a word with marks, expansions, styled letters and such.
   *
   * @param limit where the word must end at the latest
   * @return where to go on
   */
  int read(int from, int limit) {
    hash.clear();
    int count = 0;
    int stop = from;
    boolean twofold = false;
    boolean alphabetic = false;
    int i = from;
    while (i < limit) {
      int cp = Character.codePointAt(scanner.text, i, limit);
      int next = i + Character.charCount(cp);
      int kind = Alphabet.kind(cp);
      int odd = kind == Alphabet.ODD ? Alphabet.odd(cp) : 0;
      if (Alphabet.parts(cp)
          || kind == Alphabet.HIGH
          || odd == Alphabet.SOLO
          || odd == Alphabet.PICTOGRAPH) {
        break;
      }
      if (kind == Alphabet.SYNTAX || (kind == Alphabet.SOFT && !joinsAt(i))) {
        break;
      }
      if (kind == Alphabet.APOSTROPHE && !scanner.wordAt(next, limit)) {
        break;
      }
      if (odd == Alphabet.EXPANDS) {
        String expansion = Alphabet.expansion(Alphabet.fold(cp));
        for (int k = 0; k < expansion.length(); k++) {
          int folded = expansion.charAt(k);
          if (Alphabet.base(folded) != 0 && Alphabet.kind(folded) != Alphabet.MARK) {
            hash.add(Alphabet.classOf(folded));
            count++;
          }
        }
      } else if (kind == Alphabet.LETTER || odd == Alphabet.AMBIGUOUS) {
        hash.add(Alphabet.classOf(Alphabet.fold(cp)));
        count++;
      }
      twofold |= odd == Alphabet.AMBIGUOUS;
      alphabetic |= cp > '9';
      stop =
          kind == Alphabet.INVISIBLE || kind == Alphabet.SOFT || kind == Alphabet.APOSTROPHE
              ? stop
              : next;
      i = next;
    }
    if (count > 0) {
      if (twofold && alphabetic) {
        scanner.ambiguous.add(scanner.size);
      }
      scanner.token(from, stop, hash.value(), count);
    }
    return Math.max(i, from + 1);
  }

  /** A zero-width non-joiner parts words only in Arabic script. */
  private boolean joinsAt(int i) {
    return scanner.text[i] == Alphabet.ZWNJ && !(i > 0 && Scanner.arabic(scanner.text[i - 1]));
  }
}
