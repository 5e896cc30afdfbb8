package org.tocsin.lexicons.engine;

import java.util.Arrays;

/**
 * A hash map from long to positive int in two flat arrays, made for look-ups that mostly miss; not
 * thread-safe while it is filled, immutable use afterwards is.
 */
final class LongIntMap {
  /** What {@link #get} gives for a key that is not there. */
  static final int ABSENT = 0;

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** Zero marks a free place, so the key zero is moved to a constant. */
  private static final long ZERO = 0x5851F42D4C957F2DL;

  private long[] keys;
  private int[] values;
  private int shift;
  private int size;

  LongIntMap(int expected) {
    int bits = 64 - Long.numberOfLeadingZeros(Math.max(4L, expected * 2L - 1));
    keys = new long[1 << bits];
    values = new int[1 << bits];
    shift = 64 - bits;
  }

  /** Wraps arrays that another map gave out. */
  LongIntMap(long[] keys, int[] values, int size) {
    this.keys = keys;
    this.values = values;
    this.size = size;
    this.shift = 64 - Integer.numberOfTrailingZeros(keys.length);
  }

  int get(long key) {
    long[] k = keys;
    long wanted = key == 0 ? ZERO : key;
    int mask = k.length - 1;
    int at = (int) ((wanted * SPREAD) >>> shift);
    long seen = k[at];
    while (seen != wanted) {
      if (seen == 0) {
        return ABSENT;
      }
      at = at + 1 & mask;
      seen = k[at];
    }
    return values[at];
  }

  /** Replaces the value of a key; values are never {@link #ABSENT}. */
  void put(long key, int value) {
    if (size * 2 >= keys.length) {
      grow();
    }
    size += set(key == 0 ? ZERO : key, value) ? 1 : 0;
  }

  int size() {
    return size;
  }

  long[] keys() {
    return keys;
  }

  int[] values() {
    return values;
  }

  private boolean set(long wanted, int value) {
    int mask = keys.length - 1;
    int at = (int) ((wanted * SPREAD) >>> shift);
    while (keys[at] != 0 && keys[at] != wanted) {
      at = at + 1 & mask;
    }
    boolean added = keys[at] == 0;
    keys[at] = wanted;
    values[at] = value;
    return added;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[keys.length];
    shift--;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        set(oldKeys[i], oldValues[i]);
      }
    }
  }

  @Override
  public String toString() {
    return "LongIntMap[" + size + " of " + keys.length + ", " + Arrays.hashCode(keys) + "]";
  }
}
