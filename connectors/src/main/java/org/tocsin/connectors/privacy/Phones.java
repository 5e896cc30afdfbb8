package org.tocsin.connectors.privacy;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/** Finds phone numbers in international form. */
final class Phones {
  /** No shorter number is valid, country code included. */
  private static final int MIN_DIGITS = 7;

  /** A number with all its separators fits. */
  private static final int MAX_CHARS = 40;

  /** No honest post has more; from here on candidates are masked unchecked. */
  private static final int MAX_CHECKED = 200;

  private static final String NO_REGION = "ZZ";

  private Phones() {}

  static void find(String text, NumberSink sink) {
    int checked = 0;
    int i = 0;
    while (i < text.length()) {
      int prefix = prefixLength(text, i);
      if (prefix == 0) {
        i++;
        continue;
      }
      int end = candidateEnd(text, i + prefix);
      if (digits(text, i + prefix, end) < MIN_DIGITS) {
        i += prefix;
        continue;
      }
      if (checked++ < MAX_CHECKED) {
        check(text, i, prefix, end, sink);
      } else {
        sink.number(null, i, end);
      }
      i = end;
    }
  }

  private static void check(String text, int from, int prefix, int end, NumberSink sink) {
    // Without a region only + says international; " +" is as long as 00.
    String number = (prefix == 1 ? "+" : " +") + text.substring(from + prefix, end);
    PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    for (PhoneNumberMatch found :
        phones.findNumbers(number, NO_REGION, Leniency.VALID, MAX_CHARS)) {
      // From the prefix on: in 0049 the zeros are part of it.
      sink.number(
          phones.format(found.number(), PhoneNumberFormat.E164),
          found.start() <= prefix ? from : from + found.start(),
          from + found.end());
    }
  }

  private static int prefixLength(String text, int at) {
    char c = text.charAt(at);
    if (c == '+' || c == '\uFF0B') {
      return 1;
    }
    if (isInLink(text, at)) {
      return 1;
    }
    boolean doubleZero =
        c == '0'
            && at + 2 < text.length()
            && text.charAt(at + 1) == '0'
            && text.charAt(at + 2) >= '1'
            && text.charAt(at + 2) <= '9'
            && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    return doubleZero ? 2 : 0;
  }

  /** {@code wa.me/4930901820}, {@code send?phone=4930901820}. */
  private static boolean isInLink(String text, int at) {
    char c = text.charAt(at);
    return (c == '/' && text.startsWith("wa.me", at - 5))
        || (c == '=' && text.startsWith("phone", at - 5));
  }

  private static int candidateEnd(String text, int from) {
    int end = from;
    while (end < text.length()
        && end - from < MAX_CHARS
        && (Character.isDigit(text.charAt(end))
            || " -.()/\u00A0\u2011\u2013".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private static int digits(String text, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (Character.isDigit(text.charAt(i))) {
        count++;
      }
    }
    return count;
  }
}
