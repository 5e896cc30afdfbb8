package org.tocsin.jobs.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.watchlist.Watchlist;
import picocli.CommandLine.Option;

/** Which watchlists to look for. */
public final class WatchlistOptions {
  @Option(
      names = "--watchlist",
      split = ",",
      paramLabel = "FILE",
      description =
          "Watchlists (./tocsin watchlist import): a listed wallet or account in a post is a signal of financing, whatever"
              + " else it says.")
  private List<Path> files = List.of();

  /**
   * All of them as one; null when none is given.
   *
   * @throws CommandFailedException with all that is wrong with all files
   */
  public @Nullable Watchlist read() {
    return files.isEmpty() ? null : read(files);
  }

  /**
   * Watchlists as one.
   *
   * @throws CommandFailedException with all that is wrong with all files
   */
  public static Watchlist read(List<Path> files) {
    List<Watchlist> lists = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path file : files) {
      try {
        if (Files.isRegularFile(file)) {
          lists.add(Watchlist.open(file));
        } else {
          problems.add(file + ": there is no such file");
        }
      } catch (IOException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    if (!problems.isEmpty()) {
      throw new CommandFailedException(String.join(System.lineSeparator(), problems));
    }
    return Watchlist.union(lists);
  }
}
