package org.tocsin.cli.alerts;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of an analyst's commands. */
@Command(
    name = "alerts",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Shows alerts and takes verdicts about them, from Kafka or a file of JSON lines.",
    subcommands = {ListCommand.class, TailCommand.class, ShowCommand.class, VerdictCommand.class})
public final class AlertsCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    throw new ParameterException(
        command,
        "Which command? There are: " + String.join(", ", command.getSubcommands().keySet()));
  }
}
