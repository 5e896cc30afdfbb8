package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tocsin.events.Alert;
import org.tocsin.events.Json;
import org.tocsin.events.UnreadableRecordException;
import org.tocsin.events.Watch;

/**
 * A savepoint of an earlier build, resumed by this one: what it goes on to tell is what a job tells
 * that was never stopped.
 *
 * <p>{@code -Dtocsin.savepoint.write=true} takes another savepoint first; docs/upgrade.md says
 * when.
 */
@ExtendWith(WithCluster.class)
class SavepointTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Path FOLDER = Tree.ROOT.resolve("src/test/savepoint");
  private static final Path FIXTURE = FOLDER.resolve("fixture");
  private static final Path TOLD = FOLDER.resolve("told.txt");
  private static final boolean WRITE = Boolean.getBoolean("tocsin.savepoint.write");
  private static final String WATCHES = "watches";

  /**
   * Episodes of the rule with a rate that are in the savepoint. Its build tested against a guess
   * before anything was learned, which none does any more.
   */
  private static final List<String> GUESSED =
      List.of("33f30327add6a523cd9d5653c1f86f79", "040de6996c85ec1e06a2faf03cd2c6c0");

  /** Of five windows: one is open then, and an episode of two rules. */
  private static final int BEFORE = 1_500;

  /** As many come twice: the savepoint has to know them. */
  private static final int AGAIN = 250;

  private static final int ALL = 5_000;

  /** The name is in the savepoint: of topics, and of the group. */
  private static final String NAME = "frozen";

  @Test
  void committedSavepoint_goesOnAsIfNeverStopped(Broker broker, FlinkCluster flink)
      throws Exception {
    try (Topics thawed = topics(broker, NAME);
        Job job = new Job(flink, broker.bootstrap(), thawed, NAME, FOLDER.resolve("packs"))) {
      thawed.pour(Flood.posts(0, BEFORE));
      thawed.flush();
      if (WRITE) {
        submit(job, null);
        awaitRead(thawed, NAME, BEFORE, flink);
        write(job.stop(), thawed);
      }
      submit(job, FIXTURE.toUri().toString());
      Map<String, String> resumed = rest(thawed, job, NAME, flink);

      try (Topics fresh = topics(broker, "fresh");
          Job other = new Job(flink, broker.bootstrap(), fresh, "fresh", FOLDER.resolve("packs"))) {
        submit(other, null);
        fresh.pour(Flood.posts(0, BEFORE));
        fresh.flush();
        awaitRead(fresh, "fresh", BEFORE, flink);
        Map<String, String> all = rest(fresh, other, "fresh", flink);

        List<String> told = new ArrayList<>(Files.readAllLines(TOLD));
        told.removeIf(SavepointTest::isGuessed);
        resumed.keySet().removeIf(SavepointTest::isGuessed);
        assertThat(told).isNotEmpty();
        assertThat(all.keySet()).containsAll(told);
        told.forEach(all::remove);
        told.forEach(resumed::remove);
        assertThat(resumed).isNotEmpty().containsExactlyInAnyOrderEntriesOf(all);
        assertThat(fresh.committed(Topics.LATE_POSTS)).isEmpty();
      }
      assertThat(thawed.committed(Topics.LATE_POSTS)).isEmpty();
    }
  }

  private static boolean isGuessed(String revision) {
    return GUESSED.contains(revision.substring(0, revision.indexOf('@')));
  }

  private static Topics topics(Broker broker, String name) throws Exception {
    Topics topics = Topics.create(broker, name, WATCHES);
    Instant start = Flood.posts(0, 1).get(0).at();
    topics.write(
        WATCHES,
        "w",
        Json.write(new Watch("w", "After", start, start.plus(Duration.ofHours(2)), "ana")));
    return topics;
  }

  /** At least once: what a transaction left open belongs to the broker of then. */
  private static void submit(Job job, @Nullable String from) throws Exception {
    job.submit(1, from, "--follow-watches", "--delivery", "at-least-once");
  }

  private static void awaitRead(Topics topics, String group, int posts, FlinkCluster flink)
      throws Exception {
    Await.until(
        posts + " posts are read", PATIENCE, () -> topics.read(group) == posts, flink::tail);
  }

  /**
   * Alerts by id and revision, but for the bundle: by another engine, the same packs are another
   * one; and what is over quotes the reason in the words of the build that told it.
   */
  private static Map<String, String> rest(Topics topics, Job job, String group, FlinkCluster flink)
      throws Exception {
    topics.pour(Flood.posts(BEFORE - AGAIN, BEFORE));
    topics.pour(Flood.posts(BEFORE, ALL));
    topics.flush();
    awaitRead(topics, group, ALL + AGAIN, flink);
    job.stop("--drain");
    Map<String, String> alerts = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : topics.committed(Topics.ALERTS)) {
      String json = new String(record.value(), StandardCharsets.UTF_8);
      String compared =
          json.replaceAll("\"bundle\":\"[^\"]*\"", "\"bundle\":\"\"")
              .replaceAll("; it was: [^\"]*", "");
      String before = alerts.put(key(record), compared);
      assertThat(before).as("told twice").isNull();
    }
    return alerts;
  }

  private static String key(ConsumerRecord<byte[], byte[]> record)
      throws UnreadableRecordException {
    Alert alert = Json.read(record.value(), Alert.class);
    return alert.id() + "@" + alert.revision();
  }

  private static void write(String savepoint, Topics topics) throws Exception {
    Files.createDirectories(FIXTURE);
    try (Stream<Path> before = Files.list(FIXTURE);
        Stream<Path> now = Files.list(Path.of(URI.create(savepoint)))) {
      for (Path file : before.toList()) {
        Files.delete(file);
      }
      for (Path file : now.toList()) {
        Files.copy(file, FIXTURE.resolve(file.getFileName()));
      }
    }
    List<String> told = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : topics.committed(Topics.ALERTS)) {
      told.add(key(record));
    }
    Files.write(TOLD, told);
  }
}
