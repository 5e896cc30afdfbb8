package org.tocsin.cli.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.tocsin.events.Alert;
import org.tocsin.events.Json;
import org.tocsin.events.UnreadableRecordException;
import org.tocsin.jobs.options.CommandFailedException;

/** Reads a topic of alerts: committed records only. */
final class AlertTopic implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  /** The topic must be there. */
  AlertTopic(Properties kafka, String topic) {
    Properties client = new Properties();
    client.putAll(kafka);
    client.put("isolation.level", "read_committed");
    client.put("enable.auto.commit", "false");
    consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
  }

  /** Everything that is committed now, from the beginning. */
  void readToEnd(Consumer<Alert> seen) {
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
    while (end.entrySet().stream()
        .anyMatch(partition -> consumer.position(partition.getKey()) < partition.getValue())) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.value() != null) {
          seen.accept(alert(record));
        }
      }
    }
  }

  /** Everything that was written to the topic from a time on, and then what comes, while wanted. */
  void follow(Instant from, Predicate<Alert> seen) {
    Map<TopicPartition, Long> times =
        partitions.stream().collect(Collectors.toMap(p -> p, p -> from.toEpochMilli()));
    Map<TopicPartition, OffsetAndTimestamp> offsets = consumer.offsetsForTimes(times);
    Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp offset = offsets.get(partition);
      consumer.seek(partition, offset == null ? end.getOrDefault(partition, 0L) : offset.offset());
    }
    while (true) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.value() != null && !seen.test(alert(record))) {
          return;
        }
      }
    }
  }

  private static Alert alert(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Json.read(record.value(), Alert.class);
    } catch (UnreadableRecordException e) {
      throw new CommandFailedException(
          "%s-%d@%d: not an alert: %s. Is this the topic of alerts?"
              .formatted(record.topic(), record.partition(), record.offset(), e.getMessage()));
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
