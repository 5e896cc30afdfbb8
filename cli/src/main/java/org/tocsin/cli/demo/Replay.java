package org.tocsin.cli.demo;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.tocsin.cli.demo.TimedRecords.Timed;
import org.tocsin.jobs.options.CommandFailedException;

/** Writes records to a topic as time would have brought them, by an accelerated clock. */
final class Replay {
  private Replay() {}

  /**
   * Replays; returns when all records are acknowledged.
   *
   * @param took how long it should take, whatever time the records span
   * @param progress told how many were written
   */
  static void run(
      Properties client, String topic, List<Timed> records, Duration took, LongConsumer progress)
      throws InterruptedException {
    if (records.isEmpty()) {
      return;
    }
    long first = records.get(0).at();
    long span = Math.max(1, records.get(records.size() - 1).at() - first);
    long started = System.nanoTime();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      long written = 0;
      AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
      for (Timed record : records) {
        long due = (long) ((double) (record.at() - first) / span * took.toNanos());
        long wait = due - (System.nanoTime() - started);
        if (wait > 0) {
          TimeUnit.NANOSECONDS.sleep(wait);
        }
        Future<RecordMetadata> unused =
            producer.send(
                new ProducerRecord<>(topic, record.raw().bytes()),
                (metadata, e) -> {
                  if (e != null) {
                    failed.set(e);
                  }
                });
        progress.accept(++written);
      }
      producer.flush();
      if (failed.get() != null) {
        throw new CommandFailedException(
            "Kafka did not take a record: " + failed.get().getMessage());
      }
    }
  }
}
