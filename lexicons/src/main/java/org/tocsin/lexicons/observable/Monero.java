package org.tocsin.lexicons.observable;

import org.jspecify.annotations.Nullable;

/**
 * Monero addresses: base58 in blocks of 8 bytes, the first four bytes of a Keccak-256 at the end.
 */
final class Monero {
  static final int STANDARD = 95;
  static final int INTEGRATED = 106;

  private static final int CHECKSUM = 4;
  private static final int BLOCK_CHARS = 11;
  private static final int BLOCK_BYTES = 8;

  private final Keccak keccak;
  private final byte[] bytes = new byte[77];

  Monero(Keccak keccak) {
    this.keccak = keccak;
  }

  @Nullable Address address(char[] chars, int from, int to) {
    int length = to - from;
    if ((length != STANDARD && length != INTEGRATED) || !decode(chars, from, to)) {
      return null;
    }
    int size = length == STANDARD ? 69 : 77;
    int network = bytes[0];
    boolean known = length == STANDARD ? network == 18 || network == 42 : network == 19;
    if (!known) {
      return null;
    }
    byte[] hash = keccak.of(bytes, size - CHECKSUM);
    for (int i = 0; i < CHECKSUM; i++) {
      if (hash[i] != bytes[size - CHECKSUM + i]) {
        return null;
      }
    }
    return new Address(ObservableKind.XMR, new String(chars, from, length), true);
  }

  private boolean decode(char[] chars, int from, int to) {
    int at = 0;
    for (int i = from; i < to; i += BLOCK_CHARS) {
      int end = Math.min(to, i + BLOCK_CHARS);
      // 95 characters end in a block of 7 for 5 bytes, 106 in the same.
      int size = end - i == BLOCK_CHARS ? BLOCK_BYTES : 5;
      if (!block(chars, i, end, at, size)) {
        return false;
      }
      at += size;
    }
    return true;
  }

  private boolean block(char[] chars, int from, int to, int at, int size) {
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = Base58.BITCOIN.digit(chars[i]);
      if (digit < 0
          || Long.compareUnsigned(value, Long.divideUnsigned(-1L, 58)) > 0
          || Long.compareUnsigned(value * 58, -1L - digit) > 0) {
        return false;
      }
      value = value * 58 + digit;
    }
    if (size < BLOCK_BYTES && value >>> (8 * size) != 0) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      bytes[at + i] = (byte) (value >>> (8 * (size - 1 - i)));
    }
    return true;
  }
}
