package org.tocsin.connectors.bundles;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Json;

/**
 * Publishes bundles and watchlists, each in one transaction. Of two publishers at once the first
 * fails: it is fenced by the other.
 */
public final class BundlePublisher {
  /** Publications of each kind that can be rolled back to; older ones leave the topic. */
  public static final int KEPT = 10;

  private final BundleTopic topic;

  /** Publishes on a topic that is compacted and has one partition. */
  public BundlePublisher(BundleTopic topic) {
    this.topic = topic;
  }

  /**
   * What a publication says besides what it holds.
   *
   * @param by who publishes
   * @param publishedAt the publisher's clock
   * @param effectiveAt posts of this event time and later are matched by it
   * @param shadow whether it only counts
   * @param note why, for people
   */
  public record Terms(
      String by, Instant publishedAt, Instant effectiveAt, boolean shadow, @Nullable String note) {}

  /**
   * Publishes an artifact.
   *
   * @param digest of the bundle or watchlist
   * @throws KafkaException when it is not published; then no reader sees any of it
   */
  public BundleManifest publish(
      BundleManifest.Kind kind, String digest, byte[] artifact, Terms terms) {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      State state = begin(producer);
      String sha256 = Chunks.sha256(artifact);
      List<byte[]> parts = Chunks.split(artifact);
      for (int part = 0; part < parts.size(); part++) {
        send(producer, Chunks.key(sha256, part), parts.get(part));
      }
      return commit(
          producer,
          state,
          new Artifact(kind, digest, artifact.length, parts.size(), sha256),
          terms);
    }
  }

  /**
   * Publishes again what was published before.
   *
   * @throws BundleRefusedException when its artifact is no longer there as a whole
   * @throws KafkaException when it is not published
   */
  public BundleManifest rollback(BundleManifest to, Terms terms) throws BundleRefusedException {
    topic.fetch(to);
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      State state = begin(producer);
      return commit(
          producer,
          state,
          new Artifact(to.kind(), to.digest(), to.size(), to.chunks(), to.sha256()),
          terms);
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    Properties client = new Properties();
    client.putAll(topic.client());
    client.put("transactional.id", "tocsin-bundles-" + topic.name());
    client.put("max.block.ms", Long.toString(BundleTopic.PATIENCE.toMillis()));
    return new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Only now, when no other publisher can commit any more, is the topic read. */
  private State begin(KafkaProducer<byte[], byte[]> producer) {
    producer.initTransactions();
    State state = new State(new BundleHistory(), new TreeSet<>());
    topic.readAll(
        record -> {
          state.history.accept(record.key(), record.value());
          String key = BundleTopic.keyOf(record);
          if (!Chunks.sha256Of(key).isEmpty() && record.value() != null) {
            state.chunks.add(key);
          } else {
            state.chunks.remove(key);
          }
        });
    producer.beginTransaction();
    return state;
  }

  private BundleManifest commit(
      KafkaProducer<byte[], byte[]> producer, State state, Artifact artifact, Terms terms) {
    BundleManifest manifest =
        new BundleManifest(
            state.history.newest() + 1,
            artifact.digest,
            artifact.size,
            artifact.chunks,
            artifact.sha256,
            terms.publishedAt(),
            terms.by(),
            terms.effectiveAt(),
            terms.shadow(),
            terms.note(),
            artifact.kind);
    send(producer, manifest.key(), Json.write(manifest));
    prune(producer, state, manifest);
    producer.commitTransaction();
    return manifest;
  }

  /** Compaction keeps one record for each key for ever: what nobody needs is deleted by name. */
  private void prune(KafkaProducer<byte[], byte[]> producer, State state, BundleManifest newest) {
    List<BundleManifest> all = new ArrayList<>(state.history.publications());
    all.add(newest);
    List<BundleManifest> kept = BundleManifest.newest(all, KEPT);
    all.stream()
        .filter(manifest -> !kept.contains(manifest))
        .forEach(old -> send(producer, old.key(), null));
    Set<String> needed = kept.stream().map(BundleManifest::sha256).collect(Collectors.toSet());
    state.chunks.stream()
        .filter(chunk -> !needed.contains(Chunks.sha256Of(chunk)))
        .forEach(chunk -> send(producer, chunk, null));
  }

  private void send(KafkaProducer<byte[], byte[]> producer, String key, byte @Nullable [] value) {
    // What fails here fails the commit.
    Future<RecordMetadata> unused =
        producer.send(
            new ProducerRecord<>(topic.name(), 0, key.getBytes(StandardCharsets.UTF_8), value));
  }

  private record Artifact(
      BundleManifest.Kind kind, String digest, long size, int chunks, String sha256) {}

  private record State(BundleHistory history, Set<String> chunks) {}
}
