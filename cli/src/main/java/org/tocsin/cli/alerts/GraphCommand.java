package org.tocsin.cli.alerts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.cli.graph.Graphs;
import org.tocsin.events.Alert;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.jobs.options.WrongUsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The graph of alerts, as a file. */
@Command(
    name = "graph",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Writes who named which wallet, account, page or invite where and when, as a page (.html),"
            + " .graphml or .csv.")
public final class GraphCommand implements Callable<Integer> {
  @Mixin private Origin origin = new Origin();

  @Parameters(
      arity = "0..*",
      paramLabel = "ID",
      description = "Ids of alerts, or their beginnings. Without any: all alerts.")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = {"--out", "-o"},
      required = true,
      paramLabel = "FILE",
      description = "What to write: .html, .graphml or .csv.")
  private Path out = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    List<String> mistakes = new ArrayList<>();
    origin.check(mistakes);
    if (Graphs.format(out) == null) {
      mistakes.add("--out %s: expected a name that ends in .html, .graphml or .csv".formatted(out));
    }
    if (!mistakes.isEmpty()) {
      throw new WrongUsageException(mistakes);
    }
    AlertBook book = AlertBook.of(origin);
    List<Alert> alerts =
        ids.isEmpty() ? book.inOrder() : ids.stream().map(book::find).distinct().toList();
    if (alerts.stream().allMatch(alert -> alert.links().isEmpty())) {
      throw new CommandFailedException(
          "none of %d alerts names a wallet, account, page or invite: there is nothing to draw"
              .formatted(alerts.size()));
    }
    try {
      Files.writeString(out, Graphs.of(alerts, Objects.requireNonNull(Graphs.format(out))));
    } catch (IOException e) {
      throw new CommandFailedException(
          "--out %s cannot be written: %s".formatted(out, CommandFailedException.rootMessage(e)));
    }
    Objects.requireNonNull(spec)
        .commandLine()
        .getOut()
        .printf("%s: %d alerts%n", out, alerts.size());
    return 0;
  }
}
