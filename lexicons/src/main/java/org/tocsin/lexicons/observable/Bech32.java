package org.tocsin.lexicons.observable;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bech32 (BIP-173) and bech32m (BIP-350): segregated-witness addresses of Bitcoin and Litecoin,
 * Sapling and unified addresses of Zcash.
 */
final class Bech32 {
  static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

  /** A unified address of all receivers of today has 213 characters; room for more. */
  static final int MAX_LENGTH = 512;

  private static final int BECH32 = 1;
  private static final int BECH32M = 0x2BC830A3;
  private static final int CHECKSUM = 6;
  private static final int MAX_SEGWIT = 90;
  private static final int SAPLING = 78;
  private static final int[] GENERATOR = {
    0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3
  };
  private static final String[] PREFIXES = {"bc", "ltc", "zs", "u"};
  private static final byte[] VALUES = values();

  private Bech32() {}

  /** The value of a lower-case character in bech32 and cashaddr, or a negative number. */
  static int value(char c) {
    return c < 128 ? VALUES[c] : -1;
  }

  /**
   * The address that the characters spell: all lower or all upper case, and characters that bech32
   * leaves out read as those that they look like.
   */
  static @Nullable Address address(char[] chars, int from, int to) {
    String prefix = prefix(chars, from, to);
    if (prefix == null) {
      return null;
    }
    char[] lower = lowerCase(chars, from, to, prefix.length() + 1);
    if (lower == null) {
      return null;
    }
    int checksum = checksum(prefix, lower);
    return switch (prefix) {
      case "bc" -> segwit(ObservableKind.BTC, lower, 3, checksum);
      case "ltc" -> segwit(ObservableKind.LTC, lower, 4, checksum);
      case "zs" ->
          lower.length == SAPLING && checksum == BECH32
              ? new Address(ObservableKind.ZEC, new String(lower), true)
              : null;
      default ->
          checksum == BECH32M && UnifiedAddress.isPadded(lower)
              ? new Address(ObservableKind.ZEC, new String(lower), true)
              : null;
    };
  }

  private static @Nullable String prefix(char[] chars, int from, int to) {
    for (String prefix : PREFIXES) {
      int separator = from + prefix.length();
      if (separator + CHECKSUM < to && to - from <= MAX_LENGTH && chars[separator] == '1') {
        int i = 0;
        while (i < prefix.length() && (chars[from + i] | 0x20) == prefix.charAt(i)) {
          i++;
        }
        if (i == prefix.length()) {
          return prefix;
        }
      }
    }
    return null;
  }

  private static char @Nullable [] lowerCase(char[] chars, int from, int to, int data) {
    char[] lower = new char[to - from];
    boolean hasUpper = false;
    boolean hasLower = false;
    for (int i = 0; i < lower.length; i++) {
      char c = chars[from + i];
      hasUpper |= c >= 'A' && c <= 'Z';
      hasLower |= c >= 'a' && c <= 'z';
      char small = c >= 'A' && c <= 'Z' ? (char) (c + 0x20) : c;
      lower[i] = i < data || value(small) >= 0 ? small : LookAlikes.inBech32(small);
      if (i >= data && value(lower[i]) < 0) {
        return null;
      }
    }
    return hasUpper && hasLower ? null : lower;
  }

  private static int checksum(String prefix, char[] address) {
    int check = 1;
    for (int i = 0; i < prefix.length(); i++) {
      check = step(check, prefix.charAt(i) >> 5);
    }
    check = step(check, 0);
    for (int i = 0; i < prefix.length(); i++) {
      check = step(check, prefix.charAt(i) & 31);
    }
    for (int i = prefix.length() + 1; i < address.length; i++) {
      check = step(check, value(address[i]));
    }
    return check;
  }

  private static int step(int check, int value) {
    int top = check >>> 25;
    int next = ((check & 0x1FFFFFF) << 5) ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= ((top >>> i) & 1) == 0 ? 0 : GENERATOR[i];
    }
    return next;
  }

  private static @Nullable Address segwit(
      ObservableKind kind, char[] address, int data, int checksum) {
    int symbols = address.length - data - CHECKSUM - 1;
    if (address.length > MAX_SEGWIT || symbols < 0) {
      return null;
    }
    int version = value(address[data]);
    int program = symbols * 5 / 8;
    int padding = symbols * 5 % 8;
    int last = value(address[address.length - CHECKSUM - 1]);
    boolean padded = padding < 5 && (last & ((1 << padding) - 1)) == 0;
    boolean whole =
        version == 0
            ? checksum == BECH32 && (program == 20 || program == 32)
            : checksum == BECH32M && version <= 16 && program >= 2 && program <= 40;
    return padded && whole ? new Address(kind, new String(address), true) : null;
  }

  private static byte[] values() {
    byte[] values = new byte[128];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      values[ALPHABET.charAt(i)] = (byte) i;
    }
    return values;
  }
}
