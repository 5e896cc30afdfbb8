package org.tocsin.jobs;

import java.util.Properties;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A topic of JSON records by which analysts steer a running job; read from its beginning when there
 * is no checkpoint. Holds no window back. A record that cannot be read is counted, logged and left
 * out.
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
            .setDeserializer(new JsonRecords<>(type, "unreadableControls", true))
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
}
