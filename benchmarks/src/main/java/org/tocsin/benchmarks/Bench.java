package org.tocsin.benchmarks;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.jobs.options.CommandRunner;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./tocsin bench}: measures, prints tables, asserts nothing. */
@Command(
    name = "tocsin bench",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "WHAT",
    description = "Measures on this machine and prints a table. Trust the ratios, not the digits.")
public final class Bench implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    throw new ParameterException(
        command, "Which bench? There are: " + String.join(", ", command.getSubcommands().keySet()));
  }

  @Command(
      name = "match",
      mixinStandardHelpOptions = true,
      description = {
        "The matcher at 1,000, 10,000 and 100,000 entries against Lucene Monitor, a double-array Aho-Corasick and",
        "java.util.regex: one thread, posts per CPU-second. Takes about half an hour with the peers."
      })
  int match(
      @Mixin CorpusOption corpus,
      @Option(names = "--alone", description = "Leave the peers out.") boolean alone)
      throws IOException {
    MatchBench.run(corpus.folder(), !alone);
    return 0;
  }

  @Command(
      name = "observables",
      mixinStandardHelpOptions = true,
      description = {
        "The extractor of observables alone: one thread, posts per CPU-second, on posts as they are and with an",
        "address in each. Takes about a minute."
      })
  int observables(@Mixin CorpusOption corpus) throws IOException {
    ObservablesBench.run(corpus.folder());
    return 0;
  }

  @Command(
      name = "alerts",
      mixinStandardHelpOptions = true,
      description = {
        "What alert rules cost the whole job, over synthetic posts: all shipped rules against the matcher alone and",
        "against neither. Takes about two minutes.",
        "With --growth: how the cost of the half that alerts grows with rules, and with groups that are live at once.",
        "Takes about five minutes; a million groups want TOCSIN_JVM_OPTS=-Xmx8g."
      })
  int alerts(
      @Option(
              names = "--posts",
              defaultValue = "400000",
              paramLabel = "N",
              description = "How many posts. Default: ${DEFAULT-VALUE}")
          int posts,
      @Option(
              names = "--growth",
              description = "0 to 100 rules and 1,000 to 1,000,000 groups instead.")
          boolean growth)
      throws Exception {
    if (growth) {
      RuleGrowth.run();
    } else {
      AlertsBench.run(posts);
    }
    return 0;
  }

  @Command(
      name = "end-to-end",
      mixinStandardHelpOptions = true,
      description = {
        "The whole job within this process, JSON files in, alerts out, over public posts, against a job that only",
        "parses and counts. Takes about a quarter of an hour.",
        "With --growth: one slot on one processor against two slots on two instead; needs Linux and taskset.",
        "With --cluster: over a broker, a JobManager and a TaskManager that are processes of their own, exactly-once:",
        "posts per second and CPU-second, growth from one slot to two, cost, latency at half the load; with --price,",
        "--checkpoint-interval and --rate. Run it in a clone of the repository: the launcher builds the system tests for it."
      })
  int endToEnd(
      @Mixin CorpusOption corpus,
      @Option(
              names = "--posts",
              defaultValue = "1000000",
              paramLabel = "N",
              description = "How many posts. Default: ${DEFAULT-VALUE}")
          int posts,
      @Option(names = "--growth", description = "From one slot and processor to two instead.")
          boolean growth)
      throws Exception {
    if (growth) {
      Growth.run(corpus.folder(), posts);
    } else {
      EndToEndBench.run(corpus.folder(), posts);
    }
    return 0;
  }

  /** Runs a bench and exits with its code. */
  public static void main(String[] args) {
    System.exit(CommandRunner.prepare(new CommandLine(new Bench())).execute(args));
  }
}
