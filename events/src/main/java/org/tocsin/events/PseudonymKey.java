package org.tocsin.events;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The secret behind pseudonyms. Never printed. Serialisable, for it travels in the job graph: who
 * can read a cluster's job graphs can read it.
 */
public final class PseudonymKey implements Serializable {
  private static final long serialVersionUID = 1L;

  private final byte[] bytes;

  /**
   * A key of these bytes.
   *
   * @throws IllegalArgumentException when there are fewer than {@link Pseudonyms#MIN_KEY_BYTES}
   */
  public PseudonymKey(byte[] bytes) {
    if (bytes.length < Pseudonyms.MIN_KEY_BYTES) {
      throw new IllegalArgumentException(
          "a pseudonym key has at least %d bytes; this one has %d"
              .formatted(Pseudonyms.MIN_KEY_BYTES, bytes.length));
    }
    this.bytes = bytes.clone();
  }

  /**
   * The bytes of a file.
   *
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when it is too short
   */
  public static PseudonymKey read(Path file) throws IOException {
    return new PseudonymKey(Files.readAllBytes(file));
  }

  /** Pseudonyms under this key, for one thread. */
  public Pseudonyms pseudonyms() {
    return new Pseudonyms(bytes);
  }

  @Override
  public String toString() {
    return "PseudonymKey (hidden)";
  }
}
