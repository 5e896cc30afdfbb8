package org.tocsin.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The topics of one job, each with two partitions, under a prefix of its own. */
final class Topics implements AutoCloseable {
  static final int PARTITIONS = 2;
  static final String POSTS = "posts";
  static final String ALERTS = "alerts";
  static final String SIGNALS = "signals";
  static final String DEAD_LETTERS = "dead-letters";
  static final String LATE_POSTS = "late-posts";

  private static final List<String> ALL = List.of(POSTS, ALERTS, SIGNALS, DEAD_LETTERS, LATE_POSTS);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Bytes of a record. */
  static final int LARGEST = 16 << 20;

  private final String prefix;
  private final Map<String, Object> client;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> failed = new AtomicReference<>();

  private Topics(Broker broker, String prefix) {
    this.prefix = prefix;
    this.client = broker.client();
    Map<String, Object> writer = new HashMap<>(client);
    writer.put("max.request.size", LARGEST);
    // What repeats itself costs its sender nothing.
    writer.put("compression.type", "gzip");
    // Or it forgets the topics of a broker that is down, and each send waits a minute for them.
    writer.put("metadata.recovery.strategy", "none");
    // On a machine that is busy a broker may take minutes to come back.
    writer.put("delivery.timeout.ms", 600_000);
    this.producer =
        new KafkaProducer<>(writer, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Makes them; every partition has a leader when this returns. */
  static Topics create(Broker broker, String prefix, String... more) throws Exception {
    Topics topics = new Topics(broker, prefix);
    List<String> kinds = Stream.concat(ALL.stream(), Stream.of(more)).toList();
    try (Admin admin = Admin.create(topics.client)) {
      admin
          .createTopics(
              kinds.stream()
                  .map(kind -> new NewTopic(topics.name(kind), PARTITIONS, (short) 1))
                  .toList())
          .all()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      Map<TopicPartition, OffsetSpec> all = new HashMap<>();
      for (String kind : kinds) {
        topics.partitions(kind).forEach(partition -> all.put(partition, OffsetSpec.earliest()));
      }
      Await.until(
          "all partitions have leaders",
          PATIENCE,
          () -> admin.listOffsets(all).all().get(5, TimeUnit.SECONDS).size() == all.size(),
          broker::tail);
      return topics;
    } catch (Throwable e) {
      topics.close();
      throw e;
    }
  }

  /** Topics that somebody else has made. */
  static Topics of(Broker broker, String prefix) {
    return new Topics(broker, prefix);
  }

  /** The options of {@code monitor} that name them. */
  List<String> options() {
    return List.of("--topic-prefix", name(""));
  }

  String name(String kind) {
    return prefix + "." + kind;
  }

  /** Makes a topic compacted. */
  void compact(String kind) throws Exception {
    configure(kind, "cleanup.policy", "compact");
  }

  /** Sets a property of a topic. */
  void configure(String kind, String property, String value) throws Exception {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, name(kind));
    AlterConfigOp set =
        new AlterConfigOp(new ConfigEntry(property, value), AlterConfigOp.OpType.SET);
    try (Admin admin = Admin.create(client)) {
      admin
          .incrementalAlterConfigs(Map.of(topic, List.of(set)))
          .all()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  /** Writes one record of posts and gives its {@code topic-partition@offset}. */
  String post(int partition, Instant ingested, @Nullable String value) throws Exception {
    byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    RecordMetadata written =
        producer
            .send(
                new ProducerRecord<>(name(POSTS), partition, ingested.toEpochMilli(), null, bytes))
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return "%s-%d@%d".formatted(written.topic(), written.partition(), written.offset());
  }

  /** Writes one record of any kind. */
  void write(String kind, @Nullable String key, byte[] value) throws Exception {
    byte[] bytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    producer
        .send(new ProducerRecord<>(name(kind), 0, bytes, value))
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** Writes many records, each to its partition and when it happened; waits for none of them. */
  void pour(List<Flood.Line> records) {
    for (Flood.Line record : records) {
      pour(record.partition(), record.at(), record.value().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The same, all of them at one time. */
  void pour(List<Flood.Line> records, Instant ingested) {
    for (Flood.Line record : records) {
      pour(record.partition(), ingested, record.value().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Writes one post; does not wait for it. */
  void pour(int partition, Instant ingested, byte[] value) {
    Future<RecordMetadata> unused =
        producer.send(
            new ProducerRecord<>(name(POSTS), partition, ingested.toEpochMilli(), null, value),
            (written, e) -> {
              if (e != null) {
                failed.set(e);
              }
            });
  }

  /** Waits until all that was poured is acknowledged. */
  void flush() {
    producer.flush();
    if (failed.get() != null) {
      throw new AssertionError("the broker did not take a post", failed.get());
    }
  }

  /** Everything that is committed now. */
  List<ConsumerRecord<byte[], byte[]>> committed(String kind) {
    Map<String, Object> reader = new HashMap<>(client);
    reader.put("isolation.level", "read_committed");
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(reader, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(name(kind)).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError(name(kind) + " cannot be read to its end " + ends);
        }
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }

  /** How many posts a consumer group has read, by the offsets that it committed. */
  long read(String group) throws Exception {
    try (Admin admin = Admin.create(client)) {
      return admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .entrySet()
          .stream()
          .filter(offset -> offset.getKey().topic().equals(name(POSTS)))
          .mapToLong(offset -> offset.getValue().offset())
          .sum();
    }
  }

  /** How many posts there are. */
  long posts() throws Exception {
    Map<TopicPartition, OffsetSpec> all = new HashMap<>();
    partitions(POSTS).forEach(partition -> all.put(partition, OffsetSpec.latest()));
    try (Admin admin = Admin.create(client)) {
      return admin
          .listOffsets(all)
          .all()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .values()
          .stream()
          .mapToLong(end -> end.offset())
          .sum();
    }
  }

  /** Of one of the topics. */
  List<TopicPartition> partitions(String kind) {
    return IntStream.range(0, PARTITIONS)
        .mapToObj(partition -> new TopicPartition(name(kind), partition))
        .collect(Collectors.toList());
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
