package org.tocsin.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.tocsin.connectors.format.PostFormat;
import org.tocsin.connectors.format.XFormat;
import org.tocsin.connectors.source.FilePostSource;
import org.tocsin.events.PseudonymKey;
import org.tocsin.jobs.MonitorSettings;
import org.tocsin.jobs.MonitorSinks;
import org.tocsin.jobs.MonitorTopology;
import org.tocsin.lexicons.pack.PackSource;

/**
 * The whole job within this process, JSON files in, alerts out, over public posts: against the same
 * graph without lexicons and rules, and against a job that only parses and counts.
 */
final class EndToEndBench {
  private static final int ROUNDS = 3;

  /** Runs before: the JVM compiles for several, and the larger the graph the longer. */
  private static final int WARM_UPS = 3;

  private static final PseudonymKey KEY =
      new PseudonymKey("a key for benches only".getBytes(StandardCharsets.UTF_8));

  private final Path folder;
  private final int posts;
  private final int slots;
  private final PostFormat format = new XFormat();

  private EndToEndBench(Path folder, int posts, int slots) {
    this.folder = folder;
    this.posts = posts;
    this.slots = slots;
  }

  /**
   * Prints the table.
   *
   * @param corpus holds {@code crisislex} and {@code labelled}
   * @param posts drawn from it
   */
  static void run(Path corpus, int posts) throws Exception {
    List<String> texts = Corpus.read(corpus, posts);
    Path folder = Files.createTempDirectory("tocsin-bench");
    try {
      PostFiles.write(texts, folder, 2);
      new EndToEndBench(folder, posts, 2).table(Lexicons.phrases(texts, 10_000));
    } finally {
      for (int file = 0; file < 2; file++) {
        Files.delete(folder.resolve(file + ".jsonl"));
      }
      Files.delete(folder);
    }
  }

  private void table(List<String> phrases) throws Exception {
    AlertsBench.print("%-40s %12s %10s", "job over " + posts + " posts", "posts/CPU-s", "of first");
    double counts = rate(this::countOnly);
    row("parse and count only", counts, counts);
    PackSource shipped = PackSource.builtIn();
    row(
        "the graph, no entries, no rules",
        rate(
            () ->
                monitor(
                    AlertsBench.without(AlertsBench.without(shipped, "rules.yaml"), "entries"))),
        counts);
    row("10,000 entries, no rules", rate(() -> monitor(synthetic(phrases))), counts);
    row(
        "all packs, no rules",
        rate(() -> monitor(AlertsBench.without(shipped, "rules.yaml"))),
        counts);
    row("all packs, all rules", rate(() -> monitor(shipped)), counts);
  }

  private static void row(String name, double rate, double first) {
    AlertsBench.print("%-40s %,12.0f %9.0f%%", name, rate, 100 * rate / first);
  }

  private interface Job {
    StreamExecutionEnvironment build() throws IOException;
  }

  /** The median of a few runs, after those that warm up. */
  private double rate(Job job) throws Exception {
    List<Double> rates = new ArrayList<>();
    for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
      StreamExecutionEnvironment env = job.build();
      long start = AlertsBench.cpuTime();
      env.execute();
      double rate = posts * 1e9 / (AlertsBench.cpuTime() - start);
      if (round >= WARM_UPS) {
        rates.add(rate);
      }
    }
    rates.sort(null);
    return rates.get(ROUNDS / 2);
  }

  private FilePostSource source() {
    return new FilePostSource(
        List.of(folder.toFile()),
        format.framing(),
        PostFiles.START.plus(PostFiles.SPAN).toEpochMilli());
  }

  private StreamExecutionEnvironment countOnly() {
    StreamExecutionEnvironment env = AlertsBench.local(slots);
    env.getConfig().enableObjectReuse();
    source()
        .open(env, new CountOnly(format, KEY), WatermarkStrategy.noWatermarks())
        .sinkTo(new DiscardingSink<>());
    return env;
  }

  private StreamExecutionEnvironment monitor(PackSource packs) {
    StreamExecutionEnvironment env = AlertsBench.local(slots);
    MonitorTopology.build(
        env,
        source(),
        new MonitorSettings(format, KEY, packs, Duration.ofMinutes(2), null, Duration.ofDays(1)),
        new MonitorSinks(new DiscardingSink<>(), null, null, null));
    return env;
  }

  /** Phrases as a pack in the files' form. */
  private static PackSource synthetic(List<String> phrases) {
    StringBuilder entries = new StringBuilder("entries:\n");
    for (int i = 0; i < phrases.size(); i++) {
      entries
          .append("- {id: bench.e%d, match: [\"%s\"], ".formatted(i, phrases.get(i)))
          .append("languages: [en], category: arms, severity: P3, weight: 0.5, status: active, ")
          .append("meaning: synthetic, source: synthetic, benign: [synthetic], ")
          .append("added: 2026-01-01, review_by: 2027-01-01}\n");
    }
    String pack =
        """
        id: bench
        version: "1"
        title: "Bench"
        languages: [en]
        owner: bench
        licence: Apache-2.0
        sources: ["synthetic"]
        review_by: 2027-01-01
        """;
    return new PackSource(
        new TreeMap<>(Map.of("bench/pack.yaml", pack, "bench/entries.yaml", entries.toString())));
  }
}
