package org.tocsin.cli.demo;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.tocsin.events.Alert;
import org.tocsin.events.Json;
import org.tocsin.events.UnreadableRecordException;

/** Follows the alerts topic as any reader would: committed records only. */
final class AlertTail implements Runnable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Properties client = new Properties();
  private final List<TopicPartition> partitions;
  private final Consumer<Alert> seen;
  private final AtomicBoolean finishing = new AtomicBoolean();

  AlertTail(Properties kafka, String topic, int partitions, Consumer<Alert> seen) {
    client.putAll(kafka);
    client.put("isolation.level", "read_committed");
    client.put("auto.offset.reset", "earliest");
    this.partitions =
        java.util.stream.IntStream.range(0, partitions)
            .mapToObj(p -> new TopicPartition(topic, p))
            .toList();
    this.seen = seen;
  }

  /** From now on: read what there is to its end, then return from {@link #run}. */
  void finish() {
    finishing.set(true);
  }

  @Override
  public void run() {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      boolean last = false;
      while (!last) {
        last = finishing.get() && atEnd(consumer);
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          seen.accept(Json.read(record.value(), Alert.class));
        }
      }
    } catch (UnreadableRecordException e) {
      throw new IllegalStateException("the job wrote an alert that cannot be read", e);
    }
  }

  private boolean atEnd(KafkaConsumer<byte[], byte[]> consumer) {
    return consumer.endOffsets(partitions).entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }
}
