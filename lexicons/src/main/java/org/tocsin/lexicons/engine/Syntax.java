package org.tocsin.lexicons.engine;

import com.ibm.icu.lang.UCharacter;

/** What is not a plain word: hashtags, mentions, addresses, emoji, symbols within words. */
final class Syntax {
  /** What names of people are made of. */
  private static final boolean[] NAMES = new boolean[0x80];

  static {
    for (char c = 0; c < NAMES.length; c++) {
      NAMES[c] = c == '_' || Character.isLetterOrDigit(c);
    }
  }

  private final Scanner scanner;
  private final ClassHash hash = new ClassHash();

  Syntax(Scanner scanner) {
    this.scanner = scanner;
  }

  /** Reads what begins at a position of the text; gives the position to go on from. */
  int at(int i) {
    char[] text = scanner.text;
    int n = scanner.length;
    int cp = Character.codePointAt(text, i, n);
    int next = i + Character.charCount(cp);
    return switch (Alphabet.kind(cp)) {
      case Alphabet.SOFT -> EmojiLetters.letter(cp) != 0 ? emojiLetter(i, cp, n) : symbol(i, n);
      case Alphabet.SYNTAX -> syntax(text[i], i, n);
      case Alphabet.ODD ->
          switch (Alphabet.odd(cp)) {
            case Alphabet.SOLO -> alone(i, next, n);
            case Alphabet.PICTOGRAPH -> pictograph(i, n);
            default -> scanner.marked.read(i, n);
          };
      case Alphabet.LETTER -> Alphabet.parts(cp) ? next : scanner.marked.read(i, n);
      default -> next;
    };
  }

  private int syntax(char c, int i, int n) {
    boolean first = !scanner.wordBefore(i);
    return switch (c) {
      case '#' -> first ? hashtag(i + 1, n) : i + 1;
      case '@' -> first ? mention(i + 1, n) : symbol(i, n);
      case ':' -> i + 2 < n && scheme(i) ? address(i, n) : i + 1;
      default -> i + 1;
    };
  }

  /** Whether the word before a colon is no word but the scheme of an address; takes it back. */
  private boolean scheme(int i) {
    boolean scheme = scanner.text[i + 1] == '/' && scanner.text[i + 2] == '/' && adjacent(i);
    if (scheme) {
      scanner.undo();
    }
    return scheme;
  }

  private boolean adjacent(int i) {
    return scanner.size > 0 && scanner.end[scanner.size - 1] == i;
  }

  /** Where an address ends. */
  int address(int from, int n) {
    int i = from;
    while (i < n && inAddress(scanner.text[i])) {
      i++;
    }
    return i;
  }

  private static boolean inAddress(char c) {
    return c < 0x80
        ? c > ' ' && c != '"' && c != '<' && c != '>'
        : c != 0xA0 && c != 0x2028 && c != 0x3000;
  }

  /** A name, perhaps with dots and hyphens within, perhaps at a host. */
  private int mention(int from, int n) {
    char[] text = scanner.text;
    int i = from;
    while (i < n) {
      char c = text[i];
      boolean joint = c == '.' || c == '-' || c == '@';
      if (!name(c) && !(joint && i > from && name(text[i + 1]) && name(text[i - 1]))) {
        break;
      }
      i++;
    }
    return i;
  }

  private static boolean name(char c) {
    return c < NAMES.length && NAMES[c];
  }

  /** Splits #JoinTheX2 where small letters turn large and letters turn digits. */
  private int hashtag(int from, int n) {
    char[] text = scanner.text;
    int first = scanner.size;
    int to = scanner.plainWords.end(from);
    if (ascii(from, to) && scanner.plainWords.endsAt(to)) {
      pieces(from, to);
      if (scanner.size > first + 1) {
        tag(first);
      }
      return to;
    }
    int part = from;
    int i = from;
    while (scanner.wordAt(i, n)) {
      int next = i + (Character.isHighSurrogate(text[i]) ? 2 : 1);
      if (scanner.wordAt(next, n) && splits(text, i, next, n)) {
        scanner.marked.read(part, next);
        part = next;
      }
      i = next;
    }
    if (part == from) {
      return from;
    }
    int on = scanner.marked.read(part, n);
    tag(first);
    return on;
  }

  private void tag(int first) {
    scanner.tags.add(first);
    scanner.tags.add(scanner.size);
  }

