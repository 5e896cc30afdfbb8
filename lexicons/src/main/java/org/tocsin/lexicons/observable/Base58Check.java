package org.tocsin.lexicons.observable;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of a version, a 20-byte hash and the first four bytes of its double SHA-256: Bitcoin
 * and those that follow it, TRON, and the XRP Ledger with an alphabet of its own. Not thread-safe.
 */
final class Base58Check {
  static final int MIN_LENGTH = 25;
  static final int MAX_LENGTH = 36;

  private static final int CHECKSUM = 4;

  private final MessageDigest sha256;
  private final byte[] bytes = new byte[26];
  private final byte[] hash = new byte[32];

  Base58Check() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Nullable Address address(char[] chars, int from, int to) {
    char first = chars[from];
    if ("13LMTX7DA9tr".indexOf(first) < 0) {
      return null;
    }
    Base58 alphabet = first == 'r' ? Base58.RIPPLE : Base58.BITCOIN;
    int size = first == 't' ? 26 : 25;
    if (!alphabet.decode(chars, from, to, bytes, size) || !checksumHolds(size)) {
      return null;
    }
    ObservableKind kind = first == 'r' ? xrp() : kind(first == 't');
    return kind == null ? null : new Address(kind, new String(chars, from, to - from), true);
  }

  private @Nullable ObservableKind xrp() {
    return bytes[0] == 0 ? ObservableKind.XRP : null;
  }

  private @Nullable ObservableKind kind(boolean twoByteVersion) {
    int version = bytes[0] & 0xFF;
    if (twoByteVersion) {
      int second = bytes[1] & 0xFF;
      return version == 0x1C && (second == 0xB8 || second == 0xBD) ? ObservableKind.ZEC : null;
    }
    return switch (version) {
      case 0x00, 0x05 -> ObservableKind.BTC;
      case 0x30, 0x32 -> ObservableKind.LTC;
      case 0x41 -> ObservableKind.TRON;
      case 0x1E, 0x16 -> ObservableKind.DOGE;
      case 0x4C, 0x10 -> ObservableKind.DASH;
      default -> null;
    };
  }

  private boolean checksumHolds(int size) {
    try {
      sha256.update(bytes, 0, size - CHECKSUM);
      sha256.digest(hash, 0, hash.length);
      sha256.update(hash, 0, hash.length);
      sha256.digest(hash, 0, hash.length);
    } catch (DigestException e) {
      throw new IllegalStateException("32 bytes hold a SHA-256", e);
    }
    for (int i = 0; i < CHECKSUM; i++) {
      if (hash[i] != bytes[size - CHECKSUM + i]) {
        return false;
      }
    }
    return true;
  }
}
