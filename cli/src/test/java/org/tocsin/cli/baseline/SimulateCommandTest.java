package org.tocsin.cli.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tocsin.cli.Tocsin;
import org.tocsin.jobs.options.CommandRunner;
import picocli.CommandLine;

class SimulateCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return CommandRunner.prepare(new CommandLine(new Tocsin()))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private static World world(double factor, double dispersion, Duration pane) {
    return new World(
        200,
        4,
        4,
        pane,
        Duration.ofHours(1),
        dispersion,
        factor,
        Duration.ofHours(3),
        20,
        0.1,
        0.0002);
  }

  /** The criterion of the project: docs/baselines.md has the figures of more seeds. */
  @Test
  void run_fourTimesTheUsual_isToldInTwoPanesWithFewFalseAlerts() {
    Score score = Simulation.run(world(4, 0.05, Duration.ofHours(1)), 1);
    assertThat(score.bursts()).isGreaterThan(80);
    assertThat(score.groupHours()).isEqualTo(200 * 4 * 168);
    assertThat(score.recallSoon()).isGreaterThanOrEqualTo(0.95);
    assertThat(score.falseAlertsPer(10_000)).isLessThanOrEqualTo(1);
  }

  /** A test that cannot fail shows nothing: without bursts worth the name nothing is told. */
  @Test
  void run_hardlyMoreThanUsual_isSeldomTold() {
    Score score = Simulation.run(world(1.2, 0.05, Duration.ofHours(1)), 1);
    assertThat(score.recall()).isLessThan(0.2);
  }

  @Test
  void simulate_sameSeed_printsTheSame() {
    String[] args = {
      "baseline", "simulate", "--groups", "20", "--test", "1", "--seeds", "7", "--factors", "4"
    };
    assertThat(run(args)).isZero();
    String first = out.toString();
    out.getBuffer().setLength(0);
    assertThat(run(args)).isZero();
    assertThat(out.toString()).isEqualTo(first).contains("per 10,000 group-hours", " 4.0x   all");
  }

  @Test
  void simulate_manyMistakes_tellsAllAtOnce() {
    assertThat(
            run(
                "baseline",
                "simulate",
                "--groups",
                "0",
                "--pane",
                "7m",
                "--q",
                "1.5",
                "--factors",
                "1",
                "--dispersion",
                "-1"))
        .isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "--groups 0: expected at least 1",
            "--pane: expected a duration that divides an hour",
            "--q 1.5: expected a number between 0 and 1",
            "--factors 1.0: expected more than 1",
            "--dispersion -1.0: expected 0 or more");
  }

  @Test
  void baseline_alone_namesItsCommands() {
    assertThat(run("baseline")).isEqualTo(2);
    assertThat(err.toString()).contains("Which command? There are: simulate");
  }
}
