package org.tocsin.connectors.bundles;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One publication: of a lexicon bundle, or of a watchlist.
 *
 * @param sequence 1 for the first publication on a topic, rising: a lower one is older
 * @param digest of the bundle, as signals and alerts carry it, or of the watchlist
 * @param size of the artifact, in bytes
 * @param chunks how many records it was cut into
 * @param sha256 of the artifact, 64 lower-case hex digits; also names its chunks
 * @param publishedAt by the publisher's clock
 * @param by who published it
 * @param effectiveAt posts of this event time and later are matched by it
 * @param shadow whether it only counts what it would find, until the next publication
 * @param note why, for people
 * @param kind of what is published; a manifest that says none is of a lexicon
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
    @Nullable String note,
    Kind kind) {

  private static final String PREFIX = "bundle/";

  /** What an artifact holds. Each kind has its own newest one. */
  public enum Kind {
    LEXICON,
    WATCHLIST;

    /** The name on topics: lower case. */
    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public BundleManifest {
    // What was published before there were watchlists says no kind.
    kind = kind == null ? Kind.LEXICON : kind;
  }

  /** Of a lexicon bundle. */
  public BundleManifest(
      long sequence,
      String digest,
      long size,
      int chunks,
      String sha256,
      Instant publishedAt,
      String by,
      Instant effectiveAt,
      boolean shadow,
      @Nullable String note) {
    this(
        sequence,
        digest,
        size,
        chunks,
        sha256,
        publishedAt,
        by,
        effectiveAt,
        shadow,
        note,
        Kind.LEXICON);
  }

  /** Whether it is of this kind. */
  public boolean is(Kind other) {
    return kind == other;
  }

  /** The newest so many of each kind, in the order given. */
  public static List<BundleManifest> newest(List<BundleManifest> all, int most) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    List<BundleManifest> newest = new ArrayList<>();
    for (int i = all.size() - 1; i >= 0; i--) {
      if (counts.merge(all.get(i).kind, 1, Integer::sum) <= most) {
        newest.add(0, all.get(i));
      }
    }
    return newest;
  }

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
