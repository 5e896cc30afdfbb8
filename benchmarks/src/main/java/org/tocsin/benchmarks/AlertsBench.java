package org.tocsin.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.tocsin.connectors.format.TocsinFormat;
import org.tocsin.connectors.source.FilePostSource;
import org.tocsin.events.Json;
import org.tocsin.events.Post;
import org.tocsin.events.PseudonymKey;
import org.tocsin.jobs.MonitorSettings;
import org.tocsin.jobs.MonitorSinks;
import org.tocsin.jobs.MonitorTopology;
import org.tocsin.lexicons.pack.Example;
import org.tocsin.lexicons.pack.Pack;
import org.tocsin.lexicons.pack.PackException;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.pack.Packs;

/**
 * What alert rules cost the whole job: the same synthetic posts through the shipped topology with
 * all rules, with the matcher alone, and with neither. Posts of the last two days of a week, one in
 * twenty with a text of the packs' examples.
 */
final class AlertsBench {
  /** Runs before: the JVM still compiles in the seventh, and a job runs for days. */
  static final int WARM_UPS = 8;

  private static final int ROUNDS = 3;
  private static final int PARALLELISM = 2;
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final String QUIET =
      "the weather by the sea is fine today and the ferry is on time";

  private final Path folder;
  private final int posts;

  private AlertsBench(Path folder, int posts) {
    this.folder = folder;
    this.posts = posts;
  }

  /** Prints the table. */
  static void run(int posts) throws Exception {
    Path folder = Files.createTempDirectory("tocsin-bench");
    AlertsBench bench = new AlertsBench(folder, posts);
    bench.write();
    PackSource shipped = PackSource.builtIn();
    PackSource noRules = without(shipped, "rules.yaml");
    PackSource nothing = without(noRules, "entries");
    print("%-40s %12s %10s", "job over " + posts + " posts", "posts/CPU-s", "of neither");
    double none = bench.rate(nothing);
    row("no-op matcher, no rules", none, none);
    double matcher = bench.rate(noRules);
    row("all packs, no rules", matcher, none);
    double all = bench.rate(shipped);
    row("all packs, all rules", all, none);
    print("rules take %.1f %% of what the matcher alone reaches", 100 - 100 * all / matcher);
  }

  private static void row(String name, double rate, double none) {
    print("%-40s %,12.0f %9.0f%%", name, rate, 100 * rate / none);
  }

  /** The median of a few runs, after those that warm up. */
  private double rate(PackSource packs) throws Exception {
    List<Double> rates = new ArrayList<>();
    for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
      double rate = once(packs);
      if (round >= WARM_UPS) {
        rates.add(rate);
      }
    }
    rates.sort(null);
    return rates.get(ROUNDS / 2);
  }

  private double once(PackSource packs) throws Exception {
    StreamExecutionEnvironment env = local(PARALLELISM);
    TocsinFormat format = new TocsinFormat();
    MonitorTopology.build(
        env,
        new FilePostSource(
            List.of(folder.toFile()),
            format.framing(),
            START.plusSeconds(1_000_000).toEpochMilli()),
        new MonitorSettings(
            format,
            new PseudonymKey("a key for benches only".getBytes(StandardCharsets.UTF_8)),
            packs,
            Duration.ofMinutes(2),
            null,
            Duration.ofDays(1)),
        new MonitorSinks(new DiscardingSink<>(), null, null, null));
    long start = cpuTime();
    env.execute();
    return posts * 1e9 / (cpuTime() - start);
  }

  /** Of all threads of this process, in nanoseconds: other work on the machine does not count. */
  static long cpuTime() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  static StreamExecutionEnvironment local(int parallelism) {
    return StreamExecutionEnvironment.createLocalEnvironment(
        parallelism, new Configuration().set(RestartStrategyOptions.RESTART_STRATEGY, "none"));
  }

  private void write() throws IOException, PackException {
    List<String> texts = new ArrayList<>();
    for (Pack pack : Packs.parse(PackSource.builtIn())) {
      pack.examples().stream().filter(e -> !e.noMatch()).map(Example::text).forEach(texts::add);
    }
    Random random = new Random(17);
    int files = PARALLELISM;
    for (int file = 0; file < files; file++) {
      try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(file + ".jsonl"))) {
        for (int i = file; i < posts; i += files) {
          String text =
              random.nextInt(20) == 0 ? texts.get(random.nextInt(texts.size())) : QUIET + " " + i;
          out.write(line(i, text, random));
          out.newLine();
        }
      }
    }
  }

  private String line(int i, String text, Random random) {
    Instant at = START.plusMillis(i * (Duration.ofDays(2).toMillis() / posts));
    Post post =
        new Post(
            "x:" + i,
            random.nextInt(3) == 0 ? "mastodon" : "x",
            "author" + random.nextInt(1 + posts / 10),
            random.nextBoolean() ? null : "room" + random.nextInt(1_000),
            text,
            "en",
            at,
            null,
            at,
            List.of("https://site" + random.nextInt(10_000) + ".example/a"),
            List.of(),
            List.of(),
            null,
            null,
            List.of());
    return new String(Json.write(post), StandardCharsets.UTF_8);
  }

  static PackSource without(PackSource packs, String files) {
    TreeMap<String, String> kept = new TreeMap<>(packs.files());
    kept.keySet().removeIf(path -> path.substring(path.lastIndexOf('/') + 1).startsWith(files));
    kept.keySet().removeIf(path -> path.endsWith("examples.yaml"));
    return new PackSource(kept);
  }

  static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
