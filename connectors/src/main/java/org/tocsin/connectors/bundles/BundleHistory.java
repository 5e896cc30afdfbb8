package org.tocsin.connectors.bundles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Json;
import org.tocsin.events.UnreadableRecordException;

/** What a topic says was published, in order. Not thread-safe. */
public final class BundleHistory {
  private final Map<Long, BundleManifest> bySequence = new TreeMap<>();
  private final List<String> refused = new ArrayList<>();

  /**
   * Takes a record of the topic, in the topic's order.
   *
   * @return the manifest, when it is one that was not known before
   */
  Optional<BundleManifest> accept(byte @Nullable [] key, byte @Nullable [] value) {
    if (!BundleManifest.isKey(key) || key == null) {
      return Optional.empty();
    }
    try {
      long sequence = BundleManifest.sequenceOf(key);
      if (value == null) {
        bySequence.remove(sequence);
        return Optional.empty();
      }
      BundleManifest manifest = Json.read(value, BundleManifest.class);
      if (manifest.sequence() != sequence) {
        refused.add(
            "%s: its record says %d".formatted(BundleManifest.key(sequence), manifest.sequence()));
        return Optional.empty();
      }
      long newest = newest();
      if (sequence <= newest) {
        refused.add("publication %d is older than %d".formatted(sequence, newest));
        return Optional.empty();
      }
      bySequence.put(sequence, manifest);
      return Optional.of(manifest);
    } catch (UnreadableRecordException | NumberFormatException e) {
      refused.add("a manifest cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Publications, the oldest first. */
  public List<BundleManifest> publications() {
    return List.copyOf(bySequence.values());
  }

  /** Manifests that were refused, and why. */
  public List<String> refused() {
    return List.copyOf(refused);
  }

  /** The sequence of the newest publication; 0 when there is none. */
  long newest() {
    return bySequence.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** The newest of a kind that matches posts, effective or about to be. */
  public Optional<BundleManifest> active(BundleManifest.Kind kind) {
    return bySequence.values().stream()
        .filter(manifest -> manifest.is(kind) && !manifest.shadow())
        .reduce((older, newer) -> newer);
  }

  /** What only counts: the newest lexicon, if it was published as a shadow. */
  public Optional<BundleManifest> shadow() {
    return newest(BundleManifest.Kind.LEXICON).filter(BundleManifest::shadow);
  }

  /** The newest publication of a kind, shadow or not. */
  public Optional<BundleManifest> newest(BundleManifest.Kind kind) {
    return bySequence.values().stream()
        .filter(manifest -> manifest.is(kind))
        .reduce((older, newer) -> newer);
  }
}
