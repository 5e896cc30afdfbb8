package org.tocsin.lexicons.observable;

import org.apache.commons.validator.routines.IBANValidator;
import org.apache.commons.validator.routines.IBANValidator.Validator;

/** International bank account numbers (ISO 13616), written whole or in groups. */
final class Ibans {
  private static final int MAX_LENGTH = 34;
  private static final IBANValidator REGISTRY = IBANValidator.getInstance();

  private final Found found;
  private final StringBuilder code = new StringBuilder(MAX_LENGTH);

  Ibans(Found found) {
    this.found = found;
  }

  /** Whether a run begins with two letters and two digits. */
  static boolean begins(char[] chars, int from, int to) {
    return to - from >= 4
        && isLetter(chars[from])
        && isLetter(chars[from + 1])
        && isDigit(chars[from + 2])
        && isDigit(chars[from + 3]);
  }

  /** Reads on from a run that {@link #begins}; in groups only what is written in capitals. */
  boolean at(Text text, int from, int to) {
    char[] chars = text.chars;
    char first = upper(chars[from]);
    Validator country = REGISTRY.getValidator("" + first + upper(chars[from + 1]));
    if (country == null) {
      return false;
    }
    code.setLength(0);
    int i = from;
    boolean grouped = false;
    boolean small = false;
    while (code.length() < country.getIbanLength()) {
      char c = chars[i];
      if (CharClass.isAlphanumeric(c)) {
        small |= c >= 'a' && c <= 'z';
        code.append(upper(c));
        i++;
      } else if (i < text.length && isSeparator(c) && CharClass.isAlphanumeric(chars[i + 1])) {
        grouped = true;
        i++;
      } else {
        return false;
      }
    }
    text.steps += i - from;
    boolean ends = !CharClass.isWord(chars[i]);
    if (!ends || (grouped && small) || !REGISTRY.isValid(code.toString())) {
      return false;
    }
    found.add(ObservableKind.IBAN, code.toString(), text, from, i, true, null);
    return true;
  }

  private static boolean isSeparator(char c) {
    byte kind = CharClass.TABLE[c];
    return kind == CharClass.SPACE || kind == CharClass.DASH;
  }

  private static boolean isLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char) (c - 0x20) : c;
  }
}
