package org.tocsin.lexicons.engine;

/** Hashes of scanned words. */
final class WordHashes {
  /** By so many codes: the bits of the first eight, and of the eight behind them. */
  private static final long[] FIRST = new long[17];

  private static final long[] SECOND = new long[17];

  static {
    for (int codes = 0; codes <= 16; codes++) {
      for (int i = 0; i < codes; i++) {
        long[] of = i < 8 ? FIRST : SECOND;
        of[codes] |= 0xFFL << (i * 8);
      }
    }
  }

  private WordHashes() {}

  /**
   * Hashes some words of plain letters, sixteen letters at a time. One letter that is repeated is
   * taken out on the way, which every sixth word asks for; words with more of them, with
   * apostrophes, or with more letters are read again letter by letter.
   *
   * @return false when one looks like the beginning of an address
   */
  static boolean plain(Scanner scanner, int from, int to) {
    byte[] codes = scanner.kinds.codes;
    int[] start = scanner.start;
    int[] end = scanner.end;
    int[] letters = scanner.letters;
    long[] hash = scanner.hash;
    boolean plain = true;
    int single = 0;
    for (int t = from; t < to; t++) {
      int at = start[t];
      int count = end[t] - at;
      int seen = Math.min(count, 16);
      long first = FIRST[seen];
      long second = SECOND[seen];
      long x = (long) Kinds.EIGHT.get(codes, at) & first;
      long y = (long) Kinds.EIGHT.get(codes, at + 8) & second;
      long inFirst = same(x, x << 8);
      long inSecond = same(y, (y << 8) | (x >>> 56));
      long apostrophes = ((x ^ first) | (y ^ second)) & Kinds.HIGHEST;
      long below = (inFirst >>> 7) - 1;
      long belowSecond = (inSecond >>> 7) - 1;
      long dense = (x & below) | (((x >>> 8) | (y << 56)) & ~below);
      long denseSecond = (y & belowSecond) | ((y >>> 8) & ~belowSecond);
      long rest = inFirst == 0 ? denseSecond : y >>> 8;
      letters[t] = count;
      single += count == 1 ? 1 : 0;
      hash[t] = ClassHash.finish(dense * ClassHash.FIRST + rest * ClassHash.SECOND);
      long more = (inFirst & (inFirst - 1)) | (inSecond & (inSecond - 1));
      long both = inFirst == 0 ? 0 : inSecond;
      if ((more | both | apostrophes) != 0 || count > 16) {
        plain &= again(scanner, t);
      }
    }
    scanner.single += single;
    return plain;
  }

  /** The highest bits of the codes of one number that are equal to those of the other. */
  private static long same(long x, long y) {
    long differ = x ^ y;
    return ~(((differ & Kinds.LOWER) + Kinds.LOWER) | differ) & x & Kinds.HIGHEST;
  }

  private static boolean again(Scanner scanner, int t) {
    byte[] codes = scanner.kinds.codes;
    ClassHash hash = scanner.hasher.clear();
    int count = 0;
    for (int i = scanner.start[t]; i < scanner.end[t]; i++) {
      if (codes[i] < 0) {
        hash.addCode(codes[i]);
        count++;
      }
    }
    scanner.letters[t] = count;
    scanner.hash[t] = hash.value();
    int end = scanner.end[t];
    return count != 3
        || end >= scanner.length
        || scanner.text[end] != '.'
        || !Addresses.www(scanner, scanner.start[t], end);
  }

  /** The hash of the first so many runs of a word's classes; of all when it has fewer. */
  static long beginning(Scanner scanner, int token, int runs) {
    int at = scanner.start[token];
    int count = scanner.end[token] - at;
    if (count >= runs) {
      long first = FIRST[runs];
      long x = (long) Kinds.EIGHT.get(scanner.kinds.codes, at) & first;
      if ((same(x, x << 8) | ((x ^ first) & Kinds.HIGHEST)) == 0) {
        return ClassHash.finish(x * ClassHash.FIRST);
      }
    }
    return slowBeginning(scanner, token, runs);
  }

  private static long slowBeginning(Scanner scanner, int token, int runs) {
    char[] text = scanner.text;
    int end = scanner.end[token];
    ClassHash hash = scanner.hasher.clear();
    for (int i = scanner.start[token]; i < end && hash.runs() < runs; ) {
      int cp = Character.codePointAt(text, i, end);
      i += Character.charCount(cp);
      int kind = Alphabet.kind(cp);
      if (kind == Alphabet.ODD && Alphabet.odd(cp) == Alphabet.EXPANDS) {
        String expansion = Alphabet.expansion(Alphabet.fold(cp));
        for (int k = 0; k < expansion.length() && hash.runs() < runs; k++) {
          if (Alphabet.kind(expansion.charAt(k)) != Alphabet.MARK) {
            hash.add(Alphabet.classOf(expansion.charAt(k)));
          }
        }
      } else if ((kind == Alphabet.LETTER && !Alphabet.parts(cp)) || kind == Alphabet.ODD) {
        hash.add(Alphabet.classOf(Alphabet.fold(cp)));
      }
    }
    return hash.value();
  }

  /** A hash of a word as it is spelt, four characters at a time: behind the text are zeros. */
  static long spelling(Scanner scanner, int token) {
    char[] text = scanner.text;
    int end = scanner.end[token];
    long word = 0;
    for (int i = scanner.start[token]; i < end; i += 4) {
      long four =
          text[i] | (long) text[i + 1] << 16 | (long) text[i + 2] << 32 | (long) text[i + 3] << 48;
      word = (word ^ (four & (-1L >>> Math.max(0, 64 - (end - i) * 16)))) * 0x9E3779B97F4A7C15L;
      word ^= word >>> 32;
    }
    return word;
  }
}
