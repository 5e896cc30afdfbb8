package org.tocsin.cli;

import java.util.concurrent.Callable;
import org.tocsin.jobs.options.CommandFailedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stands here for {@code --help}: the launcher runs it with the system tests. */
@Command(
    name = "soak",
    mixinStandardHelpOptions = true,
    description = {
      "Kills, cuts off and rescales a real broker and cluster at random, then prints the ledger:",
      "every record accounted for, every alert as undisturbed, or the exit code is not 0."
    })
public final class SoakCommand implements Callable<Integer> {
  @Option(
      names = "--minutes",
      defaultValue = "10",
      paramLabel = "N",
      description = "How long. Default: ${DEFAULT-VALUE}")
  private int minutes;

  @Override
  public Integer call() {
    throw new CommandFailedException(
        "run ./tocsin soak --minutes %d in a clone of the repository".formatted(minutes));
  }
}
