package org.tocsin.cli.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.cli.alerts.Reviewed.AT;
import static org.tocsin.cli.alerts.Reviewed.alert;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.events.Category;
import org.tocsin.events.Json;
import org.tocsin.events.Severity;
import org.tocsin.events.Verdict;
import org.tocsin.events.Verdict.Decision;

class VerdictCommandTest {
  private final Reviewed analyst = new Reviewed();

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void alerts() throws IOException {
    Files.write(
        folder.resolve("alerts.jsonl"),
        Json.write(alert("aa11", 1, Severity.P2, Category.HATE, AT)));
  }

  private int verdict(String id, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "alerts",
                "verdict",
                id,
                "--file",
                folder.resolve("alerts.jsonl").toString(),
                "--verdicts",
                folder.resolve("verdicts.jsonl").toString(),
                "--analyst",
                "ana"));
    args.addAll(List.of(more));
    return analyst.run(args.toArray(String[]::new));
  }

  private List<Verdict> written() throws Exception {
    List<Verdict> verdicts = new ArrayList<>();
    Path file = folder.resolve("verdicts.jsonl");
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        verdicts.add(Json.read(line.getBytes(StandardCharsets.UTF_8), Verdict.class));
      }
    }
    return verdicts;
  }

  @Test
  void verdicts_several_areAddedInOrder() throws Exception {
    assertThat(verdict("aa11", "--decision", "confirmed", "--note", "called")).isZero();
    assertThat(analyst.out).contains("aa11: confirmed, by ana (Title of aa11)");
    assertThat(verdict("aa", "--decision", "false-positive", "--reason", "a song")).isZero();
    assertThat(verdict("aa11", "--decision", "escalated")).isZero();
    List<Verdict> written = written();
    assertThat(written).extracting(Verdict::alertId).containsOnly("aa11");
    assertThat(written)
        .extracting(Verdict::decision)
        .containsExactly(Decision.CONFIRMED, Decision.FALSE_POSITIVE, Decision.ESCALATED);
    assertThat(written).extracting(Verdict::note).containsExactly("called", null, null);
    assertThat(written).extracting(Verdict::reason).containsExactly(null, "a song", null);
    assertThat(written).extracting(Verdict::analyst).containsOnly("ana");
  }

  @Test
  void snooze_duration_endsThatLongFromNow() throws Exception {
    assertThat(verdict("aa11", "--decision", "snoozed", "--until", "4h")).isZero();
    Verdict snooze = written().get(0);
    assertThat(snooze.until()).isEqualTo(snooze.at().plusSeconds(4 * 3_600));
    assertThat(analyst.out).contains("snoozed until ");
  }

  @Test
  void snooze_pastOrWithoutEnd_isRefused() throws Exception {
    assertThat(verdict("aa11", "--decision", "snoozed")).isEqualTo(2);
    assertThat(analyst.err).contains("--until TIME goes with the decision snoozed");
    assertThat(verdict("aa11", "--decision", "snoozed", "--until", "2020-01-01T00:00:00Z"))
        .isEqualTo(2);
    assertThat(analyst.err).contains("is past");
    assertThat(verdict("aa11", "--decision", "confirmed", "--until", "4h")).isEqualTo(2);
    assertThat(written()).isEmpty();
  }

  @Test
  void falsePositive_withoutReason_isRefused() throws Exception {
    assertThat(verdict("aa11", "--decision", "false-positive", "--note", "n")).isEqualTo(2);
    assertThat(analyst.err).contains("--reason TEXT goes with the decision false-positive");
    assertThat(verdict("aa11", "--decision", "confirmed", "--reason", "r")).isEqualTo(2);
    assertThat(written()).isEmpty();
  }

  @Test
  void verdict_unknownAlert_isRefusedWithTheNearest() throws Exception {
    assertThat(verdict("aa12", "--decision", "confirmed")).isEqualTo(1);
    assertThat(analyst.err).contains("no alert 'aa12'", "Nearest: aa11 (Title of aa11)");
    assertThat(written()).isEmpty();
  }

  @Test
  void verdict_manyMistakes_tellsAllAtOnce() {
    assertThat(analyst.run("alerts", "verdict", "aa11", "--decision", "confirm", "--analyst", " "))
        .isEqualTo(2);
    assertThat(analyst.err)
        .contains(
            "where are the alerts?",
            "'confirm' is not one of confirmed, false-positive, escalated, snoozed",
            "--analyst is empty");
    assertThat(analyst.run("alerts", "verdict", "aa11")).isEqualTo(2);
    assertThat(analyst.err).contains("--decision", "--analyst");
  }

  @Test
  void verdict_fileWithoutVerdicts_isRefused() {
    assertThat(
            analyst.run(
                "alerts",
                "verdict",
                "aa11",
                "--decision",
                "confirmed",
                "--analyst",
                "a",
                "--file",
                folder.resolve("alerts.jsonl").toString()))
        .isEqualTo(2);
    assertThat(analyst.err).contains("--verdicts FILE goes with --file");
  }
}
