package org.tocsin.cli.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Alert;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Alerts as they come. */
@Command(
    name = "tail",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows each revision of an alert as it is written to the topic, until Ctrl-C.",
      "From a file: shows what is in it and ends."
    })
final class TailCommand implements Callable<Integer> {
  @Mixin private Origin origin = new Origin();
  @Mixin private AlertFilter filter = new AlertFilter();

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "Begin with what was written to the topic at this time: 2026-03-01T12:00:00Z, or 2h for 2"
              + " hours ago. Default: now")
  private @Nullable String from;

  @Option(
      names = "--count",
      defaultValue = "0",
      paramLabel = "N",
      description = "End after so many alerts. Default: never")
  private int count;

  @Option(names = "--json", description = "As JSON lines.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    List<String> mistakes = new ArrayList<>();
    origin.check(mistakes);
    Instant now = Instant.now();
    Instant begin = Moments.ago("--from", from, now, mistakes);
    Predicate<Alert> wanted = filter.read(now, mistakes);
    Origin.refuse(mistakes);
    AlertPrinter printer =
        new AlertPrinter(Objects.requireNonNull(spec).commandLine().getOut(), json);
    if (origin.isFile()) {
      List<Alert> shown = new ArrayList<>();
      origin.read(alert -> shown.add(alert));
      shown.stream()
          .filter(wanted)
          .limit(count == 0 ? Long.MAX_VALUE : count)
          .forEach(printer::card);
      return 0;
    }
    origin.ready(origin.topic);
    try (AlertTopic alerts = new AlertTopic(origin.client(), origin.topic)) {
      int[] seen = {0};
      alerts.follow(
          begin == null ? now : begin,
          alert -> {
            if (wanted.test(alert)) {
              printer.card(alert);
              seen[0]++;
            }
            return count == 0 || seen[0] < count;
          });
    }
    return 0;
  }
}
