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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.Json;
import org.tocsin.events.Severity;

class AlertsCommandTest {
  private final Reviewed analyst = new Reviewed();

  @TempDir Path folder = Path.of("");
  private String file = "";

  @BeforeEach
  void alerts() throws IOException {
    file =
        write(
            alert("aa11", 2, Severity.P1, Category.HATE, AT.plusSeconds(60)),
            alert("aa11", 1, Severity.P2, Category.HATE, AT),
            alert("aa22", 1, Severity.P3, Category.FINANCING, AT.plusSeconds(3_600)),
            alert("bb33", 1, Severity.P2, Category.ARMS, AT.minusSeconds(3_600)));
  }

  private String write(Alert... alerts) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Alert alert : alerts) {
      lines.add(new String(Json.write(alert), StandardCharsets.UTF_8));
    }
    return Files.write(folder.resolve("alerts.jsonl"), lines).toString();
  }

  @Test
  void list_manyRevisions_showsTheLatestOldestFirst() {
    assertThat(analyst.run("alerts", "list", "--file", file)).isZero();
    assertThat(analyst.out)
        .isEqualToNormalizingNewlines(
            """
            bb33  2026-03-01 11:00  open      P2  Title of bb33: Five posts, revision 1.
            aa11  2026-03-01 12:01  updated   P1  Title of aa11: Five posts, revision 2.
            aa22  2026-03-01 13:00  open      P3  Title of aa22: Five posts, revision 1.
            3 of 3 alerts
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "--severity, 'P1,P2', bb33 aa11",
    "--rule, financing@1, aa22",
    "--category, arms, bb33",
    "--since, 2026-03-01T12:01:00Z, aa11 aa22",
    "--until, 2026-03-01T12:01:00Z, bb33",
    "--status, 'updated,resolved', aa11"
  })
  void list_filter_showsThoseOnly(String option, String value, String ids) {
    assertThat(analyst.run("alerts", "list", "--file", file, option, value)).isZero();
    List<String> shown =
        analyst
            .out
            .lines()
            .filter(line -> line.contains("Title"))
            .map(l -> l.substring(0, 4))
            .toList();
    assertThat(String.join(" ", shown)).isEqualTo(ids);
  }

  @Test
  void list_since_takesADurationBeforeNow() {
    assertThat(analyst.run("alerts", "list", "--file", file, "--since", "1h")).isZero();
    assertThat(analyst.out).isEqualToIgnoringNewLines("0 of 3 alerts");
  }

  @Test
  void list_json_isTheAlertsAndNothingElse() throws Exception {
    assertThat(analyst.run("alerts", "list", "--file", file, "--json", "--severity", "P3"))
        .isZero();
    byte[] line = analyst.out.strip().getBytes(StandardCharsets.UTF_8);
    assertThat(Json.read(line, Alert.class).id()).isEqualTo("aa22");
  }

  @Test
  void show_beginningOfAnId_isTheCardOfItsLatestRevision() {
    assertThat(analyst.run("alerts", "show", "aa1", "--file", file)).isZero();
    assertThat(analyst.out).contains("P1", "revision 2", "red river", "alert aa11, hate@1/burst");
  }

  @Test
  void show_unknownId_namesTheNearest() {
    assertThat(analyst.run("alerts", "show", "aa33", "--file", file)).isEqualTo(1);
    assertThat(analyst.err)
        .contains("there is no alert 'aa33' among 3. Nearest: ", "bb33 (Title of bb33)");
  }

  @Test
  void show_beginningOfTwo_namesBoth() {
    assertThat(analyst.run("alerts", "show", "aa", "--file", file)).isEqualTo(1);
    assertThat(analyst.err).contains("'aa' begins the ids of 2 alerts", "aa11", "aa22");
  }

  @Test
  void show_emptyFile_saysSo() throws IOException {
    assertThat(analyst.run("alerts", "show", "aa11", "--file", write())).isEqualTo(1);
    assertThat(analyst.err).contains("no alert 'aa11' among 0. Is this where the job writes?");
  }

  @Test
  void tail_file_showsEachRevisionAndEnds() {
    assertThat(analyst.run("alerts", "tail", "--file", file, "--category", "hate")).isZero();
    assertThat(analyst.out).contains("revision 2", "revision 1").doesNotContain("aa22");
    assertThat(analyst.run("alerts", "tail", "--file", file, "--count", "1")).isZero();
    assertThat(analyst.out).contains("revision 2").doesNotContain("revision 1");
  }

  @Test
  void list_brokenLine_namesItsPlace() throws IOException {
    Files.writeString(Path.of(file), "{\"id\":\"x\"}\n");
    assertThat(analyst.run("alerts", "list", "--file", file)).isEqualTo(1);
    assertThat(analyst.err).contains("alerts.jsonl:1: not an alert: missing required field");
  }

  @Test
  void list_manyMistakes_tellsAllAtOnce() {
    assertThat(
            analyst.run(
                "alerts", "list", "--category", "hat", "--status", "opne", "--since", "yesterday"))
        .isEqualTo(2);
    assertThat(analyst.err)
        .contains(
            "where are the alerts? Give either --bootstrap HOST:PORT or --file FILE",
            "--category: 'hat' is not one of hate",
            "--status: 'opne' is not one of open, updated, resolved",
            "--since 'yesterday': expected a time such as 2026-03-01T12:00:00Z");
  }

  @Test
  void list_missingFile_saysSo() {
    assertThat(analyst.run("alerts", "list", "--file", folder + "/none")).isEqualTo(2);
    assertThat(analyst.err).contains("none: there is no such file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "tail", "show", "verdict"})
  void help_everyCommand_isPrinted(String command) {
    assertThat(analyst.run("alerts", command, "--help")).isZero();
    assertThat(analyst.out).startsWith("Usage: tocsin alerts " + command);
  }
}
