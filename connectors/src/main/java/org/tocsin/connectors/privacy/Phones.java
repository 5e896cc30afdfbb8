package org.tocsin.connectors.privacy;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/** Finds phone numbers in international form, and those that Russia and Kazakhstan write with 8. */
final class Phones {
  /** No shorter number is valid, country code included. */
  private static final int MIN_DIGITS = 7;

  /** A number with all its separators fits. */
  private static final int MAX_CHARS = 40;

  /** With all that is not seen in it, too. */
  private static final int MAX_RAW_CHARS = 4 * MAX_CHARS;

  /** No honest post has more; from here on candidates are masked unchecked. */
  private static final int MAX_CHECKED = 200;

  private static final String NO_REGION = "ZZ";

  private final String text;
  private final NumberSink sink;

  private Phones(String text, NumberSink sink) {
    this.text = text;
    this.sink = sink;
  }

  static void find(String text, NumberSink sink) {
    new Phones(text, sink).find();
  }

  private void find() {
    int checked = 0;
    int i = 0;
    while (i < text.length()) {
      int prefix = prefixLength(i);
      if (prefix == 0) {
        i++;
        continue;
      }
      int end = candidateEnd(i + prefix);
      if (digits(i + prefix, end) < MIN_DIGITS) {
        i += prefix;
        continue;
      }
      if (checked++ < MAX_CHECKED) {
        check(i, prefix, end);
      } else {
        sink.number(null, i, end);
      }
      i = end;
    }
  }

  /** Without a region only + says international, and only what is seen may stand in it. */
  private void check(int from, int prefix, int end) {
    String lead = text.charAt(from) == '8' ? "+7" : "+";
    StringBuilder number = new StringBuilder(lead);
    int[] places = new int[end - from];
    for (int i = from + prefix; i < end; i++) {
      char c = text.charAt(i);
      if (!Gaps.isUnseen(c)) {
        places[number.length() - lead.length()] = i;
        number.append(Gaps.isBlank(c) ? ' ' : Gaps.isBlankOrDash(c) ? '-' : c);
      }
    }
    PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    for (PhoneNumberMatch found :
        phones.findNumbers(number, NO_REGION, Leniency.VALID, MAX_CHARS)) {
      // From the prefix on: in 0049 the zeros are part of it.
      sink.number(
          phones.format(found.number(), PhoneNumberFormat.E164),
          found.start() < lead.length() ? from : places[found.start() - lead.length()],
          places[found.end() - 1 - lead.length()] + 1);
    }
  }

  private int prefixLength(int at) {
    char c = text.charAt(at);
    if (c == '+' || c == '\uFF0B' || isInLink(at)) {
      return 1;
    }
    if (c == '%' && text.regionMatches(true, at, "%2B", 0, 3)) {
      return 3;
    }
    if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
      return 0;
    }
    boolean doubleZero =
        c == '0'
            && at + 2 < text.length()
            && text.charAt(at + 1) == '0'
            && text.charAt(at + 2) >= '1'
            && text.charAt(at + 2) <= '9';
    return doubleZero ? 2 : isTrunk(at) ? 1 : 0;
  }

  /** The 8 of {@code 8 (999) 123-45-67}, {@code 8-701-...}, {@code 89991234567}. */
  private boolean isTrunk(int at) {
    if (text.charAt(at) != '8') {
      return false;
    }
    int i = at + 1;
    while (i < text.length() && i - at <= 2 && isSeparator(text.charAt(i))) {
      i++;
    }
    return i + 2 < text.length()
        && (text.charAt(i) == '9' || text.charAt(i) == '7')
        && Character.isDigit(text.charAt(i + 1))
        && Character.isDigit(text.charAt(i + 2));
  }

  /** {@code wa.me/4930901820}, {@code send?phone=4930901820}, {@code tel:4930901820}. */
  private boolean isInLink(int at) {
    return switch (text.charAt(at)) {
      case '/' -> text.startsWith("wa.me", at - 5);
      case '=' -> text.startsWith("phone", at - 5);
      case ':' -> text.startsWith("tel", at - 3);
      default -> false;
    };
  }

  private int candidateEnd(int from) {
    int end = from;
    int seen = 0;
    while (end < text.length() && seen < MAX_CHARS && end - from < MAX_RAW_CHARS) {
      char c = text.charAt(end);
      if (!Gaps.isUnseen(c)) {
        if (!Character.isDigit(c) && !isSeparator(c)) {
          break;
        }
        seen++;
      }
      end++;
    }
    return end;
  }

  private static boolean isSeparator(char c) {
    return c == '.' || c == '(' || c == ')' || c == '/' || Gaps.isBlankOrDash(c);
  }

  private int digits(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (Character.isDigit(text.charAt(i))) {
        count++;
      }
    }
    return count;
  }
}
