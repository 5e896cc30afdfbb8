package org.tocsin.cli;

import java.util.concurrent.Callable;
import org.tocsin.jobs.options.CommandFailedException;
import picocli.CommandLine.Command;

/**
 * Stands here for {@code --help}: the launcher runs the tests itself, for they need no built CLI.
 */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description =
        "Builds everything and runs all tests, as CI does. Further arguments go to Maven.")
public final class TestCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new CommandFailedException(
        "run the tests by ./tocsin test, in a clone of the repository");
  }
}
