package org.tocsin.lexicons.observable;

/** One class for each UTF-16 unit. */
final class CharClass {
  /** Parts of a run: bits, so that a run knows what it is made of. */
  static final byte DIGIT = 1;

  static final byte UPPER = 2;
  static final byte LOWER = 4;

  /** A letter that looks like an ASCII one, or a full-width form; see {@link LookAlikes}. */
  static final byte LOOK_ALIKE = 8;

  /** The first class that ends a run. */
  static final byte BREAK = 16;

  /** What may stand between the parts of a split address. */
  static final byte SPACE = 16;

  static final byte DASH = 17;

  /** From here on a break also ends a sequence of parts. */
  static final byte OTHER = 32;

  static final byte DOT = 33;
  static final byte COLON = 34;
  static final byte AT = 35;
  static final byte BRACKET = 36;
  static final byte HIDDEN = 37;
  static final byte DOLLAR = 38;

  /** What a TON address may have among its digits. */
  static final byte SLASH = 39;

  static final byte[] TABLE = table();

  private CharClass() {}

  static boolean isAlphanumeric(char c) {
    return TABLE[c] < BREAK && c < 128;
  }

  /** A letter or digit of any script. */
  static boolean isWord(char c) {
    return c < 128 ? TABLE[c] < BREAK : Character.isLetterOrDigit(c);
  }

  private static byte[] table() {
    byte[] table = new byte[1 << 16];
    java.util.Arrays.fill(table, OTHER);
    for (char c = 0; c < 128; c++) {
      if (c >= '0' && c <= '9') {
        table[c] = DIGIT;
      } else if (c >= 'A' && c <= 'Z') {
        table[c] = UPPER;
      } else if (c >= 'a' && c <= 'z') {
        table[c] = LOWER;
      }
    }
    for (char c : " \t\n\r\u00A0\u2002\u2003\u2009\u202F\u3000".toCharArray()) {
      table[c] = SPACE;
    }
    for (char c : "-_\u2010\u2011".toCharArray()) {
      table[c] = DASH;
    }
    table['.'] = DOT;
    table[':'] = COLON;
    table['@'] = AT;
    table['$'] = DOLLAR;
    table['/'] = SLASH;
    table['+'] = SLASH;
    for (char c : "[({".toCharArray()) {
      table[c] = BRACKET;
    }
    for (char c : LookAlikes.ALL.toCharArray()) {
      table[c] = LOOK_ALIKE;
    }
    for (int c = '\uFF01'; c <= '\uFF5E'; c++) {
      if (LookAlikes.isAsciiAlphanumeric((char) (c - LookAlikes.FULL_WIDTH))) {
        table[c] = LOOK_ALIKE;
      }
    }
    for (char c : Cleaner.HIDDEN.toCharArray()) {
      table[c] = HIDDEN;
    }
    return table;
  }
}
