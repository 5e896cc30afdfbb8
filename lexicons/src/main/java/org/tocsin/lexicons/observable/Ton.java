package org.tocsin.lexicons.observable;

import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** TON addresses: user-friendly (base64 with a CRC-16/XMODEM) and raw (workchain and hex). */
final class Ton {
  static final int FRIENDLY = 48;
  static final int RAW_DIGITS = 64;

  private static final int BOUNCEABLE = 0x11;
  private static final int NON_BOUNCEABLE = 0x51;
  private static final int ACCOUNT = 32;

  private Ton() {}

  /** Whether a user-friendly address of the main network can begin so. */
  static boolean begins(char first, char second) {
    return (first == 'E' || first == 'U') && (second == 'Q' || second == 'f');
  }

  /** One of the two base64 alphabets. */
  static boolean isDigit(char c) {
    return c == '-' || c == '_' || c == '+' || c == '/' || CharClass.isAlphanumeric(c);
  }

  /** The address of 48 characters that are all {@link #isDigit}; canonical in the raw form. */
  static @Nullable Address friendly(char[] chars, int from) {
    String text = new String(chars, from, FRIENDLY).replace('-', '+').replace('_', '/');
    byte[] bytes = Base64.getDecoder().decode(text);
    int crc = ((bytes[34] & 0xFF) << 8) | (bytes[35] & 0xFF);
    boolean known = bytes[0] == BOUNCEABLE || bytes[0] == NON_BOUNCEABLE;
    boolean chain = bytes[1] == 0 || bytes[1] == -1;
    if (!known || !chain || crc != crc16(bytes, 34)) {
      return null;
    }
    return new Address(
        ObservableKind.TON, bytes[1] + ":" + HexFormat.of().formatHex(bytes, 2, 2 + ACCOUNT), true);
  }

  /** The raw address whose 64 hex digits stand behind {@code 0:} or {@code -1:}. */
  static @Nullable Address raw(char[] chars, int from, int to) {
    if (to - from != RAW_DIGITS || from < 2 || chars[from - 1] != ':') {
      return null;
    }
    char chain = chars[from - 2];
    boolean basic = chain == '0' && (from == 2 || !CharClass.isWord(chars[from - 3]));
    boolean master = chain == '1' && from > 2 && chars[from - 3] == '-';
    if (!basic && !master) {
      return null;
    }
    for (int i = from; i < to; i++) {
      if (!HexFormat.isHexDigit(chars[i])) {
        return null;
      }
    }
    String hex = new String(chars, from, RAW_DIGITS).toLowerCase(java.util.Locale.ROOT);
    return new Address(ObservableKind.TON, (basic ? "0:" : "-1:") + hex, null);
  }

  /** CRC-16/XMODEM: polynomial 0x1021, first value 0. */
  static int crc16(byte[] bytes, int length) {
    int crc = 0;
    for (int i = 0; i < length; i++) {
      crc ^= (bytes[i] & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ 0x1021;
      }
    }
    return crc & 0xFFFF;
  }
}
