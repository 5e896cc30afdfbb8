package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tocsin.events.Alert;
import org.tocsin.events.Alert.Status;
import org.tocsin.events.Json;

/**
 * {@code financing} with the packs that Tocsin comes with, on a cluster: from posts, and from the
 * signals that this writes. Its watchlist is published; a broken one after it changes nothing.
 */
@ExtendWith(WithCluster.class)
class FinancingTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

  /** BIP-173's example. */
  private static final String WALLET = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";

  private static final String NAMED = "Somebody wrote down " + WALLET;
  private static final String OTHER = "alerts-of-signals";

  private static final String BUNDLES = "bundles";

  /** The shipped packs and a rule that counts all posts. */
  private static Path packs() throws IOException {
    Path packs = BenchPacks.shipped();
    Path rules = packs.resolve("financing/rules.yaml");
    Files.writeString(rules, Files.readString(rules) + SHARE);
    return packs;
  }

  private static final String SHARE =
      """

        - id: share
          title: A share of all posts
          on: {categories: [financing]}
          group_by: [category]
          window: 1m
          when: {posts: 1, share: 0.5}
          severity: P3
          status: shadow
      """;

  private static void publish(Broker broker, Topics topics) throws Exception {
    Child child =
        Command.tocsin(List.of(), "bundle", "publish")
            .with("--watchlist", Tree.watchlist(WALLET).toString(), "--create-topic")
            .with("--bootstrap", broker.bootstrap(), "--bundles-topic", topics.name(BUNDLES))
            .with("--effective-at", NOON.minusSeconds(3_600).toString())
            .run("publish");
    assertThat(child.exitCode()).as(child.tail()).isZero();
  }

  /** The manifest that was published, once more, of a digest that its artifact has not. */
  private static void publishBroken(Topics topics) throws Exception {
    for (ConsumerRecord<byte[], byte[]> record : topics.committed(BUNDLES)) {
      String key = new String(record.key(), StandardCharsets.UTF_8);
      if (key.startsWith("bundle/")) {
        String manifest =
            new String(record.value(), StandardCharsets.UTF_8)
                .replace("\"sequence\":1", "\"sequence\":2")
                .replaceAll("\"digest\":\"[^\"]*\"", "\"digest\":\"broken\"");
        topics.write(BUNDLES, key.replace("1", "2"), manifest.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void post(Topics topics, int number, int second, String text) throws Exception {
    Instant at = NOON.plusSeconds(second);
    topics.post(number % 2, at, new PostLine("x:f" + number, "ana" + number, at, text).json());
  }

  @Test
  void listedWallet_isToldAtOnce_andSignalsGiveTheSameAlerts(Broker broker, FlinkCluster flink)
      throws Exception {
    Path packs = packs();
    try (Topics topics = Topics.create(broker, "financing", OTHER);
        Job posts = new Job("financing", flink, broker.bootstrap(), topics, "posts", packs);
        Job signals = new Job("financing", flink, broker.bootstrap(), topics, "signals", packs)) {
      publish(broker, topics);
      posts.submit(2, null, "--follow-bundles");
      // A subtask opens what is published when it reads its first post.
      post(topics, 1, -600, "Good night.");
      post(topics, 2, -600, "Good night.");
      Await.until(
          "both subtasks have the watchlist",
          PATIENCE,
          () -> posts.metric("watchlistPublication") == 2,
          flink::tail);
      publishBroken(topics);
      Await.until(
          "the broken one is refused",
          PATIENCE,
          () -> posts.metric("bundlesRefused") > 0,
          flink::tail);
      assertThat(flink.tail()).contains("watchlist broken (publication 2)", "its artifact is of");
      assertThat(posts.metric("watchlistPublication")).isEqualTo(2);

      post(topics, 3, 20, NAMED);
      Await.until(
          "the first post rings before anything follows it",
          PATIENCE,
          () -> !alerts(topics, Topics.ALERTS).isEmpty(),
          flink::tail);
      Alert first = alerts(topics, Topics.ALERTS).get(0);
      assertThat(first.revision()).isZero();
      assertThat(first.reason()).startsWith("Provisional");
      assertThat(first.samples().get(0).text()).isEqualTo(NAMED);

      post(topics, 4, 10, NAMED);
      post(topics, 5, 600, "Good morning.");
      post(topics, 6, 600, "Good evening.");
      Await.until(
          "event time has passed the pane",
          PATIENCE,
          () -> told(topics, Topics.ALERTS).contains(first.id() + " 1 open 2"),
          flink::tail);
      posts.stop("--drain");

      Child refused =
          flink.run(
              1,
              null,
              "financing",
              "--from",
              "signals",
              "--bootstrap",
              broker.bootstrap(),
              "--packs",
              Tree.samplePacks("", SHARE).toString(),
              "--purpose",
              "a test");
      assertThat(refused.exitCode()).as(refused.tail()).isEqualTo(2);
      assertThat(refused.err()).contains("--without-rules starter/share");

      signals.submit(
          1,
          null,
          "--from",
          "signals",
          "--without-rules",
          "financing/share",
          "--topic",
          "alerts=" + topics.name(OTHER));
      Await.until(
          "the first signal rings", PATIENCE, () -> !alerts(topics, OTHER).isEmpty(), flink::tail);
      signals.stop("--drain");
      assertThat(told(topics, OTHER)).isEqualTo(told(topics, Topics.ALERTS)).hasSize(2);
    }
  }

  private static List<Alert> alerts(Topics topics, String kind) throws Exception {
    List<Alert> alerts = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : topics.committed(kind)) {
      alerts.add(Json.read(record.value(), Alert.class));
    }
    return alerts;
  }

  /** All but what depends on which post was read first. */
  private static Set<String> told(Topics topics, String kind) throws Exception {
    Set<String> told = new TreeSet<>();
    for (Alert alert : alerts(topics, kind)) {
      boolean withdrawn = alert.revision() == 1 && alert.status() == Status.RESOLVED;
      if (alert.revision() > 0 && !withdrawn) {
        told.add(
            "%s %d %s %d"
                .formatted(alert.id(), alert.revision(), alert.status().label(), alert.posts()));
      }
    }
    return told;
  }
}
