package org.tocsin.lexicons.engine;

import java.util.Arrays;

/**
 * Cuts a text into words and hashes their classes.
 *
 * <p>{@link Kinds} has made bits of the text: where letters are, and which characters need a look.
 * Words begin and end at the edges of the runs of bits, so that nothing is decided for each
 * character. What needs a look is looked at in its order, by {@link Syntax}, {@link PlainWords} or
 * {@link MarkedWords}, and the bits go on from where that ends. Positions are the text's own:
 * nothing is copied or moved, so spans need no map back. Reused, one per thread.
 */
final class Scanner {
  /** Buffers beyond this many characters are given back after the text. */
  private static final int KEPT = 1 << 16;

  /** So many places are free whenever a block is cut: 32 words, and what is written in excess. */
  private static final int MOST_IN_BLOCK = 64;

  /** How many edges are written in one go. */
  private static final int BATCH = 4;

  char[] text = new char[1024 + Kinds.BEYOND];
  int length;
  private long steps;
  int size;
  int[] start = new int[256];
  int[] end = new int[256];
  int[] letters = new int[256];

  /** The hashes of the words, and two zeros. */
  long[] hash = new long[256];

  /** Positions of symbols that may be letters of the word around them. */
  final IntList soft = new IntList();

  /** Words whose digits can be read in two ways. */
  final IntList ambiguous = new IntList();

  /** Hashtags that were split: first word, word after the last. */
  final IntList tags = new IntList();

  final Kinds kinds = new Kinds();
  private final Syntax syntax = new Syntax(this);
  final ClassHash hasher = new ClassHash();
  final MarkedWords marked = new MarkedWords(this);
  final PlainWords plainWords = new PlainWords(this);

  /** Words of one letter. */
  int single;

  private int hashed;
  private boolean plain;

  /** Reads a text; the words are then in the arrays. */
  void scan(String source) {
    length = source.length();
    steps += length;
    if (text.length < length + Kinds.BEYOND) {
      text = new char[Math.max(length, text.length) * 2 + Kinds.BEYOND];
      kinds.room(text.length);
    } else if (text.length > KEPT && length < KEPT / 2) {
      shrink();
    }
    source.getChars(0, length, text, 0);
    kinds.read(text, length);
    if (!words()) {
      kinds.read(text, length);
      Addresses.mark(this);
      words();
    }
  }

  /** Finds the words; false when one looks like the beginning of an address without a scheme. */
  private boolean words() {
    int blocks = kinds.bits(length);
    soft.clear();
    ambiguous.clear();
    tags.clear();
    size = 0;
    hashed = 0;
    plain = true;
    single = 0;
    int begun = 0;
    int on = 0;
    long carry = 0;
    for (int k = 0; k < blocks; k++) {
      int base = k << 6;
      if (on >= base + 64) {
        continue;
      }
      if (size + MOST_IN_BLOCK + 2 > start.length) {
        grow();
      }
      long from = on > base ? -1L << (on - base) : -1L;
      long word = kinds.words[k] & from;
      long visit = kinds.visits[k] & from;
      while (visit != 0) {
        int at = Long.numberOfTrailingZeros(visit);
        begun = cut(word, carry, (1L << at) - 1, base, begun);
        on = visit(base + at, begun > size);
        begun = size;
        carry = 0;
        from = on >= base + 64 ? 0 : -1L << (on - base);
        word &= from;
        visit &= from;
        if (size + MOST_IN_BLOCK + 2 > start.length) {
          grow();
        }
      }
      begun = cut(word, carry, -1L, base, begun);
      carry = word >>> 63;
    }
    if (begun > size) {
      end[size++] = length;
    }
    hashPending();
    hash[size] = 0;
    hash[size + 1] = 0;
    return plain;
  }

  /**
   * Writes down where words begin and end in a part of a block.
   *
   * @param carry 1 when the block before ended within a word
   * @return how many words have begun; {@link #size} have ended
   */
  private int cut(long word, long carry, long part, int base, int begun) {
    long before = (word << 1) | carry;
    long starts = word & ~before & part;
    long ends = before & ~word & part;
    write(starts, base, start, begun);
    write(ends, base, end, size);
    size += Long.bitCount(ends);
    return begun + Long.bitCount(starts);
  }

  /**
   * Writes the positions of bits; also some places too many, since a loop for each bit would end
   * where the processor does not expect it.
   */
  private static void write(long bits, int base, int[] to, int from) {
    long left = bits;
    for (int i = from; left != 0; i += BATCH) {
      to[i] = base + Long.numberOfTrailingZeros(left);
      left &= left - 1;
      to[i + 1] = base + Long.numberOfTrailingZeros(left);
      left &= left - 1;
      to[i + 2] = base + Long.numberOfTrailingZeros(left);
      left &= left - 1;
      to[i + 3] = base + Long.numberOfTrailingZeros(left);
      left &= left - 1;
    }
  }

  /**
   * Looks at a character.
   *
   * @param within whether a word that has begun goes up to it
   * @return where to go on
   */
  private int visit(int i, boolean within) {
    int on;
    if (within) {
      on = ended(i, start[size]);
    } else {
      on =
          kinds.codes[i] == Alphabet.ALWAYS && PlainWords.digit(text[i])
              ? plainWords.digits(i, i)
              : syntax.at(i);
    }
    return on < length && kinds.codes[on] == Alphabet.BETWEEN ? on + 1 : on;
  }

  /** What follows a word is not a plain separator. */
  private int ended(int i, int from) {
    if (PlainWords.digit(text[i])) {
      return plainWords.digits(i, from);
    }
    if (text[i] == '.' && Addresses.www(this, from, i)) {
      return syntax.address(i, length);
    }
    int kind = Alphabet.kind(text[i]);
    if (kind == Alphabet.SYNTAX || (kind == Alphabet.SOFT && text[i] != Alphabet.ZWNJ)) {
      end[size++] = i;
      return syntax.at(i);
    }
    return marked.read(from, length);
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

  /** Characters read since it was made. */
  long steps() {
    return steps;
  }

  /** Whether a letter or digit stands before a position. */
  boolean wordBefore(int i) {
    return i > 0 && wordAt(i - Character.charCount(Character.codePointBefore(text, i)), length);
  }

  /** Adds a word whose codes are to be hashed. */
  void token(int from, int to) {
    if (size + 2 >= start.length) {
      grow();
    }
    start[size] = from;
    end[size++] = to;
  }

  /** Adds a word whose hash is known. */
  void token(int from, int to, long word, int count) {
    if (size + 2 >= start.length) {
      grow();
    }
    hashPending();
    start[size] = from;
    end[size] = to;
    letters[size] = count;
    single += count == 1 ? 1 : 0;
    hash[size++] = word;
    hashed = size;
  }

  private void hashPending() {
    plain &= WordHashes.plain(this, hashed, size);
    hashed = size;
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
    hashed = Math.min(hashed, size);
    if (!ambiguous.isEmpty() && ambiguous.last() == size) {
      ambiguous.removeLast();
    }
    if (!tags.isEmpty() && tags.last() > size) {
      tags.removeLast();
      tags.removeLast();
    }
  }

  private void shrink() {
    text = new char[1024 + Kinds.BEYOND];
    kinds.room(text.length);
    start = new int[256];
    end = new int[256];
    letters = new int[256];
    hash = new long[256];
    soft.trim();
    ambiguous.trim();
    tags.trim();
  }
}
