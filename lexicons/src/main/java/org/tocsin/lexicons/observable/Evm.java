package org.tocsin.lexicons.observable;

import org.jspecify.annotations.Nullable;

/** Addresses of EVM chains: 40 hex digits, whose case may carry the checksum of EIP-55. */
final class Evm {
  static final int DIGITS = 40;

  private final Keccak keccak;
  private final byte[] lower = new byte[DIGITS];

  Evm(Keccak keccak) {
    this.keccak = keccak;
  }

  /**
   * The address of 40 hex digits, canonical with {@code 0x} and in lower case. Digits in one case
   * hold no checksum; mixed case must hold the right one.
   */
  @Nullable Address address(char[] chars, int from) {
    boolean hasLower = false;
    boolean hasUpper = false;
    for (int i = 0; i < DIGITS; i++) {
      char c = chars[from + i];
      if (c >= '0' && c <= '9') {
        lower[i] = (byte) c;
      } else if (c >= 'a' && c <= 'f') {
        hasLower = true;
        lower[i] = (byte) c;
      } else if (c >= 'A' && c <= 'F') {
        hasUpper = true;
        lower[i] = (byte) (c + 0x20);
      } else {
        return null;
      }
    }
    boolean checked = hasLower && hasUpper;
    if (checked && !checksumHolds(chars, from)) {
      return null;
    }
    String value = "0x" + new String(lower, java.nio.charset.StandardCharsets.US_ASCII);
    return new Address(ObservableKind.ETH, value, checked ? true : null);
  }

  private boolean checksumHolds(char[] chars, int from) {
    byte[] hash = keccak.of(lower, DIGITS);
    for (int i = 0; i < DIGITS; i++) {
      char c = chars[from + i];
      if (c > '9') {
        int nibble = (hash[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 0xF;
        if ((nibble >= 8) != (c < 'a')) {
          return false;
        }
      }
    }
    return true;
  }
}
