package org.tocsin.cli.observables;

import java.util.Random;

/** Changes one character of an address so that its checksum no longer holds, and nothing else. */
final class Breaker {
  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

  private final Random random = new Random(29);

  /** Whether the address holds a checksum: not so for hex digits in one case. */
  static boolean hasChecksum(String address) {
    if (!address.startsWith("0x")) {
      return true;
    }
    String digits = address.substring(2);
    return letters(digits) > 3
        && !digits.equals(digits.toLowerCase(java.util.Locale.ROOT))
        && !digits.equals(digits.toUpperCase(java.util.Locale.ROOT));
  }

  /** The address with another character of its alphabet in one place; hex: with one other case. */
  String broken(String address) {
    boolean hex = address.startsWith("0x");
    boolean bech32 = address.startsWith("bc1") || address.startsWith("ltc1");
    while (true) {
      int at = (hex ? 2 : bech32 ? 5 : 1) + random.nextInt(address.length() - (bech32 ? 5 : 2));
      char was = address.charAt(at);
      String alphabet = bech32 ? BECH32 : BASE58;
      char other = hex ? flipped(was) : alphabet.charAt(random.nextInt(alphabet.length()));
      String changed = address.substring(0, at) + other + address.substring(at + 1);
      if (other != was && hasChecksum(changed)) {
        return changed;
      }
    }
  }

  private static char flipped(char c) {
    return Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c);
  }

  private static long letters(String digits) {
    return digits.chars().filter(Character::isLetter).count();
  }
}
