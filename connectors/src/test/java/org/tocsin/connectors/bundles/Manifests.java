package org.tocsin.connectors.bundles;

import java.time.Instant;

/** Manifests for tests. */
final class Manifests {
  static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  private Manifests() {}

  static BundleManifest of(long sequence, byte[] artifact, int chunks) {
    return new BundleManifest(
        sequence,
        "digest" + sequence,
        artifact.length,
        chunks,
        Chunks.sha256(artifact),
        AT,
        "keeper",
        AT,
        false,
        null);
  }

  static BundleManifest of(long sequence, boolean shadow) {
    return new BundleManifest(
        sequence, "digest" + sequence, 1, 1, "ab", AT, "keeper", AT, shadow, "a note");
  }

  static BundleManifest watchlist(long sequence) {
    return new BundleManifest(
        sequence,
        "list" + sequence,
        1,
        1,
        "cd" + sequence,
        AT,
        "keeper",
        AT,
        false,
        null,
        BundleManifest.Kind.WATCHLIST);
  }
}
