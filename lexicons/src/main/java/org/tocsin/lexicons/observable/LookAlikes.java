package org.tocsin.lexicons.observable;

/** Letters that stand in for ASCII ones inside an address. */
final class LookAlikes {
  /** From a full-width form to its ASCII character. */
  static final int FULL_WIDTH = 0xFEE0;

  private static final String CYRILLIC = "АВСЕНІЈКМОРЅТХҮаеԁһіјорсѕухԛԝ";
  private static final String ASCII_OF_CYRILLIC = "ABCEHIJKMOPSTXYaedhijopcsyxqw";
  private static final String GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυ";
  private static final String ASCII_OF_GREEK = "ABEZHIKMNOPTYXovu";

  static final String ALL = CYRILLIC + GREEK;
  private static final String ASCII = ASCII_OF_CYRILLIC + ASCII_OF_GREEK;

  private LookAlikes() {}

  static char toAscii(char c) {
    if (c < 128) {
      return c;
    }
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return (char) (c - FULL_WIDTH);
    }
    int at = ALL.indexOf(c);
    return at < 0 ? c : ASCII.charAt(at);
  }

  static boolean isAsciiAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  /**
   * What stands for a character that bech32 leaves out because it is mistaken for another: {@code
   * 1}, {@code i} for {@code l}; {@code o} for {@code 0}; {@code b} for {@code 6}.
   */
  static char inBech32(char c) {
    return switch (c) {
      case '1', 'i' -> 'l';
      case 'o' -> '0';
      case 'b' -> '6';
      default -> c;
    };
  }
}
