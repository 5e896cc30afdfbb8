package org.tocsin.lexicons.engine;

import java.util.Locale;

/** The words that the engine takes for too frequent to mean anything, for those who check packs. */
public final class FrequentWords {
  private FrequentWords() {}

  /** Whether a word is on the stop list of any language that has one. */
  public static boolean has(String word) {
    return CommonWords.has(word.strip().toLowerCase(Locale.ROOT));
  }
}
