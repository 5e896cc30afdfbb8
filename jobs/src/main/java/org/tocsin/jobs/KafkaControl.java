package org.tocsin.jobs;

import java.util.Properties;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Json;
import org.tocsin.events.UnreadableRecordException;

/**
 * A topic of JSON records by which analysts steer a running job; read from its beginning when there
 * is no checkpoint. Holds no window back. A record that cannot be read is counted and left out.
 *
 * @param topic where the records are
 * @param type of the records
 * @param group consumer group
 * @param client Kafka client properties
 */
record KafkaControl<T>(String topic, Class<T> type, String group, Properties client)
    implements Controls.Opener<T> {
  @Override
  public DataStream<T> open(StreamExecutionEnvironment env) {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.putIfAbsent("isolation.level", "read_committed");
    KafkaSource<T> source =
        KafkaSource.<T>builder()
            .setTopics(topic)
            .setGroupId(group)
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setProperties(properties)
            .setDeserializer(new JsonRecords<>(type))
            .build();
    return env.fromSource(
            source, WatermarkStrategy.forGenerator(context -> new Ended<>()), "control: " + topic)
        .uid("control-" + type.getSimpleName());
  }

  /** Event time of a control stream is over from the start. */
  private static final class Ended<T> implements WatermarkGenerator<T> {
    @Override
    public void onEvent(T event, long timestamp, WatermarkOutput output) {
      // Below, whether there are records or not.
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      output.emitWatermark(new Watermark(Long.MAX_VALUE));
    }
  }

  private static final class JsonRecords<T> implements KafkaRecordDeserializationSchema<T> {
    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private transient @Nullable Counter unreadable;

    JsonRecords(Class<T> type) {
      this.type = type;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
      unreadable = context.getMetricGroup().addGroup("tocsin").counter("unreadableControls");
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
}
