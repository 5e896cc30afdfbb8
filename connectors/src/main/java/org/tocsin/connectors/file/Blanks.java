package org.tocsin.connectors.file;

/** What JSON takes for white space. */
final class Blanks {
  private Blanks() {}

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }

  static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (!isBlank(b)) {
        return false;
      }
    }
    return true;
  }
}
