package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The demo, with its own broker and Flink; and that a local run rings the same alerts. */
class DemoTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Pattern CARD =
      Pattern.compile("│  (\\d+) posts? from (\\d+) accounts?|└─ alert ([0-9a-f]{32}),");

  private static Command demo(Path temp, String... more) throws IOException {
    return Command.tocsin(
            List.of("-Djava.io.tmpdir=" + temp, "-Xmx1g"),
            "demo",
            "--replay-time",
            "5s",
            "--ui-port",
            Integer.toString(Ports.free()),
            "--pseudonym-key-file",
            Tree.pseudonymKey().toString())
        .with(more);
  }

  @Test
  void once_ringsWhatALocalRunRings() throws Exception {
    Path temp = Tree.newFolder("demo-tmp");
    Child demo = demo(temp, "--once").run("demo-once", PATIENCE);
    assertThat(demo.exitCode()).as(demo.tail()).isZero();
    assertThat(demo.out())
        .contains("Kafka     127.0.0.1:", "Flink UI  http://127.0.0.1:", "tocsin.alerts")
        .doesNotContain("\u001b")
        .doesNotContain("\r");
    List<String> cards = cards(demo.out());
    assertThat(cards.stream().map(card -> card.substring(0, 32)).distinct())
        .as(demo.tail())
        .hasSize(4);
    assertNothingLeft(temp);

    Path alerts = Tree.newFolder("monitor").resolve("alerts.jsonl");
    Child monitor =
        Command.tocsin(List.of("-Xmx512m"), "monitor", "--posts", Tree.SAMPLES.toString())
            .with("--format", "tocsin", "--alerts", alerts.toString())
            .with("--pseudonym-key-file", Tree.pseudonymKey().toString())
            .run("monitor");
    assertThat(monitor.exitCode()).as(monitor.tail()).isZero();
    assertThat(monitor.out()).containsPattern("alerts +4");
    assertThat(alertsOf(alerts)).containsExactlyInAnyOrderElementsOf(cards);
  }

  @Test
  void ctrlC_endsItCleanly() throws Exception {
    Path temp = Tree.newFolder("demo-tmp");
    try (Child demo = demo(temp).start("demo")) {
      Await.until(
          "the replay is done",
          PATIENCE,
          () -> {
            if (!demo.isAlive()) {
              throw new AssertionError("ended too soon\n" + demo.tail());
            }
            return demo.out().contains("Ctrl-C ends.");
          },
          demo::tail);
      assertThat(cards(demo.out()).stream().map(card -> card.substring(0, 32)).distinct())
          .hasSize(4);
      assertThat(leftovers(temp)).isNotEmpty();
      demo.interrupt();
      // 128 + SIGINT: what a shell expects of a program that Ctrl-C ended.
      assertThat(demo.awaitExit(Duration.ofSeconds(30))).as(demo.tail()).isEqualTo(130);
      assertThat(demo.err()).as(demo.tail()).doesNotContain("Exception").doesNotContain("\tat ");
    }
    assertNothingLeft(temp);
  }

  private static void assertNothingLeft(Path temp) throws IOException {
    assertThat(leftovers(temp)).isEmpty();
  }

  private static List<Path> leftovers(Path temp) throws IOException {
    try (Stream<Path> files = Files.list(temp)) {
      return files.filter(file -> file.getFileName().toString().startsWith("tocsin-demo")).toList();
    }
  }

  /** {@code id posts authors} of each card of what is not over. */
  private static List<String> cards(String out) {
    List<String> cards = new ArrayList<>();
    String counts = "";
    for (MatchResult match : CARD.matcher(out).results().toList()) {
      if (match.group(3) == null) {
        counts = match.group(1) + " " + match.group(2);
      } else if (!counts.isEmpty()) {
        cards.add(match.group(3) + " " + counts);
        counts = "";
      }
    }
    return cards;
  }

  private static List<String> alertsOf(Path file) throws IOException {
    List<String> alerts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode alert = new ObjectMapper().readTree(line);
      if (alert.path("status").asText().equals("resolved")) {
        continue;
      }
      alerts.add(
          alert.path("id").asText()
              + " "
              + alert.path("posts").asInt()
              + " "
              + alert.path("authors").asInt());
    }
    return alerts;
  }
}
