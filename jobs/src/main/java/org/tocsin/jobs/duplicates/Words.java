package org.tocsin.jobs.duplicates;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a text that its copies keep. */
final class Words {
  /** What a copy changes first: links, and mentions as written or as masked. */
  private static final Pattern CHANGING =
      Pattern.compile("(?:https?://|www\\.)\\S+|@[\\p{L}\\p{N}_.\u2022-]+");

  private static final int TATWEEL = 0x640;

  private Words() {}

  /** Distinct words, in order. */
  static Set<String> of(String text) {
    String plain = CHANGING.matcher(text).replaceAll(" ");
    String folded = Normalizer.normalize(plain, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    Set<String> words = new LinkedHashSet<>();
    StringBuilder word = new StringBuilder();
    folded
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) && c != TATWEEL) {
                word.appendCodePoint(c);
              } else if (!vanishes(c)) {
                end(word, words);
              }
            });
    end(word, words);
    return words;
  }

  private static boolean vanishes(int c) {
    int type = Character.getType(c);
    return c == TATWEEL || type == Character.FORMAT || type == Character.NON_SPACING_MARK;
  }

  private static void end(StringBuilder word, Set<String> words) {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
