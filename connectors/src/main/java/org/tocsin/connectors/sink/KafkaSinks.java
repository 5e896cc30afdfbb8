package org.tocsin.connectors.sink;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.function.Function;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tocsin.events.Alert;
import org.tocsin.events.Json;
import org.tocsin.events.Signal;

/**
 * Sinks to topics of one Kafka cluster.
 *
 * @param properties client properties, {@code bootstrap.servers} and security among them, passed
 *     through
 * @param delivery exactly-once by transactions for {@code read_committed} readers, or at-least-once
 * @param transactionalIdPrefix unique to the job on this Kafka cluster; each topic adds its name
 */
public record KafkaSinks(
    Properties properties, DeliveryGuarantee delivery, String transactionalIdPrefix)
    implements Serializable {

  /**
   * Longer than any outage that a job should survive, and below the broker's default limit of 15
   * minutes.
   */
  private static final String TRANSACTION_TIMEOUT_MS = "600000";

  private static final String TRANSACTION_TIMEOUT = "transaction.timeout.ms";

  /**
   * What a topic's records are keyed by; a class of its own would be needed for each without it.
   */
  public interface Key<T> extends Function<T, String>, Serializable {}

  /**
   * After how long without its end the brokers abort a transaction: how long a job may be down
   * without losing what it wrote since its last checkpoint.
   *
   * @throws NumberFormatException when the property is no number
   */
  public long transactionTimeoutMs() {
    return Long.parseLong(
        String.valueOf(properties.getOrDefault(TRANSACTION_TIMEOUT, TRANSACTION_TIMEOUT_MS)));
  }

  /**
   * A sink of JSON records into one topic. Headers say what a record is without its being read:
   * {@code schema}, the name of its type in docs/schemas, and {@code bundle}, the digest of the
   * lexicon bundle that it comes of.
   */
  public <T> Sink<T> to(String topic, Key<T> key) {
    Properties client = new Properties();
    client.putAll(properties);
    client.putIfAbsent(TRANSACTION_TIMEOUT, TRANSACTION_TIMEOUT_MS);
    return new OutageProofSink<>(
        KafkaSink.<T>builder()
            .setKafkaProducerConfig(client)
            .setDeliveryGuarantee(delivery)
            .setTransactionalIdPrefix(transactionalIdPrefix + "-" + topic)
            .setRecordSerializer(new JsonRecords<>(topic, key))
            .build());
  }

  record JsonRecords<T>(String topic, Key<T> key) implements KafkaRecordSerializationSchema<T> {
    @Override
    public ProducerRecord<byte[], byte[]> serialize(
        T event, KafkaSinkContext context, Long timestamp) {
      return record(event);
    }

    ProducerRecord<byte[], byte[]> record(T event) {
      byte[] keyBytes = key.apply(event).getBytes(StandardCharsets.UTF_8);
      // No timestamp of ours: Kafka's retention would delete alerts about old posts at once.
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(topic, keyBytes, Json.write(event));
      header(record, "schema", event.getClass().getSimpleName());
      if (event instanceof Alert alert) {
        header(record, "bundle", alert.bundle());
      } else if (event instanceof Signal signal) {
        header(record, "bundle", signal.bundle());
      }
      return record;
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
      record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
  }
}
