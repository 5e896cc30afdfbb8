package org.tocsin.cli.watchlist;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.watchlist.Watchlist;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells whether a watchlist is whole, and what it holds. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Tells whether a watchlist is whole and of this version, and what it holds.")
public final class CheckCommand implements Callable<Integer> {
  @Mixin private WatchlistFiles files = new WatchlistFiles();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Watchlist list = files.read();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (json.asked()) {
      json.print(out, Contents.of(list));
    } else {
      Contents.of(list).print(out);
    }
    out.flush();
    return 0;
  }
}
