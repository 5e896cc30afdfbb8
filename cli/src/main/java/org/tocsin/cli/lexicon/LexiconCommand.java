package org.tocsin.cli.lexicon;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of a lexicon keeper's commands. */
@Command(
    name = "lexicon",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Checks, tests, explains and measures lexicon packs.",
    subcommands = {
      CheckCommand.class,
      ExamplesCommand.class,
      ExplainCommand.class,
      EvaluateCommand.class,
      SearchCommand.class,
      ShowCommand.class,
      StatsCommand.class,
      TryCommand.class,
      DiffCommand.class,
      CompileCommand.class,
      ImportCommand.class,
      ExportCommand.class
    })
public final class LexiconCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    throw new ParameterException(
        command,
        "Which command? There are: " + String.join(", ", command.getSubcommands().keySet()));
  }
}
