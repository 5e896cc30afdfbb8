package org.tocsin.cli.alerts;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Alert;
import org.tocsin.events.Verdict;
import org.tocsin.events.Verdict.Decision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What an analyst decides about an alert. */
@Command(
    name = "verdict",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Writes a verdict about an alert, keyed by the alert's id. The alert must exist.")
final class VerdictCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "Id of the alert, or the beginning of it.")
  private String id = "";

  @Option(
      names = "--decision",
      required = true,
      paramLabel = "DECISION",
      description = "confirmed, false-positive, escalated or snoozed.")
  private String decision = "";

  @Option(
      names = "--analyst",
      required = true,
      paramLabel = "NAME",
      description = "Who decides, by the name that the deployment gives.")
  private String analyst = "";

  @Option(names = "--note", paramLabel = "TEXT", description = "Free text.")
  private @Nullable String note;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why it is a false positive: goes with that decision, and only with it.")
  private @Nullable String reason;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description =
          "End of a snooze: 2026-03-01T12:00:00Z, or 4h for 4 hours from now. Goes with snoozed,"
              + " and only with it.")
  private @Nullable String until;

  @Option(
      names = "--verdicts-topic",
      defaultValue = "tocsin.verdicts",
      paramLabel = "TOPIC",
      description = "Where the verdict goes, with --bootstrap. Default: ${DEFAULT-VALUE}")
  private String verdictsTopic = "";

  @Option(
      names = "--verdicts",
      paramLabel = "FILE",
      description = "Where the verdict goes, with --file: added as a JSON line.")
  private @Nullable Path verdicts;

  @Mixin private Origin origin = new Origin();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    List<String> mistakes = new ArrayList<>();
    origin.check(mistakes);
    if (origin.isFile() != (verdicts != null)) {
      mistakes.add("--verdicts FILE goes with --file, and --file with it");
    }
    Instant now = Instant.now();
    Decision decided = decided(mistakes);
    Instant end = Moments.ahead("--until", until, now, mistakes);
    check(decided, end, now, mistakes);
    Origin.refuse(mistakes);
    if (!origin.isFile()) {
      origin.ready(origin.topic, verdictsTopic);
    }
    Alert alert = AlertBook.of(origin).find(id);
    Verdict verdict =
        new Verdict(
            alert.id(), Objects.requireNonNull(decided), reason, end, analyst.strip(), now, note);
    if (verdicts == null) {
      VerdictWriter.send(verdict, origin.client(), verdictsTopic);
    } else {
      VerdictWriter.append(verdict, verdicts);
    }
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.printf(
        "%s: %s%s, by %s (%s)%n",
        alert.id(),
        verdict.decision().label(),
        end == null ? "" : " until " + end,
        verdict.analyst(),
        alert.title());
    out.flush();
    return 0;
  }

  private @Nullable Decision decided(List<String> mistakes) {
    try {
      return Decision.of(decision);
    } catch (IllegalArgumentException e) {
      mistakes.add("--decision: " + e.getMessage());
      return null;
    }
  }

  private void check(
      @Nullable Decision decided, @Nullable Instant end, Instant now, List<String> mistakes) {
    if (analyst.isBlank()) {
      mistakes.add("--analyst is empty: say who decides");
    }
    if (decided == null) {
      return;
    }
    if ((decided == Decision.SNOOZED) != (until != null)) {
      mistakes.add("--until TIME goes with the decision snoozed, and only with it");
    } else if (end != null && !end.isAfter(now)) {
      mistakes.add("--until %s is past: expected a time to come".formatted(end));
    }
    if ((decided == Decision.FALSE_POSITIVE) != (reason != null && !reason.isBlank())) {
      mistakes.add("--reason TEXT goes with the decision false-positive, and only with it");
    }
  }
}
