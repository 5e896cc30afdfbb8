package org.tocsin.cli.baseline;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.jobs.options.WrongUsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws series with known bursts and prints how they were told. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Draws groups of posts with days, weekends, drift and overdispersion; each has one burst."
          + " Prints how many bursts the baselines tell, how soon, and how many false alerts they"
          + " give.",
      "The same seeds give the same figures. A burst begins where it is expected to bring at least"
          + " --least-posts posts a window; it counts when a window that ends in its first two"
          + " panes held as many."
    })
final class SimulateCommand implements Callable<Integer> {
  @Option(
      names = "--seeds",
      split = ",",
      defaultValue = "1,2,3",
      paramLabel = "N",
      description = "One run for each seed. Default: ${DEFAULT-VALUE}")
  private List<Long> seeds = List.of();

  @Option(
      names = "--factors",
      split = ",",
      defaultValue = "2,3,4,6,10",
      paramLabel = "X",
      description = "How many times the usual a burst is. Default: ${DEFAULT-VALUE}")
  private List<Double> factors = List.of();

  @Option(
      names = "--groups",
      defaultValue = "200",
      paramLabel = "N",
      description = "Groups watched together. Default: ${DEFAULT-VALUE}")
  private int groups;

  @Option(
      names = "--learn",
      defaultValue = "4",
      paramLabel = "WEEKS",
      description = "Weeks of history before the first test. Default: ${DEFAULT-VALUE}")
  private int learned;

  @Option(
      names = "--test",
      defaultValue = "4",
      paramLabel = "WEEKS",
      description = "Weeks tested. Default: ${DEFAULT-VALUE}")
  private int tested;

  @Option(
      names = "--pane",
      defaultValue = "1h",
      paramLabel = "DURATION",
      description = "Time between tests; divides an hour. Default: ${DEFAULT-VALUE}")
  private Duration pane = Duration.ZERO;

  @Option(
      names = "--window",
      defaultValue = "1h",
      paramLabel = "DURATION",
      description = "What a test counts: a whole number of panes. Default: ${DEFAULT-VALUE}")
  private Duration window = Duration.ZERO;

  @Option(
      names = "--dispersion",
      defaultValue = "0.05",
      paramLabel = "X",
      description =
          "Of the series: variance = mean + X * mean^2; 0 is Poisson. Default: ${DEFAULT-VALUE}")
  private double dispersion;

  @Option(
      names = "--burst",
      defaultValue = "3h",
      paramLabel = "DURATION",
      description = "How long a burst lasts. Default: ${DEFAULT-VALUE}")
  private Duration burst = Duration.ZERO;

  @Option(
      names = "--least-posts",
      defaultValue = "20",
      paramLabel = "N",
      description = "Fewer posts in a window are no alert. Default: ${DEFAULT-VALUE}")
  private int leastPosts;

  @Option(
      names = "--q",
      defaultValue = "0.1",
      paramLabel = "X",
      description =
          "Share of false ones among the alerts of a pane (Benjamini-Hochberg). Default:"
              + " ${DEFAULT-VALUE}")
  private double q;

  @Option(
      names = "--ceiling",
      defaultValue = "0.0002",
      paramLabel = "X",
      description =
          "False alerts per group and hour that a single test may give at most. Default:"
              + " ${DEFAULT-VALUE}")
  private double ceiling;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    check();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.printf(
        "%d groups, %d weeks learned, %d tested; pane %d min, window %d min, dispersion %s, bursts"
            + " of %d min, q %s, ceiling %s%n%n",
        groups,
        learned,
        tested,
        pane.toMinutes(),
        window.toMinutes(),
        dispersion,
        burst.toMinutes(),
        q,
        ceiling);
    out.println(
        "burst  seed  bursts  told  in 2 panes  mean delay  false alerts  per 1,000  per 10,000"
            + " group-hours");
    for (double factor : factors) {
      Score all = new Score();
      for (long seed : seeds) {
        Score score =
            Simulation.run(
                new World(
                    groups,
                    learned,
                    tested,
                    pane,
                    window,
                    dispersion,
                    factor,
                    burst,
                    leastPosts,
                    q,
                    ceiling),
                seed);
        row(out, factor, Long.toString(seed), score);
        all.add(score);
      }
      row(out, factor, "all", all);
    }
    return 0;
  }

  private static void row(PrintWriter out, double factor, String seed, Score score) {
    out.printf(
        "%4.1fx  %4s  %6d  %4.2f  %10.3f  %4.2f panes  %12d  %9.4f  %10.3f%n",
        factor,
        seed,
        score.bursts(),
        score.recall(),
        score.recallSoon(),
        score.delay(),
        score.falseAlerts(),
        score.falseAlertsPer(1_000),
        score.falseAlertsPer(10_000));
    out.flush();
  }

  private void check() {
    List<String> mistakes = new ArrayList<>();
    least(mistakes, "--groups", groups, 1);
    least(mistakes, "--learn", learned, 0);
    least(mistakes, "--test", tested, 1);
    least(mistakes, "--least-posts", leastPosts, 1);
    if (pane.isZero() || Duration.ofHours(1).toMillis() % pane.toMillis() != 0) {
      mistakes.add("--pane: expected a duration that divides an hour, such as 5m or 1h");
    } else if (window.isZero() || window.toMillis() % pane.toMillis() != 0) {
      mistakes.add("--window: expected a whole number of panes");
    } else if (burst.compareTo(pane.multipliedBy(2)) < 0) {
      mistakes.add("--burst: expected at least two panes");
    }
    if (dispersion < 0) {
      mistakes.add("--dispersion %s: expected 0 or more".formatted(dispersion));
    }
    if (!(q > 0 && q < 1)) {
      mistakes.add("--q %s: expected a number between 0 and 1".formatted(q));
    }
    factors.stream()
        .filter(factor -> factor <= 1)
        .forEach(factor -> mistakes.add("--factors %s: expected more than 1".formatted(factor)));
    if (!mistakes.isEmpty()) {
      throw new WrongUsageException(mistakes);
    }
  }

  private static void least(List<String> mistakes, String option, int value, int least) {
    if (value < least) {
      mistakes.add("%s %d: expected at least %d".formatted(option, value, least));
    }
  }
}
