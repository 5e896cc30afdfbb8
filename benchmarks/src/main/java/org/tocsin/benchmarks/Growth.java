package org.tocsin.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.benchmarks.EndToEndBench.Rate;
import org.tocsin.jobs.options.CommandFailedException;

/**
 * The whole job with one slot on one processor against two slots on two, each in a JVM that is
 * pinned to them: unpinned, one slot's compiler, collector and other threads fill the second
 * processor.
 */
final class Growth {
  private Growth() {}

  /** Prints the table. */
  static void run(Path corpus, int posts) throws Exception {
    if (Runtime.getRuntime().availableProcessors() < 2) {
      throw new CommandFailedException("growth needs two processors; this process may use one");
    }
    EndToEndBench.withFiles(
        Corpus.read(corpus, posts),
        (folder, none) -> {
          AlertsBench.print(
              "%-40s %12s %12s", "job over " + posts + " posts", "posts/s", "once started");
          Rate one = row("1 slot, pinned to processor 0", pinned("0", folder, none, posts, 1));
          Rate two =
              row("2 slots, pinned to processors 0 and 1", pinned("0,1", folder, none, posts, 2));
          boolean told = !one.startedOrNone().equals("-") && !two.startedOrNone().equals("-");
          AlertsBench.print(
              "%-40s %12.2f %12s",
              "growth",
              two.whole() / one.whole(),
              told ? "%.2f".formatted(two.started() / one.started()) : "-");
        });
  }

  private static Rate row(String name, Rate rate) {
    AlertsBench.print("%-40s %,12.0f %12s", name, rate.whole(), rate.startedOrNone());
    return rate;
  }

  private static Rate pinned(String processors, Path folder, Path none, int posts, int slots)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("taskset", "-c", processors));
    command.add(System.getProperty("java.home") + "/bin/java");
    RuntimeMXBean here = ManagementFactory.getRuntimeMXBean();
    command.addAll(here.getInputArguments());
    command.addAll(List.of("-cp", here.getClassPath(), Growth.class.getName()));
    command.addAll(
        List.of(
            folder.toString(), none.toString(), Integer.toString(posts), Integer.toString(slots)));
    Process child;
    try {
      child = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new CommandFailedException(
          "cannot pin a process to processors: growth needs Linux and taskset (Debian: util-linux): "
              + e.getMessage());
    }
    String out = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (child.waitFor() != 0) {
      throw new CommandFailedException(
          "the run with %d slots ended with %d: %s".formatted(slots, child.exitValue(), out));
    }
    String[] rates = out.lines().reduce("", (before, line) -> line).split(" ", -1);
    return new Rate(Double.parseDouble(rates[0]), Double.parseDouble(rates[1]));
  }

  /** The pinned process: prints posts a second, of whole runs and once started. */
  public static void main(String[] args) throws Exception {
    EndToEndBench bench =
        new EndToEndBench(
            Path.of(args[0]),
            Path.of(args[1]),
            Integer.parseInt(args[2]),
            Integer.parseInt(args[3]));
    Rate rate = bench.elapsed();
    System.out.println(rate.whole() + " " + rate.started());
  }
}
