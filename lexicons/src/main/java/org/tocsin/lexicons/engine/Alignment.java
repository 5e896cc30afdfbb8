package org.tocsin.lexicons.engine;

import com.ibm.icu.lang.UCharacter;

/**
 * Whether a word of a text is a word of an entry, and by which evasions: both are cut into runs of
 * one class, and run is held against run, letter against letter.
 */
final class Alignment {
  /**
   * Shorter words, of a text or an entry, have too many neighbours for a typing slip to say
   * anything.
   */
  static final int SHORTEST_TYPO = 5;

  private Alignment() {}

  /**
   * Compares a whole word.
   *
   * @param reading one of the text word's {@link Units#readings}
   * @return the evasions, {@link Evaded#NEVER} when it is another word
   */
  static int whole(Units text, int reading, Units entry, boolean turkish) {
    return align(text, reading, entry, turkish, false);
  }

  /** Compares the beginning of a word. */
  static int prefix(Units text, int reading, Units entry, boolean turkish) {
    return align(text, reading, entry, turkish, true);
  }

  private static int align(Units text, int reading, Units entry, boolean turkish, boolean prefix) {
    int evaded = text.evaded();
    int i = 0;
    int j = 0;
    while (j < entry.size()) {
      int endI = run(text, i, reading);
      int endJ = run(entry, j, 0);
      if (i == text.size() || text.classOf(i, reading) != entry.classOf(j, 0)) {
        return Evaded.NEVER;
      }
      boolean open = prefix && endJ == entry.size() && endI - i >= endJ - j;
      if (open) {
        endI = i + endJ - j;
      }
      int lengths = lengths(endI - i, endJ - j, entry, j, endJ);
      int slips = text.size() < SHORTEST_TYPO ? lengths : lengths & evaded;
      if (lengths == Evaded.NEVER || (slips & Evaded.TYPO) != 0) {
        return Evaded.NEVER;
      }
      evaded |= lengths;
      for (int k = 0; k < endI - i; k++) {
        int letter = entry.letter(j + Math.min(k, endJ - j - 1));
        int related = relate(text, i + k, letter, reading, turkish);
        if (related == Evaded.NEVER) {
          return Evaded.NEVER;
        }
        evaded |= related;
      }
      i = endI;
      j = endJ;
    }
    if (prefix) {
      return evaded;
    }
    if (i != text.size()) {
      return Evaded.NEVER;
    }
    return text.sameMarks(entry) ? evaded : evaded | Evaded.DIACRITICS;
  }

  private static int run(Units word, int from, int reading) {
    int end = from;
    while (end < word.size() && word.classOf(end, reading) == word.classOf(from, reading)) {
      end++;
    }
    return end;
  }

  /** Three letters and more stand for fewer; two for one, and one for two, are a slip. */
  private static int lengths(int text, int entry, Units word, int from, int to) {
    if (text == entry) {
      return 0;
    }
    boolean digit = UCharacter.isDigit(word.letter(from));
    if (text > entry && text >= 3 && !digit) {
      return Evaded.REPEATED;
    }
    boolean inner = from > 0 && to < word.size();
    boolean slip = Math.abs(text - entry) == 1 && inner && mayTypo(word);
    return slip ? Evaded.TYPO : Evaded.NEVER;
  }

  /** Whether a typing slip in this word is looked for. */
  static boolean mayTypo(Units word) {
    return word.size() >= SHORTEST_TYPO && word.alphabetic() && !word.digits();
  }

  /** How letter i of a text's word can be a given letter. */
  static int relate(Units text, int i, int wanted, int reading, boolean turkish) {
    int letter = text.letter(i);
    if (turkish && text.capitalI(i)) {
      letter = 'ı';
    }
    if (letter == wanted) {
      return 0;
    }
    int base = Alphabet.base(letter);
    int wantedBase = Alphabet.base(wanted);
    if (base == wantedBase) {
      return Evaded.DIACRITICS;
    }
    if (text.mixed() && UCharacter.isLetter(letter)) {
      if (Alphabet.shape(letter) == Alphabet.shape(wanted)) {
        return Evaded.LOOKALIKE;
      }
      if (Alphabet.shape(base) == Alphabet.shape(wantedBase)) {
        return Evaded.LOOKALIKE | Evaded.DIACRITICS;
      }
    }
    boolean leet =
        text.alphabetic()
            && Leet.first(base) != 0
            && UCharacter.isLetter(wanted)
            && text.classOf(i, reading) == Alphabet.classOf(wanted);
    return leet ? Evaded.LEET : Evaded.NEVER;
  }
}
