package org.tocsin.cli.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.cli.alerts.Reviewed.AT;
import static org.tocsin.cli.alerts.Reviewed.alert;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.cli.demo.EmbeddedKafka;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.Json;
import org.tocsin.events.Severity;
import org.tocsin.events.Verdict;

/** On a real broker: two committed revisions, and an alert of a transaction that was aborted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertsOnKafkaTest {
  private static final String ALERTS = "tocsin.alerts";
  private static final String VERDICTS = "tocsin.verdicts";

  private final Reviewed analyst = new Reviewed();
  private EmbeddedKafka kafka;

  @BeforeAll
  void alerts(@TempDir Path folder) throws Exception {
    kafka = EmbeddedKafka.start(folder);
    kafka.create(List.of(ALERTS, VERDICTS), 2);
    Properties client = kafka.client();
    client.put("transactional.id", "job");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      write(producer, true, alert("aa11", 1, Severity.P2, Category.HATE, AT));
      write(producer, true, alert("aa11", 2, Severity.P1, Category.HATE, AT.plusSeconds(60)));
      write(producer, false, alert("bb22", 1, Severity.P0, Category.HATE, AT));
    }
  }

  private static void write(KafkaProducer<byte[], byte[]> producer, boolean commit, Alert alert)
      throws Exception {
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(ALERTS, bytes(alert.id()), Json.write(alert))).get();
    if (commit) {
      producer.commitTransaction();
    } else {
      producer.abortTransaction();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @AfterAll
  void close() {
    if (kafka != null) {
      kafka.close();
    }
  }

  @Test
  void list_topic_holdsWhatWasCommitted() {
    assertThat(analyst.run("alerts", "list", "--bootstrap", kafka.bootstrap())).isZero();
    assertThat(analyst.out).contains("revision 2", "1 of 1 alerts").doesNotContain("bb22");
  }

  @Test
  void tail_fromATime_showsEachRevision() {
    assertThat(
            analyst.run(
                "alerts", "tail", "--bootstrap", kafka.bootstrap(), "--from", "1h", "--count", "2"))
        .isZero();
    assertThat(analyst.out).contains("revision 1", "revision 2").doesNotContain("bb22");
  }

  @Test
  void verdict_topic_isKeyedByTheAlert() throws Exception {
    assertThat(
            analyst.run(
                "alerts",
                "verdict",
                "aa",
                "--bootstrap",
                kafka.bootstrap(),
                "--decision",
                "confirmed",
                "--analyst",
                "ana"))
        .as(analyst.err)
        .isZero();
    List<ConsumerRecord<byte[], byte[]>> written = read(VERDICTS);
    assertThat(written).hasSize(1);
    assertThat(written.get(0).key()).isEqualTo(bytes("aa11"));
    Verdict verdict = Json.read(written.get(0).value(), Verdict.class);
    assertThat(verdict.decision()).isEqualTo(Verdict.Decision.CONFIRMED);
  }

  private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    List<TopicPartition> partitions =
        List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            kafka.client(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var end = consumer.endOffsets(partitions);
      while (end.entrySet().stream().anyMatch(p -> consumer.position(p.getKey()) < p.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }

  @Test
  void verdict_missingTopic_saysWhichBeforeAnythingIsWritten() {
    assertThat(
            analyst.run(
                "alerts",
                "verdict",
                "aa11",
                "--bootstrap",
                kafka.bootstrap(),
                "--verdicts-topic",
                "none",
                "--decision",
                "confirmed",
                "--analyst",
                "ana"))
        .isEqualTo(1);
    assertThat(analyst.err).contains("there is no topic none");
  }

  @Test
  void list_noBroker_failsSoonAndSaysWhere() {
    assertThat(analyst.run("alerts", "list", "--bootstrap", "127.0.0.1:1")).isEqualTo(1);
    assertThat(analyst.err).contains("Kafka at 127.0.0.1:1 does not answer within 15 s");
  }
}
