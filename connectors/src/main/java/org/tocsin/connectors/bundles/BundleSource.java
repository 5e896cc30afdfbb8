package org.tocsin.connectors.bundles;

import java.util.Properties;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The publications of a topic as a control stream, to be broadcast: manifests alone, never
 * artifacts, for broadcast state is written whole by every subtask at every checkpoint. Its
 * watermark is the end of time: control must not hold event time back.
 */
public final class BundleSource {
  /** Fixed, so that savepoints survive edits of the topology. */
  public static final String UID = "bundles";

  private BundleSource() {}

  /** The stream, from the topic's beginning; one subtask. */
  public static SingleOutputStreamOperator<BundleManifest> open(
      StreamExecutionEnvironment env, BundleTopic topic) {
    Properties client = new Properties();
    client.putAll(topic.client());
    client.put("isolation.level", "read_committed");
    KafkaSource<BundleManifest> source =
        KafkaSource.<BundleManifest>builder()
            .setTopics(topic.name())
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setProperties(client)
            .setDeserializer(new Manifests())
            .build();
    return env.fromSource(source, endOfTime(), "bundles: " + topic.name())
        .setParallelism(1)
        .uid(UID);
  }

  static <T> WatermarkStrategy<T> endOfTime() {
    return WatermarkStrategy.forGenerator(context -> new EndOfTime<>());
  }

  private static final class EndOfTime<T> implements WatermarkGenerator<T> {
    @Override
    public void onEvent(T event, long timestamp, WatermarkOutput output) {
      output.emitWatermark(Watermark.MAX_WATERMARK);
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      output.emitWatermark(Watermark.MAX_WATERMARK);
    }
  }

  /** Refuses nothing aloud: what a manifest names is proved where it is fetched. */
  private static final class Manifests implements KafkaRecordDeserializationSchema<BundleManifest> {
    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<BundleManifest> out) {
      new BundleHistory().accept(record.key(), record.value()).ifPresent(out::collect);
    }

    @Override
    public TypeInformation<BundleManifest> getProducedType() {
      return TypeInformation.of(BundleManifest.class);
    }
  }
}
