package org.tocsin.jobs.detect;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.util.concurrent.ExecutorThreadFactory;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.connectors.bundles.BundleManifest;
import org.tocsin.connectors.bundles.BundleRefusedException;
import org.tocsin.connectors.bundles.BundleTail;
import org.tocsin.connectors.bundles.BundleTopic;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.watchlist.Watchlist;

/**
 * Follows a bundles topic for all subtasks of this JVM. The topic is its state: a job that resumes
 * reads it again and decides as before. A bundle that is refused changes nothing and is logged.
 * Thread-safe; its thread ends when nobody holds the feed any more.
 */
final class BundleFeed {
  private static final Logger LOG = LoggerFactory.getLogger(BundleFeed.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Map<String, WeakReference<BundleFeed>> FEEDS = new ConcurrentHashMap<>();

  private final Queue<BundleManifest> pending = new ArrayDeque<>();
  private volatile BundleTimeline<LexiconBundle> timeline;
  private volatile BundleTimeline<Optional<Watchlist>> watchlists =
      BundleTimeline.of(Optional.empty());
  private volatile @Nullable LexiconBundle shadow;
  private volatile long sequence;
  private volatile long watchlistSequence;
  private volatile long publishedSeconds;
  private final AtomicLong refused = new AtomicLong();

  BundleFeed(LexiconBundle start) {
    timeline = BundleTimeline.of(start);
  }

  /**
   * The feed of a topic, which knows all that is published now.
   *
   * @param start what is in force before the first publication
   * @throws KafkaException when the topic cannot be read: the job has to fail and try again, not go
   *     on with a lexicon that nobody wanted
   */
  static synchronized BundleFeed of(BundleTopic topic, LexiconBundle start) {
    String key =
        topic.client().get("bootstrap.servers") + " " + topic.name() + " " + start.digest();
    WeakReference<BundleFeed> reference = FEEDS.get(key);
    BundleFeed known = reference == null ? null : reference.get();
    if (known != null) {
      return known;
    }
    BundleFeed feed = new BundleFeed(start);
    BundleTail tail = new BundleTail(topic);
    try {
      List<BundleManifest> all = tail.readToEnd();
      feed.take(BundleManifest.newest(all, BundleTimeline.KEPT), topic);
    } catch (KafkaException e) {
      tail.close();
      throw e;
    }
    WeakReference<BundleFeed> weak = new WeakReference<>(feed);
    FEEDS.put(key, weak);
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(new ExecutorThreadFactory("tocsin-bundles"));
    Future<?> unused =
        thread.scheduleWithFixedDelay(
            () -> follow(weak, tail, topic, thread), 0, POLL.toMillis(), TimeUnit.MILLISECONDS);
    return feed;
  }

  private static void follow(
      WeakReference<BundleFeed> weak,
      BundleTail tail,
      BundleTopic topic,
      ScheduledExecutorService thread) {
    BundleFeed feed = weak.get();
    if (feed == null) {
      tail.close();
      thread.shutdown();
      return;
    }
    try {
      feed.take(tail.poll(POLL), topic);
    } catch (RuntimeException e) {
      // Whatever it is: without this thread no bundle would come any more, and nobody would know.
      LOG.warn("bundles topic {}: {}; trying again", topic.name(), e.getMessage());
    }
  }

  /** What could not be fetched, for the brokers did not answer, is tried again next time. */
  private void take(List<BundleManifest> news, BundleTopic topic) {
    pending.addAll(news);
    for (BundleManifest next = pending.peek(); next != null; next = pending.peek()) {
      BundleManifest manifest = next;
      take(manifest, () -> topic.fetch(manifest));
      pending.remove();
    }
  }

  /** Only one thread calls it. */
  void take(BundleManifest manifest, Bundles.Artifact artifact) {
    long newest = Math.max(sequence, watchlistSequence);
    if (manifest.sequence() <= newest) {
      refuse(manifest, "it is older than publication " + newest);
      return;
    }
    try {
      switch (manifest.kind()) {
        case LEXICON -> takeLexicon(manifest, Bundles.open(manifest.digest(), artifact));
        case WATCHLIST -> {
          Watchlist list = WatchlistArtifact.open(manifest.digest(), artifact);
          watchlists = watchlists.then(manifest.effectiveAt().toEpochMilli(), Optional.of(list));
          watchlistSequence = manifest.sequence();
        }
      }
      LOG.info(
          "{} {} (publication {}) by {} counts for posts from {} on",
          manifest.kind().label(),
          manifest.digest(),
          manifest.sequence(),
          manifest.by(),
          manifest.effectiveAt());
    } catch (BundleRefusedException e) {
      refuse(manifest, e.getMessage());
    }
  }

  private void takeLexicon(BundleManifest manifest, LexiconBundle bundle) {
    if (manifest.shadow()) {
      shadow = bundle;
    } else {
      timeline = timeline.then(manifest.effectiveAt().toEpochMilli(), bundle);
      shadow = null;
    }
    sequence = manifest.sequence();
    publishedSeconds = manifest.publishedAt().getEpochSecond();
  }

  private void refuse(BundleManifest manifest, @Nullable String why) {
    refused.incrementAndGet();
    LOG.error(
        "{} {} (publication {}): {}",
        manifest.kind().label(),
        manifest.digest(),
        manifest.sequence(),
        why);
  }

  /** The lexicons. */
  BundleTimeline<LexiconBundle> timeline() {
    return timeline;
  }

  /** The watchlists; nothing for the time before the first one: what the job started with. */
  BundleTimeline<Optional<Watchlist>> watchlists() {
    return watchlists;
  }

  /** Only counts what it would find, until the next lexicon. */
  @Nullable LexiconBundle shadow() {
    return shadow;
  }

  /** The newest lexicon publication that was taken; 0 for what the job started with. */
  long sequence() {
    return sequence;
  }

  /** The newest watchlist publication that was taken; 0 for what the job started with. */
  long watchlistSequence() {
    return watchlistSequence;
  }

  /** When the lexicon was published, epoch seconds; 0 for what the job started with. */
  long publishedSeconds() {
    return publishedSeconds;
  }

  /** How many publications were refused. */
  long refused() {
    return refused.get();
  }
}
