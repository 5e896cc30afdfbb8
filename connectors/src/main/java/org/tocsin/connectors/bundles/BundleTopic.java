package org.tocsin.connectors.bundles;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.tocsin.connectors.topic.TopicSpec;
import org.tocsin.connectors.topic.TopicSpec.CleanUp;

/**
 * Reads a bundles topic, read committed. Every call ends within {@link #PATIENCE}. Stateless.
 *
 * @param client client properties, {@code bootstrap.servers} and security among them
 * @param name of the topic
 */
public record BundleTopic(Properties client, String name) implements Serializable {
  /** How long brokers may take for one reading. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  static final Duration POLL = Duration.ofMillis(200);

  /** What the topic has to be. */
  public static TopicSpec spec(String name) {
    return new TopicSpec(name, CleanUp.COMPACTED, 1);
  }

  /**
   * Everything that is published now.
   *
   * @throws KafkaException when the topic cannot be read to its end
   */
  public BundleHistory history() {
    BundleHistory history = new BundleHistory();
    readAll(record -> history.accept(record.key(), record.value()));
    return history;
  }

  /**
   * The artifact of a publication.
   *
   * @throws BundleRefusedException when it is not there as a whole, or not what was published
   * @throws KafkaException when the topic cannot be read to its end
   */
  public byte[] fetch(BundleManifest manifest) throws BundleRefusedException {
    Map<String, byte[]> chunks = new HashMap<>();
    readAll(
        record -> {
          String key = keyOf(record);
          if (record.value() == null) {
            chunks.remove(key);
          } else if (Chunks.sha256Of(key).equals(manifest.sha256())) {
            chunks.put(key, record.value());
          }
        });
    return Chunks.assemble(manifest, chunks);
  }

  static String keyOf(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
  }

  /**
   * Reads the topic to its present end.
   *
   * @throws KafkaException when that takes longer than {@link #PATIENCE}
   */
  void readAll(Consumer<ConsumerRecord<byte[], byte[]>> each) {
    TopicPartition only = new TopicPartition(name, 0);
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      consumer.assign(List.of(only));
      consumer.seekToBeginning(List.of(only));
      long end = Objects.requireNonNull(consumer.endOffsets(List.of(only)).get(only));
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (consumer.position(only) < end) {
        if (System.nanoTime() > deadline) {
          throw new TimeoutException(
              "%s cannot be read to its end within %d s".formatted(name, PATIENCE.toSeconds()));
        }
        consumer.poll(POLL).forEach(each);
      }
    }
  }

  KafkaConsumer<byte[], byte[]> consumer() {
    Properties reader = new Properties();
    reader.putAll(client);
    reader.put("isolation.level", "read_committed");
    reader.put("enable.auto.commit", "false");
    reader.put("auto.offset.reset", "earliest");
    reader.put("default.api.timeout.ms", Long.toString(PATIENCE.toMillis()));
    return new KafkaConsumer<>(reader, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
