package org.tocsin.jobs.detect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.connectors.bundles.BundleManifest;
import org.tocsin.connectors.bundles.BundleRefusedException;
import org.tocsin.connectors.bundles.BundleTopic;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.pack.PackSource;

/** The bundles of a topic, for those who do not match posts with them. For one thread. */
public final class BundlesInForce {
  private static final Logger LOG = LoggerFactory.getLogger(BundlesInForce.class);
  private static final int MISSING_KEPT = 1_000;

  private final BundleFeed feed;
  private final BundleTopic topic;
  private final Map<String, Boolean> missing =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MISSING_KEPT;
        }
      };

  private BundlesInForce(BundleFeed feed, BundleTopic topic) {
    this.feed = feed;
    this.topic = topic;
  }

  /**
   * Those of a topic, which is followed from now on.
   *
   * @param packs in force before the first publication
   * @throws KafkaException when the topic cannot be read
   */
  public static BundlesInForce of(PackSource packs, BundleTopic topic) {
    return new BundlesInForce(BundleFeed.of(topic, Bundles.start(packs, topic)), topic);
  }

  /** The newest few; the same object until another one is published. */
  public BundleTimeline<LexiconBundle> timeline() {
    return feed.timeline();
  }

  /**
   * The bundle of a digest: also of one that another JVM was told of just now, and of one that is
   * long past, of which the topic still has the artifact.
   *
   * @return null when the topic has none
   * @throws KafkaException when the topic cannot be read
   */
  public @Nullable LexiconBundle of(String digest) {
    for (BundleTimeline.Step<LexiconBundle> step : timeline().steps()) {
      if (step.bundle().digest().equals(digest)) {
        return step.bundle();
      }
    }
    if (missing.containsKey(digest)) {
      return null;
    }
    Optional<BundleManifest> published =
        topic.history().publications().stream()
            .filter(manifest -> manifest.kind() == BundleManifest.Kind.LEXICON)
            .filter(manifest -> manifest.digest().equals(digest))
            .findFirst();
    if (published.isPresent()) {
      try {
        return Bundles.open(digest, () -> topic.fetch(published.get()));
      } catch (BundleRefusedException e) {
        LOG.warn("bundle {}: {}; its signals count by the rules in force", digest, e.getMessage());
      }
    }
    missing.put(digest, true);
    return null;
  }
}
