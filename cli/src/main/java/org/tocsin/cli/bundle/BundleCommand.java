package org.tocsin.cli.bundle;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the commands about published bundles. */
@Command(
    name = "bundle",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Publishes lexicon bundles and watchlists to running jobs; lists, rolls back, says what runs.",
    subcommands = {
      PublishCommand.class,
      ListCommand.class,
      RollbackCommand.class,
      StatusCommand.class
    })
public final class BundleCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    throw new ParameterException(
        command,
        "Which command? There are: " + String.join(", ", command.getSubcommands().keySet()));
  }
}
