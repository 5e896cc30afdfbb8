package org.tocsin.lexicons.engine;

import java.util.Locale;
import java.util.Set;

/**
 * How frequent words are, for those who check packs. Thread-safe; the lists are read when first
 * asked for.
 */
public final class FrequentWords {
  private FrequentWords() {}

  /** Whether a word is on the stop list of any language that has one. */
  public static boolean has(String word) {
    return CommonWords.stops(word.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * The place of a word among those of a language, 1 for the most frequent; 0 when it is not among
   * the listed, or there is no list.
   *
   * @param language BCP-47 tag; its primary language counts, see {@link #languages}
   * @param word in any case; up to the 20,000th is listed for English, the 10,000th for ar fa ru tr
   *     uk, the 3,402nd for kk
   */
  public static int rank(String language, String word) {
    return CommonWords.rank(language, CommonWords.fold(word.strip()));
  }

  /** The languages that have a list by frequency. */
  public static Set<String> languages() {
    return Set.copyOf(CommonWords.languages());
  }
}
