package org.tocsin.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.jobs.LocalRun.deletion;
import static org.tocsin.jobs.LocalRun.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.Signal;

/** The shipped wiring over files, with the starter pack: five posts by three accounts ring. */
class MonitorTopologyTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String HATE = "all of it shows: they are not human at all";
  private static final String BOTH = HATE + "; official channel of the mujahideen";
  private static final String QUIET = "nice weather by the sea";

  @TempDir private Path folder;

  /** Five standing in the first window, four in the second for one was edited and one deleted. */
  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      lines.add(line("x:a" + i, "author" + i % 3, i == 0 ? BOTH : HATE, NOON.plusSeconds(i), null));
    }
    lines.add(lines.get(1));
    lines.add(line("x:quiet", "author9", QUIET, NOON.plusSeconds(3), null));
    Instant next = NOON.plusSeconds(600);
    for (int i = 0; i < 6; i++) {
      lines.add(line("x:b" + i, "author" + i, HATE, next.plusSeconds(i), null));
    }
    lines.add(line("x:b0", "author0", QUIET, next, next.plusSeconds(100)));
    lines.add(deletion("x:b1", next.plusSeconds(200)));
    lines.add(deletion("x:a1", next.plusSeconds(201)));
    lines.add(deletion("x:unseen", next.plusSeconds(202)));
    return lines;
  }

  @Test
  void build_linesOfEveryKind_givesTheExpectedRecordsAndTotals() throws Exception {
    List<String> lines = lines();
    lines.add(1, "{\"id\": \"x:cut");
    lines.add("{\"id\": \"x:poor\", \"platform\": \"x\"}");
    write("posts.jsonl", lines);

    LocalRun run = LocalRun.of(folder, 2, null);

    assertThat(run.alerts())
        .extracting(Alert::status)
        .containsExactlyInAnyOrder(Alert.Status.OPEN, Alert.Status.RESOLVED);
    Alert alert = run.opened().get(0);
    assertThat(alert.rule()).isEqualTo("starter@1/gathering");
    assertThat(alert.group()).isEqualTo(Map.of("category", "hate", "language", "en"));
    assertThat(alert.windowStart()).isEqualTo(NOON);
    assertThat(alert.posts()).isEqualTo(5);
    assertThat(alert.authors()).isEqualTo(3);
    assertThat(alert.samples()).hasSize(3);
    assertThat(run.deadLetters())
        .extracting(letter -> Path.of(letter.origin()).getFileName().toString())
        .containsExactlyInAnyOrder("posts.jsonl:2", "posts.jsonl:" + lines.size());
    assertThat(run.signals()).hasSize(12 + 3);
    assertThat(run.signals()).filteredOn(s -> s.category() == Category.PROPAGANDA).hasSize(1);
    assertThat(Signals.last(run.signals()).values())
        .filteredOn(signal -> signal.retractedAt() != null)
        .extracting(signal -> signal.post().id())
        .containsExactlyInAnyOrder("x:b0", "x:b1", "x:a1");
    assertThat(run.late()).isEmpty();
    assertThat(run.totals())
        .containsEntry("posts", 14L)
        .containsEntry("matched", 13L)
        .containsEntry("signals", 12L)
        .containsEntry("duplicates", 1L)
        .containsEntry("retractions", 4L)
        .containsEntry("notPosts", 0L)
        .containsEntry("deadLetters", 2L)
        .containsEntry("late", 0L)
        .containsEntry("alerts", 1L);
  }

  @Test
  void build_shuffledOverFiles_givesTheSameAlerts() throws Exception {
    List<String> lines = lines();
    for (int i = 0; i < 5; i++) {
      lines.add(line("x:c" + i, "author" + i, BOTH, NOON.plusSeconds(1_200 + i), null));
    }
    List<Alert> expected = LocalRun.of(spread(lines, 1), 1, null).alerts();
    assertThat(expected).hasSize(6);

    for (int seed = 1; seed <= 3; seed++) {
      Collections.shuffle(lines, new Random(seed));
      assertThat(LocalRun.of(spread(lines, seed), 4 - seed, null).alerts())
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void build_postBeyondTheLateness_goesToTheLateSink() throws Exception {
    List<String> lines = new ArrayList<>(lines().subList(0, 5));
    // The window ends at 12:10; with a minute of lateness it is closed when 12:11 was seen.
    lines.add(line("x:end", "author1", QUIET, NOON.plusSeconds(659), null));
    lines.add(line("x:last", "author1", HATE, NOON.plusSeconds(7), null));
    lines.add(line("x:closes", "author1", QUIET, NOON.plusSeconds(660), null));
    lines.add(line("x:late", "author1", HATE, NOON.plusSeconds(599), null));
    lines.add(line("x:quiet", "author1", QUIET, NOON, null));
    write("posts.jsonl", lines);

    LocalRun run = LocalRun.of(folder, 1, Duration.ofMinutes(1));

    assertThat(run.late()).extracting(signal -> signal.post().id()).containsExactly("x:late");
    assertThat(run.opened()).extracting(Alert::posts).containsExactly(6);
    assertThat(run.signals()).extracting(signal -> signal.post().id()).contains("x:late");
    assertThat(run.totals()).containsEntry("late", 1L).containsEntry("alerts", 1L);
  }

  @Test
  void build_handlesInPosts_leaveInNoRecord() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      lines.add(line("x:" + i, "secret" + i, "@secretname " + HATE, NOON.plusSeconds(i), null));
    }
    write("posts.jsonl", lines);

    LocalRun run = LocalRun.of(folder, 2, null);

    assertThat(run.opened()).hasSize(1);
    assertThat(run.signals())
        .hasSize(5)
        .extracting(Signal::toString)
        .noneMatch(text -> text.contains("secret"));
    assertThat(run.alerts()).extracting(Alert::toString).noneMatch(text -> text.contains("secret"));
  }

  @Test
  void build_everyOperator_hasAUidAndNoGenericType() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2);
    LocalRun.build(env, folder, folder, Duration.ofMinutes(1));

    assertThat(env.getStreamGraph().getStreamNodes())
        .hasSizeGreaterThanOrEqualTo(9)
        .allSatisfy(node -> assertThat(node.getTransformationUID()).isNotNull())
        .extracting(StreamNode::getTransformationUID)
        .contains(
            "posts", "route-outcomes", "deduplicate", "route-to-rules", "windows", "alert-desk");
    assertThat(env.getConfiguration().get(PipelineOptions.GENERIC_TYPES)).isFalse();
    assertThat(env.getConfig().isObjectReuseEnabled()).isTrue();
  }

  @Test
  void build_deletionWhenRetentionIsOverButTheWindowIsOpen_stillRetracts() throws Exception {
    List<String> lines = new ArrayList<>(lines().subList(0, 5));
    lines.add(line("x:later", "author1", QUIET, NOON.plusSeconds(400), null));
    lines.add(deletion("x:a2", NOON.plusSeconds(401)));
    write("posts.jsonl", lines);

    LocalRun run = LocalRun.of(folder, 1, Duration.ofMinutes(1));

    assertThat(run.alerts()).isEmpty();
    assertThat(run.totals()).containsEntry("retractions", 1L);
  }

  private Path spread(List<String> lines, int files) throws IOException {
    Path spread = Files.createTempDirectory(folder, "spread");
    for (int file = 0; file < files; file++) {
      List<String> part = new ArrayList<>();
      for (int i = file; i < lines.size(); i += files) {
        part.add(lines.get(i));
      }
      Files.write(spread.resolve("part" + file + ".jsonl"), part);
    }
    return spread;
  }

  private void write(String name, List<String> lines) throws IOException {
    Files.write(folder.resolve(name), lines);
  }
}
