package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.jobs.options.CommandRunner;
import picocli.CommandLine;

class TocsinTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return CommandRunner.prepare(new CommandLine(new Tocsin()))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "monitor",
        "match",
        "alerts",
        "baseline",
        "bundle",
        "doctor",
        "test",
        "soak"
      })
  void help_everyCommand_isPrinted(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: tocsin " + command);
  }

  @Test
  void help_ofAll_listsThem() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("demo", "monitor", "match", "test", "Exit codes");
  }

  @Test
  void noCommand_namesThem() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "demo, monitor, match, lexicon, alerts, graph, baseline, observables, watchlist, bundle, doctor, test, soak, bench");
  }

  @Test
  void monitor_withoutOptions_namesAllThatAreMissing() {
    assertThat(run("monitor")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--alerts=FILE", "--posts=FILE|DIR")
        .doesNotContain("Exception");
    assertThat(err.toString().lines().filter(line -> line.startsWith("Missing"))).hasSize(1);
  }

  @Test
  void monitor_manyMistakes_tellsAllAtOnce(@TempDir Path folder) {
    assertThat(
            run(
                "monitor",
                "--posts",
                folder + "/none",
                "--format",
                "blusky",
                "--alerts",
                folder + "/no/a",
                "--parallelism",
                "-1"))
        .isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "did you mean 'bluesky'?",
            "there is no such file or folder",
            "its folder does not exist",
            "--parallelism -1");
  }

  @Test
  void unknownOption_suggestsANearOne() {
    assertThat(run("match", "--pakcs", "x", "--input", "text", "-")).isEqualTo(2);
    assertThat(err.toString()).contains("Unknown option").contains("--packs");
  }

  @Test
  void mapWithoutCsv_isRefused() {
    assertThat(run("match", "--input", "x", "--map", "id=a", "pom.xml")).isEqualTo(2);
    assertThat(err.toString()).contains("--map goes with --format csv");
  }

  @Test
  void brokenPacks_fail(@TempDir Path folder) {
    assertThat(run("match", "--input", "text", "--packs", folder.toString(), "pom.xml"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("holds no pack");
  }
}
