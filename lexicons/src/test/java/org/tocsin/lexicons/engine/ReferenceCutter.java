package org.tocsin.lexicons.engine;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into words the obvious way: each character becomes the letter of its kind, and
 * regular expressions say what a word is. Slow, and shares no code with the scanner.
 */
final class ReferenceCutter {
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\x00-\\x20\"<>\\u00A0\\u2028\\u3000]*");
  private static final Pattern NAME = Pattern.compile("(?:[A-Za-z0-9_]+(?:[.@-][A-Za-z0-9_]+)*)?");

  /** A piece of the text. */
  record Piece(int start, int end, boolean single) {}

  final List<Piece> words = new ArrayList<>();

  /** Hashtags that were split: first word, word after the last. */
  final List<int[]> tags = new ArrayList<>();

  /** Positions where a symbol was read as punctuation or an emoji letter as a token. */
  final boolean[] symbols;

  private final String text;

  /** One kind letter for each char; {@code ~} for the second half of a pair. */
  final String kinds;

  ReferenceCutter(String text) {
    this.text = text;
    this.kinds = kinds(text);
    this.symbols = new boolean[text.length()];
    int i = 0;
    while (i < text.length()) {
      i = Math.max(i + 1, next(i));
    }
  }

  private int next(int i) {
    char kind = kinds.charAt(i);
    return switch (kind) {
      case 'L' -> word(i, text.length());
      case 'P' -> pictograph(i);
      case 'X' -> token(i, marks(skip(i)));
      case 'E' -> emojiLetter(i);
      case 'S', 'Z' -> symbol(i);
      case '@' -> letterBefore(i) ? symbol(i) : mention(i + 1);
      case '#' -> letterBefore(i) ? i + 1 : hashtag(i + 1);
      case ':' -> scheme(i) ? address(i) : i + 1;
      default -> skip(i);
    };
  }

  private int emojiLetter(int i) {
    symbols[i] = true;
    int second = skip(i);
    boolean flag = flag(i) && second < text.length() && flag(second);
    if (flag) {
      symbols[second] = true;
    }
    return token(i, marks(flag ? skip(second) : second));
  }

  private int symbol(int i) {
    symbols[i] = true;
    return i + 1;
  }

  private int mention(int from) {
    Matcher name = NAME.matcher(text).region(from, text.length());
    return name.lookingAt() ? name.end() : from;
  }

  private boolean scheme(int i) {
    boolean scheme = text.startsWith("://", i) && !words.isEmpty() && last().end == i;
    if (scheme) {
      words.remove(words.size() - 1);
      tags.removeIf(tag -> tag[1] > words.size());
    }
    return scheme;
  }

  private Piece last() {
    return words.get(words.size() - 1);
  }

  private int word(int from, int limit) {
    int end = from;
    while (end < limit && joins(from, end, limit)) {
      end = skip(end);
    }
    int trimmed = end;
    while ("VZ'".indexOf(kinds.charAt(before(trimmed))) >= 0) {
      trimmed = before(trimmed);
    }
    if (limit == text.length() && text.startsWith(".", end) && www(from, end)) {
      return address(end);
    }
    token(from, trimmed);
    return end;
  }

  private boolean www(int from, int end) {
    return text.substring(from, end).equalsIgnoreCase("www");
  }

  private boolean joins(int from, int i, int limit) {
    if (i == from) {
      return true;
    }
    return switch (kinds.charAt(i)) {
      case 'L', 'M', 'V', 'J' -> true;
      case 'Z' -> !Scanner.arabic(text.charAt(i - 1));
      case '\'' -> i + 1 < limit && kinds.charAt(i + 1) == 'L';
      default -> false;
    };
  }

  private int address(int from) {
    Matcher address = ADDRESS.matcher(text).region(from, text.length());
    return address.lookingAt() ? address.end() : from;
  }

  private int hashtag(int from) {
    int end = from;
    List<Integer> cuts = new ArrayList<>();
    cuts.add(from);
    while (end < text.length() && kinds.charAt(end) == 'L') {
      int next = skip(end);
      if (next < text.length() && kinds.charAt(next) == 'L' && cut(end, next)) {
        cuts.add(next);
      }
      end = next;
    }
    if (cuts.size() == 1) {
      return from;
    }
    int first = words.size();
    for (int i = 0; i + 1 < cuts.size(); i++) {
      word(cuts.get(i), cuts.get(i + 1));
    }
    int on = word(cuts.get(cuts.size() - 1), text.length());
    tags.add(new int[] {first, words.size()});
    return on;
  }

  private boolean cut(int here, int then) {
    int a = text.codePointAt(here);
    int b = text.codePointAt(then);
    int after = skip(then);
    boolean smallAfter = after < text.length() && UCharacter.isULowercase(text.codePointAt(after));
    return UCharacter.isDigit(a) != UCharacter.isDigit(b)
        || (UCharacter.isUUppercase(b) && (!UCharacter.isUUppercase(a) || smallAfter));
  }

  private int pictograph(int from) {
    int end = marks(skip(from));
    while (end < text.length() && kinds.charAt(end) == 'P' && kinds.charAt(end - 1) == 'J') {
      end = marks(skip(end));
    }
    return token(from, end);
  }

  private int marks(int from) {
    int i = from;
    while (i < text.length() && "MJ".indexOf(kinds.charAt(i)) >= 0) {
      i = skip(i);
    }
    return i;
  }

  private int token(int from, int to) {
    Units units = new Units().clear().append(text.toCharArray(), from, to, false);
    words.add(new Piece(from, to, units.size() == 1));
    return to;
  }

  boolean flag(int i) {
    return EmojiLetters.flag(text.codePointAt(i));
  }

  boolean letterBefore(int i) {
    return i > 0 && kinds.charAt(before(i)) == 'L';
  }

  int skip(int i) {
    return i + Character.charCount(text.codePointAt(i));
  }

  int before(int i) {
    return i - Character.charCount(text.codePointBefore(i));
  }

  private static String kinds(String text) {
    StringBuilder kinds = new StringBuilder();
    text.codePoints().forEach(cp -> kinds.append(kind(cp)).append(cp >= 0x10000 ? "~" : ""));
    return kinds.toString();
  }

  private static char kind(int cp) {
    if (cp == Alphabet.ZWNJ) {
      return 'Z';
    }
    if (cp == Alphabet.ZWJ) {
      return 'J';
    }
    return switch (Alphabet.kind(cp)) {
      case Alphabet.LETTER -> Alphabet.parts(cp) ? ' ' : 'L';
      case Alphabet.MARK -> 'M';
      case Alphabet.INVISIBLE -> 'V';
      case Alphabet.SOFT -> EmojiLetters.letter(cp) != 0 ? 'E' : 'S';
      case Alphabet.SYNTAX -> (char) cp;
      case Alphabet.APOSTROPHE -> '\'';
      case Alphabet.ODD ->
          switch (Alphabet.odd(cp)) {
            case Alphabet.PICTOGRAPH -> 'P';
            case Alphabet.SOLO -> 'X';
            default -> 'L';
          };
      default -> ' ';
    };
  }
}
