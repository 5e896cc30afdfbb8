package org.tocsin.system;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
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
    long began = System.nanoTime();
    int sent = 0;
    while (System.nanoTime() - began < time.toNanos()) {
      long due = (long) (rate * (System.nanoTime() - began) / 1e9);
      for (; sent < due; sent++) {
        String text = texts.get(sent % texts.size());
        send(sent, sent % PLANTED == 0 ? BenchPacks.PHRASE + " " + text : text, Instant.now());
      }
      TimeUnit.MILLISECONDS.sleep(TICK_MS);
    }
    producer.flush();
  }

  private void send(int i, String text, Instant at) throws IOException {
    byte[] post = PostFiles.record(i, text, at, PostFiles.authors(texts.size()), random);
    Future<RecordMetadata> unused =
        producer.send(new ProducerRecord<>(topic, i % Topics.PARTITIONS, null, post));
  }

  @Override
  public void close() {
    producer.close();
  }
}
