package org.tocsin.connectors.privacy;

import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/**
 * Finds payment card numbers. A number is whole groups of digits, so that an expiry date behind it
 * does not hide it from the check.
 */
final class Cards {
  private static final int MIN_DIGITS = 13;
  private static final int MAX_DIGITS = 19;

  private Cards() {}

  static void find(String text, NumberSink sink) {
    // The last MAX_DIGITS groups of the current run: where each began, and how many digits stood
    // in the run before it.
    int[] starts = new int[MAX_DIGITS];
    long[] before = new long[MAX_DIGITS];
    int groups = 0;
    long digits = 0;
    int i = 0;
    while (i < text.length()) {
      if (!Character.isDigit(text.charAt(i))) {
        if (!isSeparator(text.charAt(i)) || i == 0 || !Character.isDigit(text.charAt(i - 1))) {
          groups = 0;
          digits = 0;
        }
        i++;
        continue;
      }
      starts[groups % MAX_DIGITS] = i;
      before[groups % MAX_DIGITS] = digits;
      groups++;
      int begin = i;
      while (i < text.length() && Character.isDigit(text.charAt(i))) {
        i++;
      }
      digits += i - begin;
      for (int g = groups - 1; g >= 0 && g >= groups - MAX_DIGITS; g--) {
        long count = digits - before[g % MAX_DIGITS];
        if (count > MAX_DIGITS) {
          break;
        }
        int start = starts[g % MAX_DIGITS];
        String number = count < MIN_DIGITS ? "" : number(text, start, i);
        if (LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(number)) {
          sink.number(number, start, i);
        }
      }
    }
  }

  private static boolean isSeparator(char c) {
    return c == ' ' || c == '-' || c == '\u00A0';
  }

  private static String number(String text, int from, int to) {
    StringBuilder number = new StringBuilder(MAX_DIGITS);
    for (int i = from; i < to; i++) {
      if (Character.isDigit(text.charAt(i))) {
        number.append((char) ('0' + Character.digit(text.charAt(i), 10)));
      }
    }
    return number.toString();
  }
}
