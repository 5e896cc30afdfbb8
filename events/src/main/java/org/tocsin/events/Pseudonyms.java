package org.tocsin.events;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed pseudonyms of accounts: the first 128 bits of HMAC-SHA-256 (RFC 2104), in hex. The same key
 * gives the same pseudonym for the same account of the same platform, so spread can be counted;
 * without the key nobody can test a handle against it. Not thread-safe: one per thread.
 */
public final class Pseudonyms {
  /** The shortest key that is accepted, in bytes. */
  public static final int MIN_KEY_BYTES = 16;

  private final Mac mac;

  /**
   * Pseudonyms under this key.
   *
   * @throws IllegalArgumentException when the key is shorter than {@link #MIN_KEY_BYTES}
   */
  public Pseudonyms(byte[] key) {
    if (key.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException(
          "a pseudonym key has at least %d bytes; this one has %d"
              .formatted(MIN_KEY_BYTES, key.length));
    }
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** 32 hex digits for an account of a platform. */
  public String of(String platform, String account) {
    mac.update(platform.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 0);
    return HexFormat.of().formatHex(mac.doFinal(account.getBytes(StandardCharsets.UTF_8)), 0, 16);
  }
}
