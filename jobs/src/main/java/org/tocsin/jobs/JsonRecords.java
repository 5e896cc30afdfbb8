package org.tocsin.jobs;

import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.events.Json;
import org.tocsin.events.UnreadableRecordException;

/** Records of Tocsin's own topics; one that cannot be read is counted and left out. */
final class JsonRecords<T> implements KafkaRecordDeserializationSchema<T> {
  private static final long serialVersionUID = 1L;

  private static final Logger LOG = LoggerFactory.getLogger(JsonRecords.class);

  private final Class<T> type;
  private final String metric;
  private final boolean logged;
  private transient @Nullable Counter unreadable;

  /**
   * Records of this type.
   *
   * @param metric counts those that cannot be read
   * @param logged whether the log says where one is and why it cannot be read: of what people
   *     write, who wait for what it should do; never of what may quote a post
   */
  JsonRecords(Class<T> type, String metric, boolean logged) {
    this.type = type;
    this.metric = metric;
    this.logged = logged;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    unreadable = context.getMetricGroup().addGroup("tocsin").counter(metric);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<T> out) {
    if (record.value() == null) {
      return;
    }
    try {
      out.collect(Json.read(record.value(), type));
    } catch (UnreadableRecordException e) {
      if (unreadable != null) {
        unreadable.inc();
      }
      if (logged) {
        LOG.warn(
            "{}-{}@{} is no {} and is left out: {}",
            record.topic(),
            record.partition(),
            record.offset(),
            type.getSimpleName(),
            e.getMessage());
      }
    }
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return TypeInformation.of(type);
  }
}
