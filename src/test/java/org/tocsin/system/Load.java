package org.tocsin.system;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.tocsin.benchmarks.PostFiles;

/** Writes public posts to a topic, as fast as the broker takes them or at a rate. */
final class Load implements AutoCloseable {
  private static final long TICK_MS = 5;

  /** Every so many posts one holds {@link BenchPacks#PHRASE}. */
  private static final int PLANTED = 1_000;

  private final String topic;
  private final List<String> texts;
  private final Random random = new Random(17);
  private final KafkaProducer<byte[], byte[]> producer;

  /** Of every thousandth post, milliseconds from its time until the broker had it. */
  private final Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();

  private long sent;
  private long behind;

  Load(Broker broker, String topic, List<String> texts) {
    this.topic = topic;
    this.texts = texts;
    Map<String, Object> writer = new HashMap<>(broker.client());
    writer.put("linger.ms", 5);
    writer.put("batch.size", 1 << 18);
    this.producer =
        new KafkaProducer<>(writer, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** All posts at once, spread over two days of event time. */
  void fill() throws IOException {
    for (int i = 0; i < texts.size(); i++) {
      send(i, texts.get(i), PostFiles.at(i, texts.size()));
    }
    producer.flush();
  }

  /** So many posts a second, each of the time at which it is sent. */
  void pace(double rate, Duration time) throws IOException, InterruptedException {
    acknowledged.clear();
    behind = 0;
    long began = System.nanoTime();
    long before = sent;
    while (System.nanoTime() - began < time.toNanos()) {
      long due = before + (long) (rate * (System.nanoTime() - began) / 1e9);
      behind = Math.max(behind, (long) ((due - sent) / rate * 1e3));
      for (; sent < due; sent++) {
        int i = (int) (sent % texts.size());
        boolean planted = i % PLANTED == 0;
        String text = texts.get(i);
        send((int) sent, planted ? BenchPacks.PHRASE + " " + text : text, Instant.now());
      }
      TimeUnit.MILLISECONDS.sleep(TICK_MS);
    }
    producer.flush();
  }

  /** How many posts were sent at a rate, since the beginning. */
  long sent() {
    return sent;
  }

  /** How late the latest post of the last {@link #pace} was sent, milliseconds. */
  long behind() {
    return behind;
  }

  /** Of posts of the last {@link #pace}, milliseconds from their time until the broker had them. */
  List<Long> acknowledged() {
    return List.copyOf(acknowledged);
  }

  private void send(int i, String text, Instant at) throws IOException {
    byte[] post = PostFiles.record(i, text, at, PostFiles.authors(texts.size()), random);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, i % Topics.PARTITIONS, null, post);
    Future<RecordMetadata> unused =
        i % PLANTED == 0
            ? producer.send(record, (written, e) -> acknowledged(at, e))
            : producer.send(record);
  }

  private void acknowledged(Instant at, @Nullable Exception failed) {
    if (failed == null) {
      acknowledged.add(Duration.between(at, Instant.now()).toMillis());
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
