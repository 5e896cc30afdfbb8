package org.tocsin.cli.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Alert;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One alert as a card. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Shows the latest revision of an alert, with its posts and what matched in them.")
final class ShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "Id of the alert, or the beginning of it.")
  private String id = "";

  @Mixin private Origin origin = new Origin();

  @Option(names = "--json", description = "The alert as JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    List<String> mistakes = new ArrayList<>();
    origin.check(mistakes);
    Origin.refuse(mistakes);
    Alert alert = AlertBook.of(origin).find(id);
    new AlertPrinter(Objects.requireNonNull(spec).commandLine().getOut(), json).whole(alert);
    return 0;
  }
}
