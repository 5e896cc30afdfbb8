package org.tocsin.lexicons.observable;

import org.jspecify.annotations.Nullable;

/** Bitcoin Cash addresses (cashaddr), written with their prefix or without. */
final class CashAddr {
  static final String PREFIX = "bitcoincash";

  /** Of a 20-byte hash, and of a 32-byte hash. */
  static final int SHORT = 42;

  static final int LONG = 61;

  private static final long[] GENERATOR = {
    0x98F2BC8E61L, 0x79B76D99E2L, 0xF33E5FB3C4L, 0xAE2EABE2A8L, 0x1E4F43E470L
  };

  private CashAddr() {}

  /** The address of these characters, which hold no prefix; canonical with it. */
  static @Nullable Address address(char[] chars, int from, int to) {
    int length = to - from;
    if (length != SHORT && length != LONG) {
      return null;
    }
    boolean upper = chars[from] < 'a';
    long check = 1;
    for (int i = 0; i < PREFIX.length(); i++) {
      check = step(check, PREFIX.charAt(i) & 31);
    }
    check = step(check, 0);
    StringBuilder canonical = new StringBuilder(PREFIX).append(':');
    for (int i = from; i < to; i++) {
      char c = chars[i];
      boolean letter = c > '9';
      if (letter && upper != (c < 'a')) {
        return null;
      }
      char small = letter && upper ? (char) (c + 0x20) : c;
      int value = Bech32.value(small);
      if (value < 0) {
        return null;
      }
      canonical.append(small);
      check = step(check, value);
    }
    // The version byte says how long the hash is: 0 for 20 bytes, 3 for 32.
    int first = Bech32.value(canonical.charAt(PREFIX.length() + 1));
    int second = Bech32.value(canonical.charAt(PREFIX.length() + 2));
    int version = (first << 3) | (second >> 2);
    boolean sized = version >> 7 == 0 && (version & 7) == (length == SHORT ? 0 : 3);
    return check == 1 && sized ? new Address(ObservableKind.BCH, canonical.toString(), true) : null;
  }

  /** One step of the BCH code over GF(32), 40 bits wide. */
  private static long step(long check, int value) {
    long top = check >>> 35;
    long next = ((check & 0x07FFFFFFFFL) << 5) ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= ((top >>> i) & 1) == 0 ? 0 : GENERATOR[i];
    }
    return next;
  }
}
