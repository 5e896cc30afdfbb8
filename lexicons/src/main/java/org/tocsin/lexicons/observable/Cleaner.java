package org.tocsin.lexicons.observable;

/**
 * Takes out what hides a link or an address: characters without width, and the brackets of {@code
 * [.]}, {@code (dot)}, {@code [:]}, {@code [at]}. In place, with a map to the original offsets.
 */
final class Cleaner {
  /** Zero-width, soft hyphen, and the marks of writing direction. */
  static final String HIDDEN =
      "\u00AD\u061C\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2061"
          + "\u2062\u2063\u2064\u2066\u2067\u2068\u2069\uFEFF";

  private Cleaner() {}

  /** Whether a hidden character stands beside a letter that it could be hiding. */
  static boolean hides(Text text, int at) {
    return CharClass.isAlphanumeric(text.chars[at + 1])
        || (at > 0 && CharClass.isAlphanumeric(text.chars[at - 1]));
  }

  /** Whether a bracketed mark begins here. */
  static boolean isMark(Text text, int at) {
    return mark(text, at) != 0;
  }

  static void clean(Text text) {
    char[] chars = text.chars;
    int[] origin = new int[text.length];
    int size = 0;
    int i = 0;
    while (i < text.length) {
      byte kind = CharClass.TABLE[chars[i]];
      if (kind == CharClass.HIDDEN) {
        i++;
        continue;
      }
      int mark = kind == CharClass.BRACKET ? mark(text, i) : 0;
      if (mark == 0) {
        origin[size] = i;
        chars[size++] = chars[i++];
        continue;
      }
      // Blanks around a mark part what belongs together: "example [.] com".
      while (size > 1 && chars[size - 1] == ' ' && CharClass.isWord(chars[size - 2])) {
        size--;
      }
      origin[size] = i;
      chars[size++] = (char) (mark >> 8);
      i += mark & 0xFF;
      if (chars[i] == ' ' && CharClass.isWord(chars[i + 1])) {
        i++;
      }
    }
    text.length = size;
    text.origin = origin;
    text.pad();
  }

  /** The meant character, shifted by 8, and the length of the mark; 0 for no mark. */
  private static int mark(Text text, int at) {
    char[] chars = text.chars;
    int i = at + 1;
    if (chars[i] == ' ') {
      i++;
    }
    char meant;
    switch (chars[i] | 0x20) {
      case '.' -> meant = '.';
      case ':' -> meant = ':';
      case 'd' -> meant = word(chars, i, "dot") ? '.' : 0;
      case 'a' -> meant = word(chars, i, "at") ? '@' : 0;
      default -> meant = chars[i] == '@' ? '@' : 0;
    }
    if (meant == 0) {
      return 0;
    }
    i += meant == '.' && chars[i] != '.' ? 3 : meant == '@' && chars[i] != '@' ? 2 : 1;
    if (chars[i] == ' ') {
      i++;
    }
    boolean closed = chars[i] == ']' || chars[i] == ')' || chars[i] == '}';
    return closed && i < text.length ? (meant << 8) | (i + 1 - at) : 0;
  }

  private static boolean word(char[] chars, int at, String lowerCase) {
    for (int i = 0; i < lowerCase.length(); i++) {
      if ((chars[at + i] | 0x20) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
