package org.tocsin.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.client.program.ProgramParametrizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.jobs.options.CommandRunner;
import picocli.CommandLine;

class MonitorJobTest {
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return CommandRunner.prepare(new CommandLine(new Main()))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  @Test
  void missingOptions_areAllNamedAtOnce() {
    assertThat(run("monitor")).isEqualTo(CommandRunner.USAGE);
    assertThat(err.toString())
        .contains("--bootstrap", "--purpose", "--pseudonym-key-file")
        .doesNotContain("\tat ");
  }

  @Test
  void wrongValues_areAllNamedAtOnce(@TempDir Path folder) throws Exception {
    Path key = Files.writeString(folder.resolve("key"), "short");
    int exit =
        run(
            "monitor",
            "--bootstrap",
            "127.0.0.1:1",
            "--purpose",
            " ",
            "--pseudonym-key-file",
            key.toString(),
            "--format",
            "blusky",
            "--idleness",
            "5s",
            "--delivery",
            "never");
    assertThat(exit).isEqualTo(CommandRunner.USAGE);
    assertThat(err.toString())
        .contains(
            "did you mean 'bluesky'?",
            "at least 16 bytes",
            "--purpose is empty",
            "at least 30s",
            "'never'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"monitor", "detect", "alert", "financing"})
  void awaitBundle_withoutATopicOrBesidePacks_isToldWhatToDo(String job) {
    List<String> args =
        new ArrayList<>(
            List.of(job, "--await-bundle", "--packs", "p", "--bootstrap", "127.0.0.1:1"));
    args.addAll(List.of("--purpose", "a test"));
    if (!job.equals("alert")) {
      args.addAll(List.of("--pseudonym-key-file", "pom.xml"));
    }
    assertThat(run(args.toArray(String[]::new))).isEqualTo(CommandRunner.USAGE);
    assertThat(err.toString())
        .contains("--await-bundle: nothing would ever come; add --follow-bundles")
        .contains("--await-bundle and --packs: expected one of them");
  }

  @Test
  void unknownOptionAndBadDuration_areBothTold() {
    assertThat(run("monitor", "--latenes", "2m", "--idleness", "soon"))
        .isEqualTo(CommandRunner.USAGE);
    assertThat(err.toString()).contains("--latenes", "--lateness", "'soon' is not a duration");
  }

  @Test
  void main_outsideFlinksClient_throwsTheMessageAlone() {
    assertThatThrownBy(() -> Main.main(new String[] {"monitr"}))
        .isInstanceOf(ProgramParametrizationException.class)
        .hasMessageContaining("monitr");
  }
}
