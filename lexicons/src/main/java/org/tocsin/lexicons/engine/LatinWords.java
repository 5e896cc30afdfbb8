package org.tocsin.lexicons.engine;

/**
 * Compares words of the letters a to z, large or small, as {@link Verifier} does, without making
 * {@link Units} of them: most words that share a hash are equal, or differ in a doubled letter.
 */
final class LatinWords {
  /** Not for this comparison to say. */
  static final int UNKNOWN = -2;

  private LatinWords() {}

  /**
   * How a text's word is an entry's that has no other form.
   *
   * @param typo whether a typing slip may be looked for, which is not done here
   * @return {@link Evaded#EXACT}, {@link Evaded#REPEATED}, {@link Evaded#NEVER} or {@link #UNKNOWN}
   */
  static int compare(char[] text, int from, int to, String word, boolean typo) {
    int evaded = Evaded.EXACT;
    int i = from;
    int j = 0;
    while (i < to && j < word.length()) {
      int letter = text[i] | 0x20;
      int wanted = word.charAt(j);
      if (!latin(letter) || text[i] >= 0x80 || !latin(wanted)) {
        return UNKNOWN;
      }
      if (letter != wanted) {
        return rest(text, i, to, word, j);
      }
      int run = i;
      while (i < to && (text[i] | 0x20) == letter) {
        i++;
      }
      int wantedRun = j;
      while (j < word.length() && word.charAt(j) == wanted) {
        j++;
      }
      int more = (i - run) - (j - wantedRun);
      if (more > 0 && i - run >= 3) {
        evaded = Evaded.REPEATED;
      } else if (more != 0) {
        return typo ? UNKNOWN : rest(text, i, to, word, j);
      }
    }
    return i == to && j == word.length() ? evaded : rest(text, i, to, word, j);
  }

  /** The words differ; certain only if they have no other letters further on. */
  private static int rest(char[] text, int from, int to, String word, int at) {
    for (int i = from; i < to; i++) {
      if (!latin(text[i] | 0x20) || text[i] >= 0x80) {
        return UNKNOWN;
      }
    }
    for (int j = at; j < word.length(); j++) {
      if (!latin(word.charAt(j))) {
        return UNKNOWN;
      }
    }
    return Evaded.NEVER;
  }

  private static boolean latin(int letter) {
    return letter >= 'a' && letter <= 'z';
  }
}
