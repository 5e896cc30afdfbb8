package org.tocsin.cli.watchlist;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.cli.card.Ink;
import org.tocsin.jobs.options.WatchlistOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what changed between two watchlists. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Tells which items are new (+), delisted (-) and changed (~), with what changed.")
public final class DiffCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "OLD", description = "The watchlist as it was.")
  private Path old = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW", description = "The watchlist as it is.")
  private Path now = Path.of("");

  @Mixin private JsonOption json = new JsonOption();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Difference difference =
        Difference.of(WatchlistOptions.read(List.of(old)), WatchlistOptions.read(List.of(now)));
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (json.asked()) {
      json.print(out, difference);
    } else {
      print(difference, out);
    }
    out.flush();
    return 0;
  }

  private static void print(Difference difference, PrintWriter out) {
    difference.added().forEach(one -> line("+ ", one, out));
    difference.delisted().forEach(one -> line("- ", one, out));
    for (Difference.Changed changed : difference.changed()) {
      boolean named = isNamed(changed.reference(), changed.title());
      out.printf(
          "~ %s%s%n", changed.reference(), named ? "  " + Ink.harmless(changed.title()) : "");
      changed.gained().forEach(what -> out.println("    + " + Ink.harmless(what)));
      changed.lost().forEach(what -> out.println("    - " + Ink.harmless(what)));
    }
    out.printf(
        "%d new, %d delisted, %d changed%n",
        difference.added().size(), difference.delisted().size(), difference.changed().size());
  }

  private static void line(String sign, Difference.Item item, PrintWriter out) {
    if (isNamed(item.reference(), item.title())) {
      out.printf("%s%s  %s%n", sign, item.reference(), Ink.harmless(item.title()));
      item.what().forEach(what -> out.println("    " + sign + Ink.harmless(what)));
    } else {
      String kinds =
          item.what().stream()
              .map(what -> what.substring(0, what.indexOf(' ')))
              .collect(Collectors.joining(", "));
      out.printf("%s%s  %s%n", sign, Ink.harmless(item.reference()), kinds);
    }
  }

  /** Whether an item has a title of its own: one of a plain list is referred to by its address. */
  private static boolean isNamed(String reference, String title) {
    return !reference.endsWith(":" + title);
  }
}
