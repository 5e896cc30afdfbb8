package org.tocsin.cli.alerts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tocsin.events.Json;
import org.tocsin.events.Verdict;
import org.tocsin.jobs.options.CommandFailedException;

/** Writes verdicts so that they stay. */
final class VerdictWriter {
  private static final int PATIENCE_SECONDS = 15;

  private VerdictWriter() {}

  /**
   * Returns when all replicas in sync have it.
   *
   * @throws CommandFailedException when Kafka does not take it
   */
  static void send(Verdict verdict, Properties kafka, String topic) {
    Properties client = new Properties();
    client.putAll(kafka);
    client.put("acks", "all");
    client.put("enable.idempotence", "true");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  topic, verdict.alertId().getBytes(StandardCharsets.UTF_8), Json.write(verdict)))
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new CommandFailedException(
          "the verdict was not written to %s: %s"
              .formatted(topic, CommandFailedException.rootMessage(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException("interrupted: the verdict may not have been written");
    }
  }

  /**
   * Adds a line to a file.
   *
   * @throws CommandFailedException when it cannot be written
   */
  static void append(Verdict verdict, Path file) {
    String line = new String(Json.write(verdict), StandardCharsets.UTF_8) + "\n";
    try {
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new CommandFailedException(
          "the verdict was not written to %s: %s"
              .formatted(file, CommandFailedException.rootMessage(e)));
    }
  }
}
