package org.tocsin.lexicons.engine;

/**
 * Addresses that begin with www. instead of a scheme: so rare that a text is read again for them.
 */
final class Addresses {
  private Addresses() {}

  /** Whether a word is www. */
  static boolean www(Scanner scanner, int from, int to) {
    return to - from == 3 && w(scanner, from) && w(scanner, from + 1) && w(scanner, from + 2);
  }

  private static boolean w(Scanner scanner, int i) {
    return (scanner.text[i] | 0x20) == 'w';
  }

  /** Has the dots behind www looked at. */
  static void mark(Scanner scanner) {
    for (int i = 3; i < scanner.length; i++) {
      if (scanner.text[i] == '.' && www(scanner, i - 3, i)) {
        scanner.kinds.codes[i] = Alphabet.ALWAYS;
      }
    }
  }
}
