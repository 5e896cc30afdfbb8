package org.tocsin.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.connectors.format.TocsinFormat;
import org.tocsin.connectors.sink.JsonLinesSink;
import org.tocsin.connectors.source.FilePostSource;
import org.tocsin.events.Alert;
import org.tocsin.events.Json;
import org.tocsin.events.PseudonymKey;
import org.tocsin.events.Signal;
import org.tocsin.jobs.alert.RuleBook;
import org.tocsin.jobs.detect.Bundles;
import org.tocsin.lexicons.pack.PackSource;

/** {@code detect} and {@code alert} one after the other, against {@code monitor}. */
class SplitJobsTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String HATE = "all of it shows: they are not human at all";

  @TempDir private Path folder;

  /** Edits, deletions and copies; two windows that ring, one after what ended in it. */
  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int window = 0; window < 3; window++) {
      Instant start = NOON.plusSeconds(1_800L * window);
      for (int i = 0; i < 7; i++) {
        lines.add(
            LocalRun.line("x:" + window + i, "author" + i % 4, HATE, start.plusSeconds(i), null));
      }
      lines.add(lines.get(lines.size() - 1));
      lines.add(
          LocalRun.line("x:" + window + 0, "author0", HATE + "!", start, start.plusSeconds(90)));
      lines.add(LocalRun.deletion("x:" + window + 1, start.plusSeconds(100 + window)));
    }
    return lines;
  }

  @Test
  void detectThenAlert_editsDeletionsCopies_giveTheAlertsOfMonitor() throws Exception {
    Files.write(folder.resolve("posts.jsonl"), lines());
    List<Alert> expected = LocalRun.of(folder, 2, null).alerts();
    assertThat(expected).hasSizeGreaterThan(3);

    List<Signal> signals = detect();
    assertThat(signals).anyMatch(signal -> signal.retractedAt() != null);
    signals.addAll(signals.subList(0, 5));
    for (int seed = 1; seed <= 3; seed++) {
      Collections.shuffle(signals, new Random(seed));
      assertThat(alert(signals)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private List<Signal> detect() throws Exception {
    Path out = Files.createTempDirectory(folder.getParent(), "detected");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2);
    TocsinFormat format = new TocsinFormat();
    DetectTopology.build(
        env,
        new FilePostSource(List.of(folder.toFile()), format.framing(), NOON.toEpochMilli() * 2),
        new MonitorSettings(
            format,
            new PseudonymKey("a key for tests only".getBytes(StandardCharsets.UTF_8)),
            SamplePacks.read(),
            null,
            null,
            Duration.ofMillis(1)),
        new MonitorSinks(null, new JsonLinesSink<>(file(out, "signals")), null, null));
    env.execute();
    List<Signal> signals = new ArrayList<>();
    for (String line : Files.readAllLines(out.resolve("signals"))) {
      signals.add(Json.read(line.getBytes(StandardCharsets.UTF_8), Signal.class));
    }
    return signals;
  }

  private List<Alert> alert(List<Signal> signals) throws Exception {
    Path out = Files.createTempDirectory(folder.getParent(), "alerts");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2);
    SignalTopology.build(
        env,
        env.fromData(signals, TypeInformation.of(Signal.class)),
        Scope.ALL,
        RuleBook.of(Bundles.of(SamplePacks.read()).packs()),
        Controls.NONE,
        new MonitorSinks(new JsonLinesSink<>(file(out, "alerts")), null, null, null));
    env.execute();
    List<Alert> alerts = new ArrayList<>();
    for (String line : Files.readAllLines(out.resolve("alerts"))) {
      alerts.add(Json.read(line.getBytes(StandardCharsets.UTF_8), Alert.class));
    }
    return alerts;
  }

  private static File file(Path folder, String name) {
    return folder.resolve(name).toFile();
  }

  @Test
  void beyond_rulesOnAllPosts_areNamedAndRefused() {
    RuleBook shipped = Scope.ALL.book(Bundles.of(PackSource.builtIn()).packs());
    assertThat(SignalTopology.beyond(shipped))
        .containsExactly("watch/feed-gap counts all posts (on: all_posts)");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
    assertThatThrownBy(
            () ->
                SignalTopology.build(
                    env,
                    env.fromData(List.of(Signals.of("x:1", 1)), TypeInformation.of(Signal.class)),
                    Scope.ALL,
                    shipped,
                    Controls.NONE,
                    new MonitorSinks(null, null, null, null)))
        .hasMessageContaining("watch/feed-gap");
  }

  @Test
  void financing_shippedRules_areThoseOfMoney() {
    RuleBook book = Scope.FINANCING.book(Bundles.of(PackSource.builtIn()).packs());
    assertThat(SignalTopology.beyond(book)).isEmpty();
    assertThat(book.rules())
        .extracting(rule -> rule.id())
        .contains("listed-observable", "appeal-then-money", "shared-observable")
        .doesNotContain("burst", "propaganda-with-money", "feed-gap");
  }
}
