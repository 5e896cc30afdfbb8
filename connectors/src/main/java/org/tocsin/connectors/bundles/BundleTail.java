package org.tocsin.connectors.bundles;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Follows the publications of a topic, from its beginning. For one thread. */
public final class BundleTail implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final TopicPartition only;
  private final BundleHistory history = new BundleHistory();

  /**
   * Begins.
   *
   * @throws KafkaException when the client properties cannot be used
   */
  public BundleTail(BundleTopic topic) {
    this.consumer = topic.consumer();
    this.only = new TopicPartition(topic.name(), 0);
    consumer.assign(List.of(only));
    consumer.seekToBeginning(List.of(only));
  }

  /**
   * The publications up to the present end of the topic.
   *
   * @throws KafkaException when it cannot be read to there within {@link BundleTopic#PATIENCE}
   */
  public List<BundleManifest> readToEnd() {
    List<BundleManifest> read = new ArrayList<>();
    long end = Objects.requireNonNull(consumer.endOffsets(List.of(only)).get(only));
    long deadline = System.nanoTime() + BundleTopic.PATIENCE.toNanos();
    while (consumer.position(only) < end) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException(
            "%s cannot be read to its end within %d s"
                .formatted(only.topic(), BundleTopic.PATIENCE.toSeconds()));
      }
      read.addAll(poll(BundleTopic.POLL));
    }
    return read;
  }

  /**
   * New publications; waits this long for one.
   *
   * @throws KafkaException when something is wrong that does not mend itself
   */
  public List<BundleManifest> poll(Duration wait) {
    List<BundleManifest> news = new ArrayList<>();
    ConsumerRecords<byte[], byte[]> records = consumer.poll(wait);
    for (ConsumerRecord<byte[], byte[]> record : records) {
      history.accept(record.key(), record.value()).ifPresent(news::add);
    }
    return news;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
