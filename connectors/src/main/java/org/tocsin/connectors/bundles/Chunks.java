package org.tocsin.connectors.bundles;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** An artifact in parts that brokers take with their default limits. */
public final class Chunks {
  /** Bytes; brokers refuse records of more than 1 MiB by default. */
  static final int SIZE = 900_000;

  private static final String PREFIX = "chunk/";

  private Chunks() {}

  /** Cuts; at least one part. */
  static List<byte[]> split(byte[] artifact) {
    List<byte[]> parts = new ArrayList<>();
    for (int from = 0; from < artifact.length || parts.isEmpty(); from += SIZE) {
      parts.add(Arrays.copyOfRange(artifact, from, Math.min(artifact.length, from + SIZE)));
    }
    return parts;
  }

  /**
   * The artifact of a manifest, proved: all chunks are there, and size and SHA-256 agree.
   *
   * @param chunks by key; others than those of the manifest do no harm
   * @throws BundleRefusedException saying what does not agree
   */
  static byte[] assemble(BundleManifest manifest, Map<String, byte[]> chunks)
      throws BundleRefusedException {
    ByteArrayOutputStream artifact = new ByteArrayOutputStream();
    for (int part = 0; part < manifest.chunks(); part++) {
      byte[] chunk = chunks.get(key(manifest.sha256(), part));
      if (chunk == null) {
        throw refused(
            manifest, "chunk %d of %d is not there".formatted(part + 1, manifest.chunks()));
      }
      artifact.writeBytes(chunk);
    }
    if (artifact.size() != manifest.size()) {
      throw refused(
          manifest,
          "it has %d bytes, its manifest says %d".formatted(artifact.size(), manifest.size()));
    }
    byte[] bytes = artifact.toByteArray();
    String sha256 = sha256(bytes);
    if (!sha256.equals(manifest.sha256())) {
      throw refused(
          manifest, "its SHA-256 is %s, its manifest says %s".formatted(sha256, manifest.sha256()));
    }
    return bytes;
  }

  private static BundleRefusedException refused(BundleManifest manifest, String why) {
    return new BundleRefusedException(
        "bundle %s (publication %d) is refused: %s"
            .formatted(manifest.digest(), manifest.sequence(), why));
  }

  static String key(String sha256, int part) {
    return PREFIX + sha256 + "/%04d".formatted(part);
  }

  /** The artifact that a chunk's key names; empty for other keys. */
  static String sha256Of(String key) {
    return key.startsWith(PREFIX) ? key.substring(PREFIX.length(), key.lastIndexOf('/')) : "";
  }

  /** 64 lower-case hex digits. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
