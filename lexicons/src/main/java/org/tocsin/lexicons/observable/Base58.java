package org.tocsin.lexicons.observable;

import java.util.Arrays;

/** Base58 to bytes, in the alphabets of Bitcoin and of the XRP Ledger. */
final class Base58 {
  static final Base58 BITCOIN =
      new Base58("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz");
  static final Base58 RIPPLE =
      new Base58("rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz");

  private static final byte NONE = -1;

  private final byte[] digits = new byte[128];

  private Base58(String alphabet) {
    Arrays.fill(digits, NONE);
    for (int i = 0; i < alphabet.length(); i++) {
      digits[alphabet.charAt(i)] = (byte) i;
    }
  }

  /** The value of a character, or a negative number. */
  int digit(char c) {
    return c < 128 ? digits[c] : NONE;
  }

  /**
   * Decodes to exactly {@code size} bytes.
   *
   * @return whether the characters are all of the alphabet and stand for that many bytes, each
   *     leading zero byte written as one zero digit
   */
  boolean decode(char[] chars, int from, int to, byte[] out, int size) {
    long[] limbs = new long[(size + 3) / 4];
    int zeros = 0;
    boolean leading = true;
    for (int i = from; i < to; i++) {
      int digit = digit(chars[i]);
      if (digit < 0) {
        return false;
      }
      leading &= digit == 0;
      zeros += leading ? 1 : 0;
      long carry = digit;
      for (int l = limbs.length - 1; l >= 0; l--) {
        carry += limbs[l] * 58;
        limbs[l] = carry & 0xFFFF_FFFFL;
        carry >>>= 32;
      }
      if (carry != 0) {
        return false;
      }
    }
    int spare = limbs.length * 4 - size;
    if (limbs[0] >>> (32 - 8 * spare) != 0 && spare > 0) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      int at = i + spare;
      out[i] = (byte) (limbs[at / 4] >>> (24 - 8 * (at % 4)));
    }
    int zeroBytes = 0;
    while (zeroBytes < size && out[zeroBytes] == 0) {
      zeroBytes++;
    }
    return zeroBytes == zeros;
  }
}
