package org.tocsin.connectors.sink;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.function.Function;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tocsin.events.Json;

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

  /**
   * What a topic's records are keyed by; a class of its own would be needed for each without it.
   */
  public interface Key<T> extends Function<T, String>, Serializable {}

  /** A sink of JSON records into one topic. */
  public <T> KafkaSink<T> to(String topic, Key<T> key) {
    Properties client = new Properties();
    client.putAll(properties);
    client.putIfAbsent("transaction.timeout.ms", TRANSACTION_TIMEOUT_MS);
    return KafkaSink.<T>builder()
        .setKafkaProducerConfig(client)
        .setDeliveryGuarantee(delivery)
        .setTransactionalIdPrefix(transactionalIdPrefix + "-" + topic)
        .setRecordSerializer(new JsonRecords<>(topic, key))
        .build();
  }

  private record JsonRecords<T>(String topic, Key<T> key)
      implements KafkaRecordSerializationSchema<T> {
    @Override
    public ProducerRecord<byte[], byte[]> serialize(
        T event, KafkaSinkContext context, Long timestamp) {
      byte[] keyBytes = key.apply(event).getBytes(StandardCharsets.UTF_8);
      // No timestamp of ours: Kafka's retention would delete alerts about old posts at once.
      return new ProducerRecord<>(topic, keyBytes, Json.write(event));
    }
  }
}
