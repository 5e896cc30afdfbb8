package org.tocsin.lexicons.observable;

import org.bouncycastle.crypto.digests.KeccakDigest;

/** The original Keccak-256 of Ethereum and Monero, not the later SHA3-256. Not thread-safe. */
final class Keccak {
  static final int BYTES = 32;

  private final KeccakDigest digest = new KeccakDigest(256);
  private final byte[] hash = new byte[BYTES];

  /** The hash of the first bytes; overwritten by the next call. */
  byte[] of(byte[] bytes, int length) {
    digest.update(bytes, 0, length);
    digest.doFinal(hash, 0);
    return hash;
  }
}
