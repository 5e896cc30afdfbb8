package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tocsin.events.Alert;
import org.tocsin.events.Json;

/**
 * A job that starts without packs reads nothing before a bundle is published, and loses nothing.
 */
@ExtendWith(WithCluster.class)
class AwaitBundleTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

  @Test
  void awaitBundle_postsBeforeTheFirst_areReadAfterItAndRing(Broker broker, FlinkCluster flink)
      throws Exception {
    try (Topics topics = Topics.create(broker, "awaited");
        Job job = new Job(flink, broker.bootstrap(), topics, "awaited", null)) {
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        String id = "x:w" + i;
        Instant at = NOON.plusSeconds(i);
        topics.post(i % 2, at, new PostLine(id, Story.HANDLE + i, at, Story.GRID).json());
        expected.add(id + "|cyber");
      }
      job.submit(2, null);
      Await.until(
          "the job holds back",
          PATIENCE,
          () -> flink.tail().contains("no post is read before awaited.bundles has a bundle"),
          flink::tail);
      assertThat(topics.read("awaited")).isZero();

      publish(broker, topics, Tree.samplePacks("", ""));
      Await.until("all signals", PATIENCE, () -> signals(topics).size() == 4, flink::tail);
      job.stop("--drain");

      assertThat(signals(topics)).containsExactlyInAnyOrderElementsOf(expected);
      List<String> told = new ArrayList<>();
      for (ConsumerRecord<byte[], byte[]> record : topics.committed(Topics.ALERTS)) {
        Alert alert = Json.read(record.value(), Alert.class);
        told.add(alert.rule().replaceAll(".*/", "") + " " + alert.status().label());
      }
      assertThat(told).containsExactlyInAnyOrder("attack-talk open", "attack-talk resolved");
    }
  }

  /** In force only an hour after all that was posted: the first counts for that, too. */
  private static void publish(Broker broker, Topics topics, Path packs) throws Exception {
    Child child =
        Command.tocsin(List.of(), "bundle", "publish", packs.toString())
            .with("--bootstrap", broker.bootstrap(), "--bundles-topic", topics.name("bundles"))
            .with("--effective-at", NOON.plusSeconds(3_600).toString())
            .run("publish");
    assertThat(child.exitCode()).as(child.tail()).isZero();
  }

  private static List<String> signals(Topics topics) {
    return topics.committed(Topics.SIGNALS).stream()
        .map(record -> new String(record.key(), StandardCharsets.UTF_8))
        .toList();
  }
}
