package org.tocsin.connectors.bundles;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One publication of a bundle.
 *
 * @param sequence 1 for the first publication on a topic, rising: a lower one is older
 * @param digest of the bundle, as signals and alerts carry it
 * @param size of the artifact, in bytes
 * @param chunks how many records it was cut into
 * @param sha256 of the artifact, 64 lower-case hex digits; also names its chunks
 * @param publishedAt by the publisher's clock
 * @param by who published it
 * @param effectiveAt posts of this event time and later are matched by it
 * @param shadow whether it only counts what it would find, until the next publication
 * @param note why, for people
 */
public record BundleManifest(
    @JsonProperty(required = true) long sequence,
    @JsonProperty(required = true) String digest,
    @JsonProperty(required = true) long size,
    @JsonProperty(required = true) int chunks,
    @JsonProperty(required = true) String sha256,
    @JsonProperty(required = true) Instant publishedAt,
    @JsonProperty(required = true) String by,
    @JsonProperty(required = true) Instant effectiveAt,
    boolean shadow,
    @Nullable String note) {

  private static final String PREFIX = "bundle/";

  /** Under which it is on the topic. */
  @JsonIgnore
  public String key() {
    return key(sequence);
  }

  static String key(long sequence) {
    return PREFIX + "%08d".formatted(sequence);
  }

  /** Whether a record under this key is a manifest. */
  static boolean isKey(byte @Nullable [] key) {
    return key != null && new String(key, StandardCharsets.UTF_8).startsWith(PREFIX);
  }

  /** The sequence of a manifest's key. */
  static long sequenceOf(byte[] key) {
    return Long.parseLong(new String(key, StandardCharsets.UTF_8).substring(PREFIX.length()));
  }
}
