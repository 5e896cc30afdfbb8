package org.tocsin.lexicons.engine;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;

/**
 * Letters that look like a letter a-z, from the confusables of Unicode (ICU's skeletons): of the
 * letter as it is, else of its capital (Cyrillic {@code н} is told from {@code n}, its capital from
 * {@code H} is not).
 */
final class Shapes {
  private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();

  private Shapes() {}

  /** The letter a-z that a folded letter looks like, or the letter itself. */
  static char of(char letter) {
    if (letter < 0x80 || !alphabetic(letter)) {
      return letter;
    }
    char small = latin(CONFUSABLES.getSkeleton(String.valueOf(letter)));
    if (small != 0) {
      return small;
    }
    char capital =
        latin(CONFUSABLES.getSkeleton(UCharacter.toString(UCharacter.toUpperCase(letter))));
    return capital != 0 ? capital : letter;
  }

  private static boolean alphabetic(char letter) {
    int script = UScript.getScript(letter);
    return script == UScript.LATIN
        || script == UScript.CYRILLIC
        || script == UScript.GREEK
        || script == UScript.ARMENIAN
        || script == UScript.CHEROKEE
        || script == UScript.COPTIC;
  }

  private static char latin(String skeleton) {
    char c = skeleton.length() == 1 ? skeleton.charAt(0) : 0;
    if (c >= 'A' && c <= 'Z') {
      return (char) (c + 'a' - 'A');
    }
    return c >= 'a' && c <= 'z' ? c : 0;
  }
}
