package org.tocsin.connectors.source;

import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.format.RawRecord;

/**
 * Posts from a Kafka topic, read committed; offsets are committed to the group on checkpoints.
 *
 * @param topic where the posts are
 * @param group consumer group
 * @param start where to begin when there is no checkpoint
 * @param properties client properties, {@code bootstrap.servers} and security among them, passed
 *     through
 * @param gate what it waits for before it gives a post; null for nothing
 */
public record KafkaPostSource(
    String topic,
    String group,
    OffsetsInitializer start,
    Properties properties,
    @Nullable Gate gate)
    implements PostSource {

  /** A source that waits for nothing. */
  public KafkaPostSource(
      String topic, String group, OffsetsInitializer start, Properties properties) {
    this(topic, group, start, properties, null);
  }

  /** The same, but no post is given before the gate opens. */
  public KafkaPostSource heldBy(Gate what) {
    return new KafkaPostSource(topic, group, start, properties, what);
  }

  @Override
  public <T> SingleOutputStreamOperator<T> open(
      StreamExecutionEnvironment env, RecordHandler<T> handler, WatermarkStrategy<T> watermarks) {
    Properties client = new Properties();
    client.putAll(properties);
    client.putIfAbsent("isolation.level", "read_committed");
    // A poll hands over so many records unpacked, whatever their size: 500, Kafka's default, of the
    // largest that a broker takes would fill the memory.
    client.putIfAbsent("max.poll.records", "50");
    // A partition that is added to the topic is read within a minute, from its beginning.
    client.putIfAbsent("partition.discovery.interval.ms", "60000");
    KafkaSource<T> source =
        KafkaSource.<T>builder()
            .setTopics(topic)
            .setGroupId(group)
            .setStartingOffsets(start)
            .setProperties(client)
            .setDeserializer(new Handling<>(handler))
            .build();
    String name = "posts: " + topic;
    return (gate == null
            ? env.fromSource(source, watermarks, name)
            : env.fromSource(
                new HeldSource<>(source, handler.producedType(), gate), watermarks, name))
        .uid(UID);
  }

  @Override
  public String description() {
    return "topic " + topic;
  }

  private record Handling<T>(RecordHandler<T> handler)
      implements KafkaRecordDeserializationSchema<T> {
    private static final byte[] NONE = {};

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
      handler.open(context.getMetricGroup());
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<T> out) {
      byte[] value = record.value() == null ? NONE : record.value();
      handler.handle(
          RawRecord.ofTopic(
              value, record.topic(), record.partition(), record.offset(), record.timestamp()),
          out::collect);
    }

    @Override
    public TypeInformation<T> getProducedType() {
      return handler.producedType();
    }
  }
}
