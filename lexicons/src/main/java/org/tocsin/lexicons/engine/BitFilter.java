package org.tocsin.lexicons.engine;

/** A set of hashes that may say yes wrongly, never no: four bits a hash, 16 to 32 for each. */
final class BitFilter {
  private static final long SPREAD = 0xD6E8FEB86659FD93L;

  /** In bits: small lexicons get a filter that is nearly always right. */
  private static final long SMALLEST = 1 << 16;

  private final long[] bits;
  private final int shift;

  BitFilter(int expected) {
    int size = 64 - Long.numberOfLeadingZeros(Math.max(SMALLEST, expected * 16L) - 1);
    bits = new long[1 << (size - 6)];
    shift = 64 - size + 6;
  }

  /** Wraps the bits of another filter. */
  BitFilter(long[] bits) {
    this.bits = bits;
    this.shift = 64 - Integer.numberOfTrailingZeros(bits.length);
  }

  void add(long hash) {
    long h = hash * SPREAD;
    bits[(int) (h >>> shift)] |= four(h);
  }

  boolean mayHold(long hash) {
    return bit(hash) != 0;
  }

  /** 1 for a hash that it may hold, else 0; without a branch. */
  long bit(long hash) {
    long h = hash * SPREAD;
    long wanted = four(h);
    long missing = ~bits[(int) (h >>> shift)] & wanted;
    return ((missing | -missing) >>> 63) ^ 1;
  }

  /** Four bits of one word of the filter: one memory access, few false alarms. */
  private static long four(long h) {
    return (1L << (h >>> 8)) | (1L << (h >>> 14)) | (1L << (h >>> 20)) | (1L << (h >>> 26));
  }

  long[] bits() {
    return bits;
  }
}
