package org.tocsin.lexicons.engine;

import java.util.Arrays;

/**
 * The one pass over a text: cuts it into words and hashes each word's classes on the way.
 *
 * <p>Letters are looked up in {@link Alphabet#HASH} and added to a rolling hash; neighbours of one
 * class are added once, so that repeated letters cost nothing more. Whatever is not a plain letter
 * leaves the fast loop. Positions are the text's own: nothing is copied or moved, so spans need no
 * map back. Reused, one per thread.
 */
final class Scanner {
  /** Buffers beyond this many characters are given back after the text. */
  private static final int KEPT = 1 << 16;

  /** The hash of a word of nothing but the letter w. */
  private static final long WWW = Alphabet.hash('w');

  char[] text = new char[1024];
  int length;
  private long steps;
  int size;
  int[] start = new int[256];
  int[] end = new int[256];
  int[] letters = new int[256];
  long[] hash = new long[256];

  /** Positions of symbols that may be letters of the word around them. */
  final IntList soft = new IntList();

  /** Words whose digits can be read in two ways. */
  final IntList ambiguous = new IntList();

  /** Hashtags that were split: first word, word after the last. */
  final IntList tags = new IntList();

  private final Syntax syntax = new Syntax(this);

  /** Reads a text; the words are then in the arrays. */
  void scan(String source) {
    length = source.length();
    steps += length;
    if (text.length < length + 2) {
      text = new char[Math.max(length + 2, text.length * 2)];
    } else if (text.length > KEPT && length < KEPT / 2) {
      shrink();
    }
    source.getChars(0, length, text, 0);
    text[length] = 0;
    text[length + 1] = 0;
    size = 0;
    soft.clear();
    ambiguous.clear();
    tags.clear();
    words(text, length);
  }

  /**
   * The fast loop, without a branch on where words begin and end: every character writes the word
   * so far to the next free place, and the place is taken when the word has ended. Where words end
   * cannot be guessed, and wrong guesses would cost more than all the work; the zero behind the
   * text ends the last word.
   */
  private void words(char[] c, int n) {
    int t = 0;
    int from = 0;
    int count = 0;
    int within = 0;
    long last = 0;
    long word = 0;
    int i = 0;
    while (i <= n) {
      long h = Alphabet.HASH[c[i]];
      if ((h & Alphabet.KIND) != 0) {
        if (c[i] == '.' && word != WWW) {
          h = 0;
        } else if ((h & Alphabet.KIND) == Alphabet.APOSTROPHE && joins(within, c, i)) {
          i++;
          continue;
        } else {
          size = t;
          i = within == 1 ? ended(i, from, word, count) : syntax.at(i);
          t = size;
          within = 0;
          count = 0;
          last = 0;
          word = 0;
          continue;
        }
      }
      if (t == start.length) {
        grow();
      }
      int letter = (int) h >>> 3 & 1;
      hash[t] = word;
      start[t] = from;
      end[t] = i;
      letters[t] = count;
      t += within & ~letter;
      from += (i - from) & (within - 1);
      long rolled = Long.rotateLeft(word, 7) ^ h;
      word = (h == last ? word : rolled) & -(long) letter;
      count = (count + 1) & -letter;
      last = h;
      within = letter;
      i++;
    }
    size = t;
  }

  private static boolean joins(int within, char[] c, int i) {
    return within == 1 && Alphabet.plain(Alphabet.HASH[c[i + 1]]);
  }

  /** What follows a word is not a plain separator. */
  private int ended(int i, int from, long word, int count) {
    if (text[i] == '.' && count == 3) {
      return syntax.address(i, length);
    }
    int kind = Alphabet.kind(text[i]);
    if (kind == Alphabet.SYNTAX || (kind == Alphabet.SOFT && text[i] != Alphabet.ZWNJ)) {
      token(from, i, word, count);
      return syntax.at(i);
    }
    return careful(from, length);
  }

