package org.tocsin.lexicons.engine;

/**
 * The hash of a word, class by class: neighbours of one code are added once, so that repeated
 * letters change nothing. Eight codes are one number, the numbers times different odd factors are
 * summed; {@link WordHashes} gets the same from whole numbers. Reused.
 */
final class ClassHash {
  /** The factor of the first eight codes. */
  static final long FIRST = 0x9E3779B97F4A7C15L;

  /** The factor of the next eight, {@code FIRST * STEP}. */
  static final long SECOND = 0xFB34C4B9D8DBD339L;

  private static final long STEP = 0xD1342543DE82EF95L;
  private static final long MIX = 0xBF58476D1CE4E5B9L;

  private long sum;
  private long factor;
  private int last;
  private int runs;

  /** Empties it. */
  ClassHash clear() {
    sum = 0;
    factor = FIRST;
    last = 0;
    runs = 0;
    return this;
  }

  /** Adds a class; tells whether it begins a run. */
  boolean add(int letterClass) {
    boolean begins = addCode(Alphabet.code(letterClass));
    if (begins) {
      sum += Alphabet.extra(letterClass);
    }
    return begins;
  }

  /** Adds the code of a class that is no token of its own. */
  boolean addCode(byte code) {
    if (code == last) {
      return false;
    }
    last = code;
    if (runs > 0 && (runs & 7) == 0) {
      factor *= STEP;
    }
    sum += ((code & 0xFFL) << (runs * 8)) * factor;
    runs++;
    return true;
  }

  /** How many runs of one code it has. */
  int runs() {
    return runs;
  }

  long value() {
    return finish(sum);
  }

  /** Spreads the sum over all bits. */
  static long finish(long sum) {
    return (sum ^ (sum >>> 32)) * MIX;
  }
}
