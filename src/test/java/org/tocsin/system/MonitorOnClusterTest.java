package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tocsin.events.Alert;
import org.tocsin.events.DeadLetter;
import org.tocsin.events.Json;
import org.tocsin.events.Signal;
import org.tocsin.events.UnreadableRecordException;
import org.tocsin.system.StoryEnd.Rung;

/** {@link Story} through a real broker and a real cluster, from {@code flink run} to draining. */
@ExtendWith(WithCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitorOnClusterTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final List<String> MALFORMED =
      Arrays.asList(
          "this is not JSON",
          "{\"id\":\"x:m1\",\"platform\":\"x\",\"author\":\"" + Story.HANDLE + "max",
          "{\"id\":\"x:m2\",\"platform\":\"x\",\"author\":\"a\",\"createdAt\":\"2025-03-01T12:00:00Z\"}",
          "{\"id\":\"x:m3\",\"platform\":\"x\",\"author\":\"a\",\"text\":\"t\",\"createdAt\":\"noon\"}",
          "[]",
          "");

  private final Map<String, String> malformed = new LinkedHashMap<>();
  private Topics topics;

  @BeforeAll
  void story(Broker broker, FlinkCluster flink) throws Exception {
    topics = Topics.create(broker, "story");
    Job job = new Job(flink, broker.bootstrap(), topics, "story", Tree.SAMPLE_PACKS);
    job.submit(2, null);

    List<Story.Told> told = Story.untilOne();
    for (int i = 0; i < told.size(); i++) {
      int partition = i % Topics.PARTITIONS;
      topics.post(partition, told.get(i).comes(), told.get(i).value());
      if (i % 12 == 3 && malformed.size() < MALFORMED.size()) {
        String bad = MALFORMED.get(malformed.size());
        String value = bad.isEmpty() ? null : bad;
        malformed.put(topics.post(partition, told.get(i).comes(), value), bad);
      }
    }
    for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
      topics.post(partition, Story.at(65, 1), Story.five(partition));
    }
    await(flink, "alerts of windows that event time has passed", Topics.ALERTS, 5);
    topics.post(0, Story.at(66, 0), Story.late());
    for (String post : Story.afterFive()) {
      topics.post(1, Story.at(66, 10), post);
    }
    await(flink, "the late post", Topics.LATE_POSTS, 1);
    Await.until(
        "the last signal",
        PATIENCE,
        () -> signals().keySet().containsAll(StoryEnd.signalKeys()),
        () -> topics.committed(Topics.SIGNALS).size() + " signals\n" + flink.tail());

    job.stop("--drain");
    Await.until(
        "the job is finished",
        PATIENCE,
        () -> flink.stateOf(job.id()).equals("FINISHED"),
        flink::tail);
  }

  private void await(FlinkCluster flink, String what, String kind, int records) throws Exception {
    Await.until(what, PATIENCE, () -> topics.committed(kind).size() >= records, flink::tail);
  }

  @AfterAll
  void close() {
    if (topics != null) {
      topics.close();
    }
  }

  @Test
  void alerts_areExactlyTheExpectedOnes() throws Exception {
    List<Rung> expected = new ArrayList<>(StoryEnd.untilOne());
    expected.add(StoryEnd.afterFive());
    List<Rung> rung = new ArrayList<>();
    List<String> resolved = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : topics.committed(Topics.ALERTS)) {
      Alert alert = Json.read(record.value(), Alert.class);
      assertThat(record.key()).asString().isEqualTo(alert.id());
      if (alert.status() == Alert.Status.RESOLVED) {
        resolved.add(alert.id());
      } else {
        rung.add(Rung.of(alert));
      }
    }
    assertThat(rung).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(resolved).containsExactlyInAnyOrderElementsOf(rung.stream().map(Rung::id).toList());
  }

  @Test
  void alert_saysItsCountsInWords() throws Exception {
    List<String> reasons = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : topics.committed(Topics.ALERTS)) {
      reasons.add(Json.read(record.value(), Alert.class).reason());
    }
    assertThat(reasons)
        .contains(
            "5 posts from 4 accounts on 3 platforms within 9 min matched propaganda in en; the"
                + " rule asks for at least 5 posts and 3 accounts.");
  }

  @Test
  void signals_areOfEveryMatchingPostAndSayWhatNoLongerStands() throws Exception {
    Map<String, Signal> last = signals();
    assertThat(last.keySet()).isEqualTo(StoryEnd.signalKeys());
    Set<String> retracted =
        last.entrySet().stream()
            .filter(signal -> signal.getValue().retractedAt() != null)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    assertThat(retracted).isEqualTo(StoryEnd.retracted());
  }

  @Test
  void copies_giveOneSignal() {
    assertThat(topics.committed(Topics.SIGNALS))
        .filteredOn(
            record ->
                Arrays.equals(record.key(), "x:p3|propaganda".getBytes(StandardCharsets.UTF_8)))
        .hasSize(1);
  }

  @Test
  void deadLetters_areTheMalformedRecordsWithTheirPlace() throws Exception {
    Map<String, String> raw = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : topics.committed(Topics.DEAD_LETTERS)) {
      DeadLetter letter = Json.read(record.value(), DeadLetter.class);
      assertThat(record.key()).asString().isEqualTo(letter.origin());
      assertThat(letter.stage()).isEqualTo("parse");
      assertThat(letter.reason()).isNotBlank();
      byte[] bytes = Base64.getDecoder().decode(letter.raw());
      assertThat(raw.put(letter.origin(), new String(bytes, StandardCharsets.UTF_8))).isNull();
    }
    assertThat(malformed).hasSameSizeAs(MALFORMED);
    assertThat(raw).isEqualTo(malformed);
  }

  @Test
  void latePosts_holdTheLateOneAlone() throws Exception {
    List<ConsumerRecord<byte[], byte[]>> late = topics.committed(Topics.LATE_POSTS);
    assertThat(late).hasSize(1);
    Signal signal = Json.read(late.get(0).value(), Signal.class);
    assertThat(signal.post().id()).isEqualTo("x:late");
    assertThat(signal.post().createdAt()).isEqualTo(Instant.parse("2025-03-01T12:08:00Z"));
  }

  @Test
  void accounts_areNamedNowhereButInDeadLetters() {
    for (String kind : List.of(Topics.ALERTS, Topics.SIGNALS, Topics.LATE_POSTS)) {
      assertThat(topics.committed(kind))
          .isNotEmpty()
          .allSatisfy(
              record -> {
                assertThat(record.key()).asString().doesNotContain(Story.HANDLE);
                assertThat(record.value()).asString().doesNotContain(Story.HANDLE);
              });
    }
  }

  /** The last committed record under each key. */
  private Map<String, Signal> signals() throws UnreadableRecordException {
    Map<String, Signal> last = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : topics.committed(Topics.SIGNALS)) {
      last.put(
          new String(record.key(), StandardCharsets.UTF_8),
          Json.read(record.value(), Signal.class));
    }
    return last;
  }
}
