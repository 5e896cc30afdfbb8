package org.tocsin.cli.watchlist;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the commands about watchlists. */
@Command(
    name = "watchlist",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Makes, compares and searches watchlists of listed holders, wallets and names.",
    subcommands = {
      ImportCommand.class,
      CheckCommand.class,
      DiffCommand.class,
      SearchCommand.class,
      ShowCommand.class
    })
public final class WatchlistCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    throw new ParameterException(
        command,
        "Which command? There are: " + String.join(", ", command.getSubcommands().keySet()));
  }
}
