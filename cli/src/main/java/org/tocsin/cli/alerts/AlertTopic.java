package org.tocsin.cli.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
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
public final class AlertTopic implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  /** The topic must be there. */
  public AlertTopic(Properties kafka, String topic) {
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
    while (!isAt(end)) {
      tell(seen);
    }
  }

  /**
   * Everything from the beginning and what comes, until it is told to end; what is committed by
   * then is read all the same.
   */
  public void readUntil(BooleanSupplier ending, Consumer<Alert> seen) {
    consumer.seekToBeginning(partitions);
    boolean last = false;
    while (!last) {
      last = ending.getAsBoolean() && isAt(consumer.endOffsets(partitions));
      tell(seen);
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

  private boolean isAt(Map<TopicPartition, Long> end) {
    return end.entrySet().stream()
        .allMatch(partition -> consumer.position(partition.getKey()) >= partition.getValue());
  }

  private void tell(Consumer<Alert> seen) {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      if (record.value() != null) {
        seen.accept(alert(record));
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
