package org.tocsin.cli.demo;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.tocsin.cli.LocalKey;
import org.tocsin.cli.card.AlertCard;
import org.tocsin.cli.card.Ink;
import org.tocsin.connectors.format.PostFormat;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.jobs.options.FormatOptions;
import org.tocsin.jobs.options.PackOptions;
import org.tocsin.jobs.options.WrongUsageException;
import org.tocsin.lexicons.pack.PackSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Everything in one process, on synthetic posts or on a file of yours. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Starts a Kafka broker, Flink with its web UI and the monitor job in this process, replays posts at an accelerated clock,",
      "and prints each alert as a card. Without --posts: the synthetic samples. Ends on Ctrl-C."
    })
public final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--posts",
      paramLabel = "FILE",
      description = "Replay this file, in order of its times, instead of the samples.")
  private @Nullable Path posts;

  @Mixin private FormatOptions format = new FormatOptions();
  @Mixin private PackOptions packs = new PackOptions();

  @Option(
      names = "--replay-time",
      defaultValue = "20s",
      paramLabel = "DURATION",
      description =
          "How long the replay takes, whatever time the posts span. Default: ${DEFAULT-VALUE}")
  private Duration replayTime = Duration.ZERO;

  @Option(
      names = "--ui-port",
      defaultValue = "8081",
      paramLabel = "PORT",
      description =
          "Where Flink's web UI listens; the next free one when it is taken. Default: ${DEFAULT-VALUE}")
  private int uiPort;

  @Option(
      names = "--once",
      description = "Exit when the replay is done, instead of staying up until Ctrl-C.")
  private boolean once;

  @Mixin private LocalKey key = new LocalKey();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    List<String> mistakes = new ArrayList<>();
    PostFormat postFormat = format.read(posts == null ? "tocsin" : null, mistakes);
    Path file = posts == null ? samples() : posts;
    if (!Files.isRegularFile(file)) {
      mistakes.add("--posts " + file + ": there is no such file");
    }
    if (uiPort < 1 || uiPort > 65535) {
      mistakes.add("--ui-port %d: expected a port from 1 to 65535".formatted(uiPort));
    }
    if (!mistakes.isEmpty() || postFormat == null) {
      throw new WrongUsageException(mistakes);
    }
    PackSource packSource = packs.read();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (DemoStack stack = DemoStack.start(postFormat, key.read(), packSource, uiPort)) {
      out.printf(
          "Kafka     %s, topics %s%n", stack.bootstrap(), String.join(" ", DemoStack.TOPICS));
      out.printf("Flink UI  %s%n", stack.uiAddress());
      out.printf("Replay    %s over %d s%n%n", file, replayTime.toSeconds());
      out.flush();
      AlertCard card = new AlertCard(Ink.auto());
      String totals =
          stack.replay(
              TimedRecords.read(file, postFormat),
              replayTime,
              alert -> show(out, card.draw(alert)));
      out.printf("Replay done.%n%s", totals);
      if (!once) {
        out.println("Broker and Flink UI stay up. Ctrl-C ends.");
        out.flush();
        new CountDownLatch(1).await();
      }
      out.flush();
    }
    return 0;
  }

  private static void show(PrintWriter out, String card) {
    // The progress bar, when there is one, stands on the current line of the terminal.
    out.print(Ink.auto() == Ink.COLOUR ? "\r\u001b[K" + card : card);
    out.println();
    out.flush();
  }

  private static Path samples() {
    String home = System.getProperty("tocsin.home");
    if (home == null) {
      throw new CommandFailedException(
          "no samples: start by ./tocsin, or give --posts FILE --format FORMAT");
    }
    return Path.of(home, "samples", "posts.jsonl");
  }
}
