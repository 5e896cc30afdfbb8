package org.tocsin.cli.observables;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.cli.card.ObservableLine;
import org.tocsin.events.Observable;
import org.tocsin.jobs.options.WatchlistOptions;
import org.tocsin.lexicons.observable.ObservableExtractor;
import org.tocsin.lexicons.watchlist.Watchlist;
import org.tocsin.lexicons.watchlist.WatchlistMatcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the observables of a text. */
@Command(
    name = "find",
    mixinStandardHelpOptions = true,
    description =
        "Shows what is found in a text: kind, value, span, whether a checksum holds, what lists it.")
public final class FindCommand implements Callable<Integer> {
  @Parameters(paramLabel = "TEXT", description = "The text.")
  private String text = "";

  @Mixin private WatchlistOptions watchlists = new WatchlistOptions();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<Observable> found = found(watchlists.read());
    found.forEach(observable -> out.println(ObservableLine.whole(observable)));
    if (found.isEmpty()) {
      out.println("Nothing found.");
    }
    out.flush();
    return 0;
  }

  private List<Observable> found(@Nullable Watchlist watchlist) {
    if (watchlist == null) {
      return new ObservableExtractor().extract(text, Integer.MAX_VALUE);
    }
    WatchlistMatcher matcher = watchlist.newMatcher();
    matcher.values(text, (entry, start, end, how) -> {});
    return matcher.observables(Integer.MAX_VALUE);
  }
}
