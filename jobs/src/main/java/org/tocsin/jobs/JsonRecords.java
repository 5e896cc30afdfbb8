package org.tocsin.jobs;

import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Json;
import org.tocsin.events.UnreadableRecordException;

/** Records of Tocsin's own topics; one that cannot be read is counted and left out. */
final class JsonRecords<T> implements KafkaRecordDeserializationSchema<T> {
  private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private final String metric;
  private transient @Nullable Counter unreadable;

  /**
   * Records of this type.
   *
   * @param metric counts those that cannot be read
   */
  JsonRecords(Class<T> type, String metric) {
    this.type = type;
    this.metric = metric;
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
    }
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return TypeInformation.of(type);
  }
}
