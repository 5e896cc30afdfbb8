package org.tocsin.lexicons.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

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

  /** Characters that are read in one go. */
  private static final int BLOCK = 64;

  /** So many characters behind the text are read, and have to be zero. */
  static final int BEYOND = 2 * BLOCK;

  private static final char[] ZEROS = new char[BEYOND];

  /** Of each character; zero behind the text. */
  byte[] codes = new byte[1024 + BEYOND];

  /** 64 characters each: letters, and apostrophes between letters. */
  long[] words = new long[1024 / BLOCK + 1];

  /** 64 characters each: what is more than a separator. */
  long[] visits = new long[1024 / BLOCK + 1];

  /** Makes room for a text of so many characters. */
  void room(int characters) {
    codes = new byte[characters + BEYOND];
    words = new long[characters / BLOCK + 1];
    visits = new long[words.length];
  }

  /**
   * Reads a text, always whole blocks, since loops of one length are foreseen by the processor.
   *
   * @param text has room for {@link #BEYOND} characters behind the n of the text
   */
  void read(char[] text, int n) {
    System.arraycopy(ZEROS, 0, text, n, BEYOND);
    EIGHT.set(codes, (n + BLOCK - 1) & -BLOCK, 0L);
    EIGHT.set(codes, ((n + BLOCK - 1) & -BLOCK) + 8, 0L);
    for (int base = 0; base < n; base += BLOCK) {
      block(text, codes, base);
    }
  }

  private static void block(char[] text, byte[] to, int base) {
    for (int i = base; i < base + BLOCK; i++) {
      to[i] = Alphabet.SCAN[text[i]];
    }
  }

  /** Computes the bits from the bytes; gives the number of blocks of 64. */
  int bits(int n) {
    int blocks = (n + BLOCK - 1) / BLOCK;
    long before = 0;
    for (int k = 0; k < blocks; k++) {
      before = bits(codes, k, before);
    }
    return blocks;
  }

  private long bits(byte[] from, int k, long before) {
    int base = k * BLOCK;
    long letters = 0;
    long some = 0;
    long always = 0;
    long next = 0;
    long apostrophes = 0;
    for (int g = BLOCK - 8; g >= 0; g -= 8) {
      long x = (long) EIGHT.get(from, base + g);
      letters = (letters << 8) | gather(x);
      some = (some << 8) | gather(x | ((x & LOWER) + LOWER));
      always = (always << 8) | gather((x << 1) & ~x);
      next = (next << 8) | gather((x << 2) & ~x);
      apostrophes = (apostrophes << 8) | gather((x << 3) & ~x);
    }
    byte behind = from[base + BLOCK];
    long someNext = (some >>> 1) | (behind == 0 ? 0 : Long.MIN_VALUE);
    long letterNext = (letters >>> 1) | ((long) (behind & 0x80) << 56);
    long letterBefore = (letters << 1) | before;
    long between = apostrophes & letterBefore & letterNext;
    words[k] = letters | between;
    visits[k] = always | (next & someNext) | (apostrophes & letterBefore & someNext & ~letterNext);
    return letters >>> 63;
  }

  /** The highest bits of eight bytes, as eight bits. */
  private static long gather(long x) {
    return ((x & HIGHEST) * 0x0002040810204081L) >>> 56;
  }
}
