package org.tocsin.lexicons.engine;

/** Uzbek words that end in an apostrophe letter: {@code bogʻ}; elsewhere it is a quotation mark. */
final class Apostrophes {
  private Apostrophes() {}

  /** Whether an apostrophe follows a word that ends in o or g, as only a letter of Uzbek does. */
  static boolean follows(Scanner scanner, int token) {
    int end = scanner.end[token];
    if (end >= scanner.length || Alphabet.kind(scanner.text[end]) != Alphabet.APOSTROPHE) {
      return false;
    }
    char last = scanner.text[end - 1];
    return "oOgG".indexOf(last) >= 0;
  }

  /** Whether an entry's word ends in an apostrophe. */
  static boolean ends(String word) {
    return word.charAt(word.length() - 1) == '\'';
  }
}
