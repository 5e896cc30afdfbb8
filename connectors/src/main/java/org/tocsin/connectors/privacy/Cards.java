package org.tocsin.connectors.privacy;

import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/**
 * Finds payment card numbers. A number is whole groups of digits, so that an expiry date behind it
 * does not hide it from the check.
 */
final class Cards {
  private static final int MIN_DIGITS = 13;
  private static final int MAX_DIGITS = 19;

  /** The most blanks, dashes and dots in a row between two groups: {@code " - "}. */
  private static final int MAX_GAP = 3;

  private final String text;
  private final NumberSink sink;

  // The last MAX_DIGITS groups of the current run: where each began, and how many digits stood in
  // the run before it.
  private final int[] starts = new int[MAX_DIGITS];
  private final long[] before = new long[MAX_DIGITS];
  private int groups;
  private long digits;

  private Cards(String text, NumberSink sink) {
    this.text = text;
    this.sink = sink;
  }

  static void find(String text, NumberSink sink) {
    new Cards(text, sink).find();
  }

  /**
   * The same without numbers that begin with 0 or 1, as no card of a person does, but ids of posts
   * and times in milliseconds do: one in ten of those has the check digit of a card.
   */
  static void findAmongIds(String text, NumberSink sink) {
    find(
        text,
        (number, start, end) -> {
          if (number != null && number.charAt(0) > '1') {
            sink.number(number, start, end);
          }
        });
  }

  private void find() {
    int gap = 0;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (Character.isDigit(c)) {
        i = group(i);
        gap = 0;
      } else {
        if (!Gaps.isUnseen(c) && (!isSeparator(c) || ++gap > MAX_GAP)) {
          groups = 0;
          digits = 0;
        }
        i += Character.charCount(c);
      }
    }
  }

  /** Takes the digits from a place on as one group; where they end. */
  private int group(int from) {
    starts[groups % MAX_DIGITS] = from;
    before[groups % MAX_DIGITS] = digits;
    groups++;
    int end = from;
    int i = from;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (Character.isDigit(c)) {
        digits++;
        end = i + Character.charCount(c);
      } else if (!Gaps.isUnseen(c)) {
        break;
      }
      i += Character.charCount(c);
    }
    tell(end);
    return i;
  }

  /** Tells every number of whole groups that ends here. */
  private void tell(int end) {
    for (int g = groups - 1; g >= 0 && g >= groups - MAX_DIGITS; g--) {
      long count = digits - before[g % MAX_DIGITS];
      if (count > MAX_DIGITS) {
        break;
      }
      String number = count < MIN_DIGITS ? "" : number(starts[g % MAX_DIGITS], end);
      if (LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(number)) {
        sink.number(number, starts[g % MAX_DIGITS], end);
      }
    }
  }

  private static boolean isSeparator(int c) {
    return c == '.' || Gaps.isBlankOrDash(c);
  }

  private String number(int from, int to) {
    StringBuilder number = new StringBuilder(MAX_DIGITS);
    text.substring(from, to)
        .codePoints()
        .filter(Character::isDigit)
        .forEach(c -> number.append((char) ('0' + Character.digit(c, 10))));
    return number.toString();
  }
}
