package org.tocsin.lexicons.engine;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a word that hides may be spelt like in one script, so that it can be stemmed: symbols and
 * letters of other scripts become the letter of their class, repeated letters two or one.
 */
final class Repairs {
  /** Longer runs of letters are no word. */
  private static final int LONGEST = 40;

  private static final char[] CYRILLIC = new char[128];

  static {
    for (char c = 'я'; c >= 'а'; c--) {
      keep(c);
    }
    keep('і');
  }

  private Repairs() {}

  private static void keep(char c) {
    int shape = Alphabet.shape(c);
    if (shape < CYRILLIC.length) {
      CYRILLIC[shape] = c;
    }
  }

  /**
   * Whether a word is written other than plainly in some way that a stemmer would not see.
   *
   * @param how evasions that the reading itself stands for
   */
  static boolean needed(Units units, int how) {
    if (units.size() < 2 || units.size() > LONGEST || !units.alphabetic() || units.masked()) {
      return false;
    }
    boolean odd = how != 0 || units.mixed() || units.evaded() != 0;
    for (int i = 0; i < units.size() && !odd; i++) {
      int letter = units.letter(i);
      odd = Alphabet.base(letter) != letter || Leet.first(letter) != 0 || run(units, i) > 2;
    }
    return odd;
  }

  /** The spellings of one of its readings; may be those of a word that it is not. */
  static Set<String> of(Units units, int reading) {
    Set<String> spellings = new LinkedHashSet<>();
    for (int keep = 1; keep <= 2; keep++) {
      for (boolean bare : new boolean[] {false, true}) {
        spellings.add(spell(units, reading, false, keep, bare));
        spellings.add(spell(units, reading, true, keep, bare));
      }
    }
    return spellings;
  }

  /** A number that words of other letters do not share but by accident. */
  static long hash(Units units) {
    long hash = units.evaded();
    for (int i = 0; i < units.size(); i++) {
      hash = Long.rotateLeft(hash, 9) ^ units.letter(i) * 0x9E3779B97F4A7C15L;
    }
    return hash * 0xBF58476D1CE4E5B9L;
  }

  private static String spell(Units units, int reading, boolean cyrillic, int keep, boolean bare) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < units.size(); ) {
      int run = run(units, i);
      int letter = units.letter(i);
      boolean kept =
          UCharacter.isLetter(letter) && (script(letter) == UScript.CYRILLIC) == cyrillic;
      int plain =
          kept
              ? (bare ? Alphabet.base(letter) : letter)
              : other(units.classOf(i, reading), cyrillic);
      for (int k = 0; k < (run > 2 ? keep : run); k++) {
        word.appendCodePoint(plain);
      }
      i += run;
    }
    return word.toString();
  }

  private static int other(int shape, boolean cyrillic) {
    return cyrillic && shape < CYRILLIC.length && CYRILLIC[shape] != 0 ? CYRILLIC[shape] : shape;
  }

  private static int run(Units units, int from) {
    int end = from + 1;
    while (end < units.size() && units.letter(end) == units.letter(from)) {
      end++;
    }
    return end - from;
  }

  private static int script(int letter) {
    return UScript.getScript(letter);
  }
}
