package org.tocsin.jobs.options;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.lexicons.pack.Durations;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs picocli commands: all mistakes of a command line at once, no stack traces, exit codes 0, 1
 * and 2.
 */
public final class CommandRunner {
  /** The command did not do what it was asked. */
  public static final int FAILURE = 1;

  /** The command line is wrong. */
  public static final int USAGE = 2;

  private CommandRunner() {}

  /** Sets up a command and all its sub-commands. */
  public static CommandLine prepare(CommandLine command) {
    command.registerConverter(Duration.class, new DurationConverter());
    command.setExecutionStrategy(CommandRunner::execute);
    command.setParameterExceptionHandler(
        (e, args) -> {
          e.getCommandLine().getErr().print(told(e));
          e.getCommandLine().getErr().flush();
          return USAGE;
        });
    command.setExecutionExceptionHandler(
        (e, failed, parsed) -> {
          failed
              .getErr()
              .println(
                  e instanceof CommandFailedException
                      ? e.getMessage()
                      : "failed: " + CommandFailedException.rootMessage(e));
          failed.getErr().flush();
          return e instanceof WrongUsageException ? USAGE : FAILURE;
        });
    collectErrors(command);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    return command;
  }

  private static void collectErrors(CommandLine command) {
    command.getCommandSpec().parser().collectErrors(true);
    command.getSubcommands().values().forEach(CommandRunner::collectErrors);
  }

  private static int execute(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    CommandLine command = last.commandSpec().commandLine();
    for (ParseResult level = parsed;
        level != null;
        level = level.hasSubcommand() ? level.subcommand() : null) {
      if (level.isUsageHelpRequested() || level.isVersionHelpRequested()) {
        return new CommandLine.RunLast().execute(parsed);
      }
    }
    List<Exception> errors = allErrors(parsed);
    if (errors.isEmpty()) {
      return new CommandLine.RunLast().execute(parsed);
    }
    PrintWriter err = command.getErr();
    errors.stream().map(CommandRunner::told).distinct().forEach(err::print);
    err.printf("Try '%s --help'.%n", command.getCommandSpec().qualifiedName());
    err.flush();
    return USAGE;
  }

  private static List<Exception> allErrors(ParseResult parsed) {
    List<Exception> errors = new ArrayList<>();
    for (ParseResult level = parsed;
        level != null;
        level = level.hasSubcommand() ? level.subcommand() : null) {
      errors.addAll(level.errors());
    }
    return errors;
  }

  private static String told(Exception e) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.println(e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched) {
      UnmatchedArgumentException.printSuggestions(unmatched, out);
    }
    return text.toString();
  }

  private static final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return Durations.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "'%s' is not a duration such as 90s, 10m, 1h or 1d".formatted(text));
      }
    }
  }
}
