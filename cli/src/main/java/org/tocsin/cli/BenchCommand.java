package org.tocsin.cli;

import java.util.concurrent.Callable;
import org.tocsin.jobs.options.CommandFailedException;
import picocli.CommandLine.Command;

/** Stands here for {@code --help}: the launcher runs benches with their own class path. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description =
        "Measures on this machine and prints a table: bench match, bench alerts, bench observables.")
public final class BenchCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new CommandFailedException("run benches by ./tocsin bench, in a clone of the repository");
  }
}
