package org.tocsin.cli.watchlist;

import java.nio.file.Path;
import java.util.List;
import org.tocsin.jobs.options.WatchlistOptions;
import org.tocsin.lexicons.watchlist.Watchlist;
import picocli.CommandLine.Option;

/** Which watchlist a command is about. */
final class WatchlistFiles {
  @Option(
      names = "--watchlist",
      required = true,
      split = ",",
      paramLabel = "FILE",
      description = "A file that watchlist import has written; several are taken together.")
  private List<Path> files = List.of();

  Watchlist read() {
    return WatchlistOptions.read(files);
  }
}
