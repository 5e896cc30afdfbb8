package org.tocsin.lexicons.observable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.jspecify.annotations.Nullable;

/**
 * What ZIP-316 puts under the checksum of a unified address of Zcash: its receivers and a padding
 * that repeats the prefix, permuted as a whole by F4Jumble. Receivers are not read.
 */
final class UnifiedAddress {
  private static final int PREFIX = 2;
  private static final int CHECKSUM = 6;
  private static final int SHORTEST = 48;
  private static final int HASH = 64;
  private static final byte[] PADDING = Arrays.copyOf(new byte[] {'u'}, 16);

  private UnifiedAddress() {}

  /** Whether the padding is there; of an address in lower case whose checksum holds. */
  static boolean isPadded(char[] address) {
    byte[] bytes = bytes(address);
    if (bytes == null || bytes.length < SHORTEST) {
      return false;
    }
    unjumble(bytes);
    int padding = bytes.length - PADDING.length;
    return Arrays.equals(bytes, padding, bytes.length, PADDING, 0, PADDING.length);
  }

  /** The data between prefix and checksum; null when its last bits are no whole byte nor zero. */
  private static byte @Nullable [] bytes(char[] address) {
    int symbols = address.length - PREFIX - CHECKSUM;
    byte[] bytes = new byte[symbols * 5 / 8];
    int bits = 0;
    int held = 0;
    int at = 0;
    for (int i = PREFIX; i < address.length - CHECKSUM; i++) {
      held = (held << 5 | Bech32.value(address[i])) & 0xFFF;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (held >> bits);
      }
    }
    return bits < 5 && (held & ((1 << bits) - 1)) == 0 ? bytes : null;
  }

  /** F4Jumble backwards, in place: four rounds of Feistel over two unequal halves. */
  static void unjumble(byte[] bytes) {
    int half = Math.min(HASH, bytes.length / 2);
    for (int round = 1; round >= 0; round--) {
      xor(bytes, 0, half, hash('H', round, 0, bytes, half, bytes.length, half));
      for (int from = half, block = 0; from < bytes.length; from += HASH, block++) {
        int to = Math.min(bytes.length, from + HASH);
        xor(bytes, from, to, hash('G', round, block, bytes, 0, half, HASH));
      }
    }
  }

  private static void xor(byte[] bytes, int from, int to, byte[] with) {
    for (int i = from; i < to; i++) {
      bytes[i] ^= with[i - from];
    }
  }

  private static byte[] hash(
      char half, int round, int block, byte[] bytes, int from, int to, int length) {
    byte[] personal =
        Arrays.copyOf(("UA_F4Jumble_" + half).getBytes(StandardCharsets.US_ASCII), 16);
    personal[13] = (byte) round;
    personal[14] = (byte) block;
    personal[15] = (byte) (block >> 8);
    Blake2bDigest digest = new Blake2bDigest(null, length, null, personal);
    digest.update(bytes, from, to - from);
    byte[] hash = new byte[length];
    digest.doFinal(hash, 0);
    return hash;
  }
}
