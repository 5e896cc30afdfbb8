package org.tocsin.connectors.privacy;

import org.jspecify.annotations.Nullable;

/** A text and what of it is hidden so far; copied only once something is. */
final class Mask {
  final String text;
  private char @Nullable [] masked;

  Mask(String text) {
    this.text = text;
  }

  /** Hides the letters, digits, marks and underscores in {@code [from, to)}. */
  void hide(int from, int to) {
    if (masked == null) {
      masked = text.toCharArray();
    }
    int i = from;
    while (i < to) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (isNamePart(c)) {
        for (int unit = i; unit < next; unit++) {
          masked[unit] = Redaction.MASK;
        }
      }
      i = next;
    }
  }

  String result() {
    return masked == null ? text : new String(masked);
  }

  static boolean isNamePart(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || codePoint == '_'
        || switch (Character.getType(codePoint)) {
          case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
          default -> false;
        };
  }
}
