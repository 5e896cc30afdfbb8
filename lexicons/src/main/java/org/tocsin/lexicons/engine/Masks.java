package org.tocsin.lexicons.engine;

/** Symbols put in the place of a letter, and what they may hide. */
final class Masks {
  /** What all of them fold to. */
  static final int MASK = '*';

  private static final String SYMBOLS = "*∗＊✱⁎•●■█×";

  private Masks() {}

  static boolean is(int cp) {
    return SYMBOLS.indexOf(cp) >= 0;
  }

  /** Where words of one length, first and last class are kept. */
  static long key(int length, int first, int last) {
    return add(add(Alphabet.hash(first), Alphabet.hash(last)), length * 31L);
  }

  private static long add(long hash, long number) {
    return Long.rotateLeft(hash, 7) ^ number;
  }

  /**
   * Whether a word with masked letters may be an entry's word: as many letters, the first and last
   * and at least half of all to be seen, and those the entry's.
   *
   * @return the evasions, {@link Evaded#NEVER} when it may not
   */
  static int align(Units text, int reading, Units entry, boolean turkish) {
    int last = text.size() - 1;
    if (last + 1 != entry.size() || text.letter(0) == MASK || text.letter(last) == MASK) {
      return Evaded.NEVER;
    }
    int evaded = text.evaded() | Evaded.MASKED;
    int masked = 0;
    for (int i = 0; i < text.size(); i++) {
      if (text.letter(i) == MASK) {
        masked++;
        continue;
      }
      int related = Alignment.relate(text, i, entry.letter(i), reading, turkish);
      if (related == Evaded.NEVER) {
        return Evaded.NEVER;
      }
      evaded |= related;
    }
    return masked == 0 || masked * 2 > text.size() ? Evaded.NEVER : evaded;
  }
}
