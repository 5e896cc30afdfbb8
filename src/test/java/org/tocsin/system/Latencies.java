package org.tocsin.system;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.tocsin.events.Alert;
import org.tocsin.events.Json;
import org.tocsin.events.Signal;
import org.tocsin.events.UnreadableRecordException;

/** Reads signals and alerts as they are committed and notes how old each is, in milliseconds. */
final class Latencies implements Runnable {
  private static final Duration POLL = Duration.ofMillis(20);

  private final Topics topics;
  private final Map<String, Object> client;
  private final long lateness;
  private final List<Long> signals = new ArrayList<>();
  private final List<Long> written = new ArrayList<>();
  private final List<Long> alerts = new ArrayList<>();
  private volatile boolean over;
  private volatile boolean counting;

  /**
   * A reader.
   *
   * @param lateness of the job, milliseconds: no alert can come sooner after its window
   */
  Latencies(Broker broker, Topics topics, long lateness) {
    this.topics = topics;
    this.lateness = lateness;
    this.client = new HashMap<>(broker.client());
    client.put("isolation.level", "read_committed");
  }

  /** What comes from now on counts. */
  void count() {
    counting = true;
  }

  void end() {
    over = true;
  }

  @Override
  public void run() {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          Stream.of(Topics.SIGNALS, Topics.ALERTS)
              .flatMap(kind -> topics.partitions(kind).stream())
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      while (!over) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          if (counting) {
            note(record, System.currentTimeMillis());
          }
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void note(ConsumerRecord<byte[], byte[]> record, long now) throws IOException {
    try {
      if (record.topic().equals(topics.name(Topics.SIGNALS))) {
        Signal signal = Json.read(record.value(), Signal.class);
        long sent = signal.post().createdAt().toEpochMilli();
        written.add(record.timestamp() - sent);
        signals.add(now - sent);
      } else {
        Alert alert = Json.read(record.value(), Alert.class);
        if (alert.rule().endsWith("/timed") && alert.status() == Alert.Status.OPEN) {
          alerts.add(now - alert.windowEnd().toEpochMilli() - lateness);
        }
      }
    } catch (UnreadableRecordException e) {
      throw new IOException(e);
    }
  }

  /** Post sent to signal read; call it when the reader has ended. */
  String signals() {
    return quantiles(signals);
  }

  /**
   * Post sent to signal written, not committed yet; for a topic of signals with times of the log.
   */
  String written() {
    return quantiles(written);
  }

  /** Window and lateness over to alert read; call it when the reader has ended. */
  String alerts() {
    return quantiles(alerts);
  }

  /** p50, p99, p99.9 and how many. */
  static String quantiles(List<Long> values) {
    List<Long> sorted = values.stream().sorted().toList();
    return sorted.isEmpty()
        ? "none"
        : "%,8d %,8d %,8d %,10d"
            .formatted(at(sorted, 0.5), at(sorted, 0.99), at(sorted, 0.999), sorted.size());
  }

  private static long at(List<Long> sorted, double quantile) {
    return sorted.get((int) Math.min(sorted.size() - 1, (long) (quantile * sorted.size())));
  }
}
