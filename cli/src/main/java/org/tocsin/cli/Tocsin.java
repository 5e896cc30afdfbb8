package org.tocsin.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.cli.alerts.AlertsCommand;
import org.tocsin.cli.alerts.GraphCommand;
import org.tocsin.cli.baseline.BaselineCommand;
import org.tocsin.cli.bundle.BundleCommand;
import org.tocsin.cli.cluster.DoctorCommand;
import org.tocsin.cli.demo.DemoCommand;
import org.tocsin.cli.lexicon.LexiconCommand;
import org.tocsin.cli.observables.ObservablesCommand;
import org.tocsin.cli.watchlist.WatchlistCommand;
import org.tocsin.jobs.options.CommandRunner;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of all commands. */
@Command(
    name = "tocsin",
    mixinStandardHelpOptions = true,
    version = "tocsin 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Watches public posts for signs of online radicalization and raises alerts for people to"
            + " review.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "1:failed", "2:wrong command line"},
    subcommands = {
      DemoCommand.class,
      MonitorCommand.class,
      MatchCommand.class,
      LexiconCommand.class,
      AlertsCommand.class,
      GraphCommand.class,
      BaselineCommand.class,
      ObservablesCommand.class,
      WatchlistCommand.class,
      BundleCommand.class,
      DoctorCommand.class,
      TestCommand.class,
      SoakCommand.class,
      BenchCommand.class
    })
public final class Tocsin implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    throw new ParameterException(
        command,
        "Which command? There are: " + String.join(", ", command.getSubcommands().keySet()));
  }

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    System.exit(CommandRunner.prepare(new CommandLine(new Tocsin())).execute(args));
  }
}
