package org.tocsin.lexicons.engine;

/** Digits and symbols that people write for letters. */
final class Leet {
  /** A symbol, then the letters that it may stand for, the likeliest first; at most two. */
  private static final String[] STANDS_FOR = {
    "0o", "1il", "2z", "3eз", "4aч", "5s", "6bб", "7t", "8b", "9g", "$s", "@a", "!il", "|il", "+t",
    "€e", "£l", "¢c", "¥y", "§s",
  };

  private static final char[] FIRST = new char[0x2100];
  private static final char[] SECOND = new char[0x2100];

  static {
    for (String row : STANDS_FOR) {
      FIRST[row.charAt(0)] = row.charAt(1);
      SECOND[row.charAt(0)] = row.charAt(row.length() - 1);
    }
  }

  private Leet() {}

  /** The likeliest letter for a symbol, or 0. */
  static char first(int symbol) {
    return symbol < FIRST.length ? FIRST[symbol] : 0;
  }

  /** The other letter that it may stand for, or the first again, or 0. */
  static char second(int symbol) {
    return symbol < SECOND.length ? SECOND[symbol] : 0;
  }

  /** Whether a symbol stands for more than one letter. */
  static boolean ambiguous(int symbol) {
    return first(symbol) != second(symbol);
  }

  /** Symbols, as opposed to digits: they part words, and join them only in a second reading. */
  static boolean symbol(int c) {
    return first(c) != 0 && !(c >= '0' && c <= '9');
  }
}
