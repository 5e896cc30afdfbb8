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
import java.util.function.LongSupplier;
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

  /** As many slots read them. */
  private static final int FILES = 2;

  static final PseudonymKey KEY =
      new PseudonymKey("a key for benches only".getBytes(StandardCharsets.UTF_8));

  private final Path folder;
  private final Path none;
  private final int posts;
  private final int slots;
  private final PostFormat format = new XFormat();

  /**
   * A bench of one number of slots.
   *
   * @param folder of the files of posts
   * @param none of as many files without any
   */
  EndToEndBench(Path folder, Path none, int posts, int slots) {
    this.folder = folder;
    this.none = none;
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
    withFiles(
        texts,
        (folder, none) ->
            new EndToEndBench(folder, none, posts, FILES).table(Lexicons.phrases(texts, 10_000)));
  }

  /** Something to do with files of posts and as many without any. */
  interface WithFiles {
    void run(Path folder, Path none) throws Exception;
  }

  /** Writes the files, and deletes them when it is done. */
  static void withFiles(List<String> texts, WithFiles bench) throws Exception {
    Path folder = Files.createTempDirectory("tocsin-bench");
    Path none = Files.createTempDirectory("tocsin-bench-none");
    try {
      PostFiles.write(texts, folder, FILES);
      PostFiles.write(List.of(), none, FILES);
      bench.run(folder, none);
    } finally {
      for (Path written : List.of(folder, none)) {
        for (int file = 0; file < FILES; file++) {
          Files.deleteIfExists(written.resolve(file + ".jsonl"));
        }
        Files.delete(written);
      }
    }
  }

  private void table(List<String> phrases) throws Exception {
    AlertsBench.print(
        "%-40s %12s %12s %9s",
        "job over " + posts + " posts", "posts/CPU-s", "once started", "of first");
    Rate counts = rate(this::countOnly);
    row("parse and count only", counts, counts);
    PackSource shipped = PackSource.builtIn();
    row(
        "the graph, no entries, no rules",
        rate(
            files ->
                monitor(
                    files,
                    AlertsBench.without(AlertsBench.without(shipped, "rules.yaml"), "entries"))),
        counts);
    row("10,000 entries, no rules", rate(files -> monitor(files, synthetic(phrases))), counts);
    row(
        "all packs, no rules",
        rate(files -> monitor(files, AlertsBench.without(shipped, "rules.yaml"))),
        counts);
    row("all packs, all rules", rate(files -> monitor(files, shipped)), counts);
  }

  private static void row(String name, Rate rate, Rate first) {
    AlertsBench.print(
        "%-40s %,12.0f %12s %8.0f%%",
        name, rate.whole, rate.startedOrNone(), 100 * rate.whole / first.whole);
  }

  /**
   * Posts per second, of processor time or of the clock.
   *
   * @param whole of the whole run, the start of a cluster in this process with it
   * @param started without what the same job takes that is given no posts: a stream starts once
   */
  record Rate(double whole, double started) {
    /** A dash where starting took most of the time: too few posts to tell. */
    String startedOrNone() {
      return started > 0 && started < 2 * whole ? "%,.0f".formatted(started) : "-";
    }
  }

  private interface Job {
    StreamExecutionEnvironment build(Path posts) throws IOException;
  }

  /** All packs, all rules: posts per second of the clock. */
  Rate elapsed() throws Exception {
    return rate(files -> monitor(files, PackSource.builtIn()), System::nanoTime);
  }

  private Rate rate(Job job) throws Exception {
    return rate(job, AlertsBench::cpuTime);
  }

  /** The medians of a few runs, after those that warm up. */
  private Rate rate(Job job, LongSupplier clock) throws Exception {
    List<Double> full = new ArrayList<>();
    List<Double> idle = new ArrayList<>();
    for (int round = 0; round < AlertsBench.WARM_UPS; round++) {
      double unused = nanos(job, folder, clock);
    }
    for (int round = 0; round < ROUNDS; round++) {
      full.add(nanos(job, folder, clock));
      idle.add(nanos(job, none, clock));
    }
    full.sort(null);
    idle.sort(null);
    double whole = full.get(ROUNDS / 2);
    return new Rate(posts * 1e9 / whole, posts * 1e9 / (whole - idle.get(ROUNDS / 2)));
  }

  private static double nanos(Job job, Path posts, LongSupplier clock) throws Exception {
    StreamExecutionEnvironment env = job.build(posts);
    long start = clock.getAsLong();
    env.execute();
    return clock.getAsLong() - start;
  }

  private FilePostSource source(Path posts) {
    return new FilePostSource(
        List.of(posts.toFile()),
        format.framing(),
        PostFiles.START.plus(PostFiles.SPAN).toEpochMilli());
  }

  private StreamExecutionEnvironment countOnly(Path files) {
    StreamExecutionEnvironment env = AlertsBench.local(slots);
    env.getConfig().enableObjectReuse();
    source(files)
        .open(env, new CountOnly(format, KEY), WatermarkStrategy.noWatermarks())
        .sinkTo(new DiscardingSink<>());
    return env;
  }

  private StreamExecutionEnvironment monitor(Path files, PackSource packs) {
    StreamExecutionEnvironment env = AlertsBench.local(slots);
    MonitorTopology.build(
        env,
        source(files),
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
