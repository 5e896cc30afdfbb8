package org.tocsin.jobs;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import org.apache.flink.client.program.ProgramParametrizationException;
import org.jspecify.annotations.Nullable;
import org.tocsin.jobs.options.CommandRunner;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Entry of the jar: the first argument names the job. */
@Command(
    name = "tocsin.jar",
    mixinStandardHelpOptions = true,
    description = "Jobs to submit: flink run tocsin.jar JOB OPTIONS",
    synopsisSubcommandLabel = "JOB",
    subcommands = {MonitorJob.class, DetectJob.class, AlertJob.class, FinancingJob.class})
public final class Main implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    throw new ParameterException(
        command, "Which job? There are: " + command.getSubcommands().keySet());
  }

  /**
   * Runs a job. Within {@code flink run} a failure ends the client with exit code 1 or 2; on a
   * JobManager, which must not be ended, it is a {@link ProgramParametrizationException}, of which
   * Flink shows the message alone.
   */
  public static void main(String[] args) {
    StringWriter told = new StringWriter();
    CommandLine command = CommandRunner.prepare(new CommandLine(new Main()));
    command.setErr(new PrintWriter(told, true));
    int exitCode = command.execute(args);
    if (exitCode == 0) {
      return;
    }
    if (calledByFlinkClient()) {
      System.err.print(told);
      System.exit(exitCode);
    }
    throw new ProgramParametrizationException(told.toString().strip());
  }

  private static boolean calledByFlinkClient() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames.anyMatch(
                    frame ->
                        frame.getClassName().equals("org.apache.flink.client.cli.CliFrontend")));
  }
}