  /**
   * The same for words with marks, expansions, styled letters and such.
   *
   * @param limit where the word must end at the latest
   * @return where to go on
   */
  int careful(int from, int limit) {
    long word = 0;
    long last = 0;
    int count = 0;
    int stop = from;
    boolean twofold = false;
    boolean alphabetic = false;
    int i = from;
    while (i < limit) {
      int cp = Character.codePointAt(text, i, limit);
      int next = i + Character.charCount(cp);
      int kind = Alphabet.kind(cp);
      int odd = kind == Alphabet.ODD ? Alphabet.odd(cp) : 0;
      if (Alphabet.parts(cp)
          || kind == Alphabet.HIGH
          || odd == Alphabet.SOLO
          || odd == Alphabet.PICTOGRAPH) {
        break;
      }
      if (kind == Alphabet.SYNTAX || (kind == Alphabet.SOFT && !joinsAt(i))) {
        break;
      }
      if (kind == Alphabet.APOSTROPHE && !wordAt(next, limit)) {
        break;
      }
      if (odd == Alphabet.EXPANDS) {
        String expansion = Alphabet.expansion(Alphabet.fold(cp));
        for (int k = 0; k < expansion.length(); k++) {
          int folded = expansion.charAt(k);
          if (Alphabet.base(folded) != 0 && Alphabet.kind(folded) != Alphabet.MARK) {
            long h = Alphabet.hash(Alphabet.classOf(folded));
            word = h == last ? word : Alphabet.add(word, h);
            last = h;
            count++;
          }
        }
      } else if (kind == Alphabet.LETTER || odd == Alphabet.AMBIGUOUS) {
        long h = Alphabet.HASH[cp] & ~(long) Alphabet.KIND;
        word = h == last ? word : Alphabet.add(word, h);
        last = h;
        count++;
      }
      twofold |= odd == Alphabet.AMBIGUOUS;
      alphabetic |= cp > '9';
      stop =
          kind == Alphabet.INVISIBLE || kind == Alphabet.SOFT || kind == Alphabet.APOSTROPHE
              ? stop
              : next;
      i = next;
    }
    if (count > 0) {
      if (twofold && alphabetic) {
        ambiguous.add(size);
      }
      token(from, stop, word, count);
    }
    return Math.max(i, from + 1);
  }

  /** A zero-width non-joiner parts words only in Arabic script. */
  private boolean joinsAt(int i) {
    return text[i] == Alphabet.ZWNJ && !(i > 0 && arabic(text[i - 1]));
  }

  static boolean arabic(char c) {
    return (c >= 0x600 && c <= 0x6FF) || (c >= 0x750 && c <= 0x77F);
  }

  /** Whether a letter or digit stands at a position. */
  boolean wordAt(int i, int limit) {
    if (i < 0 || i >= limit) {
      return false;
    }
    int cp = Character.codePointAt(text, i, limit);
    return switch (Alphabet.kind(cp)) {
      case Alphabet.LETTER -> !Alphabet.parts(cp);
      case Alphabet.ODD ->
          Alphabet.odd(cp) == Alphabet.AMBIGUOUS || Alphabet.odd(cp) == Alphabet.EXPANDS;
      default -> false;
    };
  }

  /** The hash of the first so many runs of a word's classes; of all when it has fewer. */
  long beginning(int token, int runs) {
    long word = 0;
    long last = 0;
    int left = runs;
    for (int i = start[token]; i < end[token]; ) {
      int cp = Character.codePointAt(text, i, end[token]);
      i += Character.charCount(cp);
      long h = cp < Alphabet.SIZE ? Alphabet.HASH[cp] : 0;
      int kind = (int) h & Alphabet.KIND;
      if (kind == Alphabet.ODD && Alphabet.odd(cp) == Alphabet.EXPANDS) {
        String expansion = Alphabet.expansion(Alphabet.fold(cp));
        for (int k = 0; k < expansion.length() && left > 0; k++) {
          long part = Alphabet.hash(Alphabet.classOf(expansion.charAt(k)));
          boolean letter = Alphabet.kind(expansion.charAt(k)) != Alphabet.MARK;
          if (letter && part != last) {
            word = Alphabet.add(word, part);
            last = part;
            left--;
          }
        }
      } else if (kind == Alphabet.LETTER || kind == Alphabet.ODD) {
        long part = h & ~(long) Alphabet.KIND;
        if (part != last) {
          word = Alphabet.add(word, part);
          last = part;
          left--;
        }
      }
      if (left <= 0) {
        break;
      }
    }
    return word;
  }

  /** A hash of a word as it is spelt. */
  long spelling(int token) {
    long word = 0;
    for (int i = start[token]; i < end[token]; i++) {
      word = (word ^ text[i]) * 0x9E3779B97F4A7C15L;
      word ^= word >>> 32;
    }
    return word;
  }

  /** Characters read since it was made. */
  long steps() {
    return steps;
  }

  /** Whether a letter or digit stands before a position. */
  boolean wordBefore(int i) {
    return i > 0 && wordAt(i - Character.charCount(Character.codePointBefore(text, i)), length);
  }

  /** Adds a word. */
  void token(int from, int to, long word, int count) {
    if (size == start.length) {
      grow();
    }
    start[size] = from;
    end[size] = to;
    letters[size] = count;
    hash[size++] = word;
  }

  private void grow() {
    int longer = start.length * 2;
    start = Arrays.copyOf(start, longer);
    end = Arrays.copyOf(end, longer);
    letters = Arrays.copyOf(letters, longer);
    hash = Arrays.copyOf(hash, longer);
  }

  /** Takes back the last word: it was the beginning of an address. */
  void undo() {
    size--;
    if (!ambiguous.isEmpty() && ambiguous.last() == size) {
      ambiguous.removeLast();
    }
    if (!tags.isEmpty() && tags.last() > size) {
      tags.removeLast();
      tags.removeLast();
    }
  }

  private void shrink() {
    text = new char[1024];
    start = new int[256];
    end = new int[256];
    letters = new int[256];
    hash = new long[256];
    soft.trim();
    ambiguous.trim();
    tags.trim();
  }
}