  private boolean ascii(int from, int to) {
    int all = 0;
    for (int i = from; i < to; i++) {
      all |= scanner.text[i];
    }
    return all < 0x80;
  }

  /** The same as {@link #splits} for letters a-z and digits. */
  private void pieces(int from, int to) {
    char[] text = scanner.text;
    int part = from;
    for (int i = from + 1; i < to; i++) {
      boolean digit = text[i] <= '9';
      boolean capital = !digit && text[i] <= 'Z';
      boolean capitalBefore = text[i - 1] > '9' && text[i - 1] <= 'Z';
      boolean smallAfter = i + 1 < to && text[i + 1] > 'Z';
      if (digit != (text[i - 1] <= '9') || (capital && (!capitalBefore || smallAfter))) {
        scanner.plainWords.add(part, i);
        part = i;
      }
    }
    if (part < to) {
      scanner.plainWords.add(part, to);
    }
  }

  private boolean splits(char[] text, int i, int next, int n) {
    int here = Character.codePointAt(text, i, n);
    int then = Character.codePointAt(text, next, n);
    if (UCharacter.isDigit(here) != UCharacter.isDigit(then)) {
      return true;
    }
    if (!UCharacter.isUUppercase(then)) {
      return false;
    }
    int after = next + Character.charCount(then);
    return !UCharacter.isUUppercase(here)
        || (after < n && UCharacter.isULowercase(Character.codePointAt(text, after, n)));
  }

  /** Remembers a symbol that may be a letter; most are plain punctuation. */
  private int symbol(int i, int n) {
    char[] text = scanner.text;
    int after = i;
    boolean edge = false;
    while (after == i || (after < n && soft(text[after]))) {
      edge |= Readings.mayEdge(text[after]);
      after++;
    }
    boolean left = joins(i - 1, n);
    boolean right = joins(after, n);
    if ((left && right) || (edge && (left || right))) {
      scanner.soft.add(i);
    }
    return after;
  }

  private static boolean soft(char c) {
    return Alphabet.kind(c) == Alphabet.SOFT;
  }

  private boolean joins(int i, int n) {
    if (i < 0 || i >= n) {
      return false;
    }
    int kind = Alphabet.kind(scanner.text[i]);
    return scanner.wordAt(i, n)
        || kind == Alphabet.MARK
        || kind == Alphabet.INVISIBLE
        || kind == Alphabet.APOSTROPHE
        || scanner.text[i] == Alphabet.ZWNJ
        || kind == Alphabet.HIGH
        || Character.isLowSurrogate(scanner.text[i]);
  }

  /** A token of its own, two of them as a flag; and remembered: it may be a letter of a word. */
  private int emojiLetter(int i, int cp, int n) {
    scanner.soft.add(i);
    int to = i + 2;
    if (EmojiLetters.flag(cp) && to < n) {
      int other = Character.codePointAt(scanner.text, to, n);
      to += EmojiLetters.flag(other) ? 2 : 0;
    }
    return alone(i, to, n);
  }

  /** An emoji with its modifiers and what is joined to it. */
  private int pictograph(int from, int n) {
    char[] text = scanner.text;
    int i = marks(from + Character.charCount(Character.codePointAt(text, from, n)), n);
    while (i < n && text[i - 1] == Alphabet.ZWJ) {
      int cp = Character.codePointAt(text, i, n);
      if (Alphabet.odd(cp) != Alphabet.PICTOGRAPH) {
        break;
      }
      i = marks(i + Character.charCount(cp), n);
    }
    return alone(from, i, n);
  }

  private int marks(int from, int n) {
    int i = from;
    while (i < n) {
      int cp = Character.codePointAt(scanner.text, i, n);
      if (Alphabet.kind(cp) != Alphabet.MARK) {
        break;
      }
      i += Character.charCount(cp);
    }
    return i;
  }

  private int alone(int from, int to, int n) {
    int end = marks(to, n);
    hash.clear();
    int count = 0;
    for (int i = from; i < to; ) {
      int cp = Character.codePointAt(scanner.text, i, to);
      i += Character.charCount(cp);
      if (Alphabet.kind(cp) != Alphabet.MARK) {
        hash.add(cp < 0x10000 ? Alphabet.classOf(cp) : cp);
        count++;
      }
    }
    scanner.token(from, end, hash.value(), count);
    return end;
  }
}
