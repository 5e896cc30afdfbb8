package org.tocsin.jobs.detect;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.connectors.bundles.BundleManifest;
import org.tocsin.connectors.bundles.BundleRefusedException;
import org.tocsin.connectors.bundles.BundleTopic;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.pack.PackException;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.pack.Packs;

/** Compiled bundles of this JVM: all subtasks that run the same one share it. Thread-safe. */
public final class Bundles {
  private static final Map<PackSource, LexiconBundle> COMPILED = new ConcurrentHashMap<>();

  /** Only as long as somebody matches with it: a bundle is large, and there will be many. */
  private static final Map<String, WeakReference<LexiconBundle>> OPENED = new ConcurrentHashMap<>();

  private static final Logger LOG = LoggerFactory.getLogger(Bundles.class);

  private Bundles() {}

  /** Where the bytes of an artifact come from when they are needed. */
  @FunctionalInterface
  public interface Artifact {
    /** Reads them. */
    byte[] read() throws BundleRefusedException;
  }

  /**
   * The bundle of these packs, compiled at the first call.
   *
   * @throws IllegalArgumentException with all problems of the packs: check them before the job is
   *     submitted
   */
  public static LexiconBundle of(PackSource packs) {
    return COMPILED.computeIfAbsent(
        packs,
        source -> {
          try {
            return LexiconBundle.compile(Packs.parse(source));
          } catch (PackException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
          }
        });
  }

  /**
   * What a job starts with: its packs, or without any the first bundle that was published. Posts of
   * before that are matched by it too.
   *
   * @throws IllegalArgumentException with all problems of the packs
   * @throws KafkaException when there are no packs and the topic has no bundle that can be read:
   *     the job has to try again
   */
  public static LexiconBundle start(PackSource packs, BundleTopic topic) {
    if (!packs.files().isEmpty()) {
      return of(packs);
    }
    LexiconBundle first = first(topic);
    if (first == null) {
      throw new KafkaException(topic.name() + " has no bundle yet");
    }
    return first;
  }

  /**
   * The oldest bundle of a topic that can be read and is no shadow.
   *
   * @return null when there is none
   * @throws KafkaException when the topic cannot be read
   */
  static @Nullable LexiconBundle first(BundleTopic topic) {
    for (BundleManifest manifest : topic.history().publications()) {
      try {
        if (manifest.kind() == BundleManifest.Kind.LEXICON && !manifest.shadow()) {
          return open(manifest.digest(), () -> topic.fetch(manifest));
        }
      } catch (BundleRefusedException e) {
        LOG.warn("publication {}: {}", manifest.sequence(), e.getMessage());
      }
    }
    return null;
  }

  /**
   * The bundle of a digest, opened when this JVM has it not.
   *
   * @throws BundleRefusedException when the artifact cannot be had, was compiled for another
   *     engine, or is of another digest
   */
  public static synchronized LexiconBundle open(String digest, Artifact artifact)
      throws BundleRefusedException {
    LexiconBundle known = opened(digest);
    if (known != null) {
      return known;
    }
    LexiconBundle bundle = open(artifact.read());
    if (!bundle.digest().equals(digest)) {
      throw new BundleRefusedException(
          "bundle %s is refused: its artifact is of %s".formatted(digest, bundle.digest()));
    }
    OPENED.values().removeIf(reference -> reference.get() == null);
    OPENED.put(digest, new WeakReference<>(bundle));
    return bundle;
  }

  private static @Nullable LexiconBundle opened(String digest) {
    WeakReference<LexiconBundle> reference = OPENED.get(digest);
    return reference == null ? null : reference.get();
  }

  private static LexiconBundle open(byte[] artifact) throws BundleRefusedException {
    try {
      Path file = Files.createTempFile("tocsin-bundle", null);
      try {
        Files.write(file, artifact);
        return LexiconBundle.open(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new BundleRefusedException("a bundle is refused: " + e.getMessage(), e);
    }
  }
}
