package org.tocsin.lexicons.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The first pass over a text: a byte for each character, from {@link Alphabet#SCAN}, and from eight
 * bytes at a time the bits that tell where words are and which other characters have to be looked
 * at. No branch depends on the text. Reused.
 */
final class Kinds {
  /** Eight bytes as one number, the first in the lowest bits. */
  static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The highest bit of each byte. */
  static final long HIGHEST = 0x8080808080808080L;

  /** All others. */
  static final long LOWER = ~HIGHEST;

  /** So many bytes behind the text may be read. */
  private static final int BEYOND = 80;

  /** Of each character; zero behind the text. */
  byte[] codes = new byte[1024 + BEYOND];

  /** 64 characters each: letters, and apostrophes between letters. */
  long[] words = new long[16];

  /** 64 characters each: what is more than a separator. */
  long[] visits = new long[16];

  /** Makes room for a text of so many characters. */
  void room(int characters) {
    codes = new byte[characters + BEYOND];
    words = new long[(characters + 64) / 64];
    visits = new long[words.length];
  }

  void read(char[] text, int n) {
    byte[] to = codes;
    for (int i = 0; i < n; i++) {
      to[i] = Alphabet.SCAN[text[i]];
    }
    Arrays.fill(to, n, n + BEYOND, (byte) 0);
  }

  /** Computes the bits from the bytes; gives the number of blocks of 64. */
  int bits(int n) {
    byte[] from = codes;
    int blocks = (n + 63) >>> 6;
    long before = 0;
    for (int k = 0; k < blocks; k++) {
      int base = k << 6;
      long letters = 0;
      long some = 0;
      long always = 0;
      long next = 0;
      long apostrophes = 0;
      for (int g = 56; g >= 0; g -= 8) {
        long x = (long) EIGHT.get(from, base + g);
        letters = (letters << 8) | gather(x);
        some = (some << 8) | gather(x | ((x & LOWER) + LOWER));
        always = (always << 8) | gather((x << 1) & ~x);
        next = (next << 8) | gather((x << 2) & ~x);
        apostrophes = (apostrophes << 8) | gather((x << 3) & ~x);
      }
      byte behind = from[base + 64];
      long someNext = (some >>> 1) | (behind == 0 ? 0 : Long.MIN_VALUE);
      long letterNext = (letters >>> 1) | ((long) (behind & 0x80) << 56);
      long letterBefore = (letters << 1) | before;
      long between = apostrophes & letterBefore & letterNext;
      words[k] = letters | between;
      visits[k] =
          always | (next & someNext) | (apostrophes & letterBefore & someNext & ~letterNext);
      before = letters >>> 63;
    }
    return blocks;
  }

  /** The highest bits of eight bytes, as eight bits. */
  private static long gather(long x) {
    return ((x & HIGHEST) * 0x0002040810204081L) >>> 56;
  }
}
