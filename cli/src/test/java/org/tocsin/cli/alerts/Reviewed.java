package org.tocsin.cli.alerts;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tocsin.cli.Tocsin;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.Match;
import org.tocsin.events.Measure;
import org.tocsin.events.Sample;
import org.tocsin.events.Severity;
import org.tocsin.jobs.options.CommandRunner;
import picocli.CommandLine;

/** Synthetic alerts, and the commands run on them as an analyst runs them. */
final class Reviewed {
  static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  /** What the last command printed. */
  String out = "";

  /** What it told on standard error. */
  String err = "";

  int run(String... args) {
    StringWriter printed = new StringWriter();
    StringWriter told = new StringWriter();
    CommandLine command = CommandRunner.prepare(new CommandLine(new Tocsin()));
    command.setOut(new PrintWriter(printed));
    command.setErr(new PrintWriter(told));
    int code = command.execute(args);
    out = printed.toString();
    err = told.toString();
    return code;
  }

  static Alert alert(String id, int revision, Severity severity, Category category, Instant at) {
    Match match = new Match("entry", "p@1", category, 4, 13, "red river", "exact", 0.5);
    Sample sample =
        new Sample(
            "x:1",
            "x",
            "abcdef01",
            null,
            at,
            "en",
            "one red river",
            0,
            "ff",
            0.5,
            List.of(match),
            List.of());
    return new Alert(
        id,
        revision,
        revision == 1 ? Alert.Status.OPEN : Alert.Status.UPDATED,
        category.label() + "@1/burst",
        "Title of " + id,
        Map.of("category", category.label()),
        severity,
        at.minusSeconds(600),
        at,
        "Five posts, revision " + revision + ".",
        List.of(new Measure("posts", 5, 3)),
        5,
        4,
        1,
        0,
        at,
        at,
        List.of(sample),
        List.of(),
        "bundle");
  }
}
