package org.tocsin.cli.watchlist;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.cli.card.Ink;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.lexicons.watchlist.WatchlistItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows an item of a watchlist. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Shows all that a watchlist holds of an item, as alerts refer to it.")
public final class ShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "REF", description = "As ofac:12345 or un:QDe.115.")
  private String reference = "";

  @Mixin private WatchlistFiles files = new WatchlistFiles();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    String sought = reference.strip().replaceFirst("^watchlist:", "").toLowerCase(Locale.ROOT);
    List<WatchlistItem> found =
        files.read().items().stream()
            .filter(item -> item.reference().toLowerCase(Locale.ROOT).equals(sought))
            .toList();
    if (found.isEmpty()) {
      throw new CommandFailedException(
          "no item '%s': look for it by ./tocsin watchlist search".formatted(reference));
    }
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    for (WatchlistItem item : found) {
      if (json.asked()) {
        json.print(out, item);
      } else {
        print(item, out);
      }
    }
    out.flush();
    return 0;
  }

  private static void print(WatchlistItem item, PrintWriter out) {
    out.printf("%s  %s%n", item.reference(), item.kind());
    item.programmes().forEach(one -> out.printf("  programme   %s%n", Ink.harmless(one)));
    item.names()
        .forEach(
            name ->
                out.printf(
                    "  name        %s  (%s, %s)%n",
                    Ink.harmless(name.text()), name.form(), name.use().label()));
    item.identifiers()
        .forEach(
            one ->
                out.printf(
                    "  identifier  %s %s  (listed as %s)%n",
                    one.kind(), Ink.harmless(one.value()), Ink.harmless(one.label())));
  }
}
