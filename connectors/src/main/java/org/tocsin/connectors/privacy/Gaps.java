package org.tocsin.connectors.privacy;

/** What people put between the digits of one number, seen or unseen. */
final class Gaps {
  private Gaps() {}

  /**
   * Shows nothing: zero-width and soft-hyphen characters, marks, what makes an emoji of a digit.
   */
  static boolean isUnseen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
      default -> false;
    };
  }

  /** A blank within a line. */
  static boolean isBlank(int codePoint) {
    return codePoint == '\t' || Character.getType(codePoint) == Character.SPACE_SEPARATOR;
  }

  /** A blank within a line, or a dash. */
  static boolean isBlankOrDash(int codePoint) {
    return isBlank(codePoint) || Character.getType(codePoint) == Character.DASH_PUNCTUATION;
  }
}
