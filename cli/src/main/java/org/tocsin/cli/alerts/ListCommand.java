package org.tocsin.cli.alerts;

import java.io.PrintWriter;
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

/** The latest revision of each alert, a line for each. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Lists alerts, oldest first: the beginning of the id, when last seen (UTC), status, severity,"
          + " reason.",
      "Only the latest revision of each alert."
    })
final class ListCommand implements Callable<Integer> {
  @Mixin private Origin origin = new Origin();
  @Mixin private AlertFilter filter = new AlertFilter();

  @Option(names = "--json", description = "Whole alerts as JSON lines.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    List<String> mistakes = new ArrayList<>();
    origin.check(mistakes);
    Predicate<Alert> wanted = filter.read(Instant.now(), mistakes);
    Origin.refuse(mistakes);
    List<Alert> all = AlertBook.of(origin).inOrder();
    List<Alert> shown = all.stream().filter(wanted).toList();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    AlertPrinter printer = new AlertPrinter(out, json);
    shown.forEach(printer::line);
    if (!json) {
      out.printf("%d of %d alerts%n", shown.size(), all.size());
    }
    out.flush();
    return 0;
  }
}
