package org.tocsin.connectors.privacy;

/** Hides the names behind {@code @}; a hand-written scan, because a regex with groups recurses. */
final class Handles {
  private static final char FULL_WIDTH_AT = '\uFF20';

  private Handles() {}

  static void mask(Mask mask) {
    String text = mask.text;
    int i = 0;
    while (i < text.length()) {
      if (!isAt(text.charAt(i)) || isInsideWord(text, i)) {
        i++;
        continue;
      }
      int end = nameEnd(text, i + 1);
      while (end > i + 1 && end < text.length() && isAt(text.charAt(end))) {
        int hostEnd = nameEnd(text, end + 1);
        if (hostEnd == end + 1) {
          break;
        }
        end = hostEnd;
      }
      if (end > i + 1) {
        mask.hide(i + 1, end);
      }
      i = end;
    }
  }

  private static boolean isAt(char c) {
    return c == '@' || c == FULL_WIDTH_AT;
  }

  private static boolean isInsideWord(String text, int at) {
    if (at == 0) {
      return false;
    }
    int before = text.codePointBefore(at);
    return Mask.isNamePart(before) || before == '.' || before == '+' || before == '-';
  }

  /** Behind name characters, and dots or hyphens between them. */
  private static int nameEnd(String text, int from) {
    int end = from;
    int i = from;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Mask.isNamePart(c)) {
        end = i;
      } else if (end == from || end < i - 1 || (c != '.' && c != '-')) {
        break;
      }
    }
    return end;
  }
}
