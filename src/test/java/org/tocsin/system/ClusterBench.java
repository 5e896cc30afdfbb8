package org.tocsin.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.tocsin.benchmarks.Corpus;
import org.tocsin.benchmarks.CorpusOption;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./tocsin bench end-to-end --cluster}: the whole job on processes of their own. */
@Command(name = "tocsin bench end-to-end --cluster", mixinStandardHelpOptions = true)
final class ClusterBench implements Callable<Integer> {
  private static final Duration LATENESS = Duration.ofSeconds(2);
  private static final Duration WARM_UP = Duration.ofSeconds(30);
  private static final Duration STEP = Duration.ofSeconds(5);

  /** The longest that a job may take until it no longer lags behind its writer. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Mixin private CorpusOption corpus = new CorpusOption();

  /** Says which bench is meant; the launcher has looked at it. */
  @SuppressWarnings("UnusedVariable")
  @Option(names = "--cluster", required = true, description = "On processes of their own.")
  private boolean cluster;

  @Option(
      names = "--posts",
      defaultValue = "1000000",
      paramLabel = "N",
      description = "How many posts; rates are of the last two thirds. Default: ${DEFAULT-VALUE}")
  private int posts;

  @Option(
      names = "--seconds",
      defaultValue = "90",
      paramLabel = "N",
      description = "How long latency is measured. Default: ${DEFAULT-VALUE}")
  private int seconds;

  @Option(
      names = "--checkpoint-interval",
      defaultValue = "1s",
      paramLabel = "DURATION",
      description =
          "Time between checkpoints: exactly-once readers wait for them. Default: ${DEFAULT-VALUE}")
  private String checkpoints = "";

  @Option(
      names = "--price",
      defaultValue = "0.04",
      paramLabel = "MONEY",
      description = "Of one vCPU for an hour, for the cost per million. Default: ${DEFAULT-VALUE}")
  private double price;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Measures latency alone, at so many posts a second.")
  private int rate;

  /** Where state is. */
  private enum State {
    HEAP("on the heap", ""),
    ROCKSDB("in RocksDB, incremental checkpoints", FlinkCluster.Setup.ROCKSDB);

    private final String words;
    private final String config;

    State(String words, String config) {
      this.words = words;
      this.config = config;
    }
  }

  @Option(
      names = "--state",
      defaultValue = "heap",
      paramLabel = "heap|rocksdb",
      description = "Where state is. Default: ${DEFAULT-VALUE}")
  private State state = State.HEAP;

  private record Stack(Broker broker, FlinkCluster flink, Topics source) {}

  /** Of the last run. */
  private long signals;

  /** Bytes of the newest checkpoint of the last run. */
  private long checkpointed;

  /**
   * What a job reached: a second of the clock, and CPU-seconds of processes for a million posts.
   */
  private record Rate(double perSecond, double cpu, double brokerCpu) {}

  private record Sample(long nanos, long posts, Duration cpu, Duration brokerCpu) {}

  @Override
  public Integer call() throws Exception {
    List<String> texts = Corpus.read(corpus.folder(), posts);
    try (Broker broker = Broker.start();
        FlinkCluster flink = FlinkCluster.start(FlinkCluster.Setup.BENCH.and(state.config))) {
      Topics source = Topics.create(broker, "source");
      Stack on = new Stack(broker, flink, source);
      print("%,d posts of an X stream; a broker, a JobManager and a TaskManager", posts);
      print("exactly-once, a checkpoint every %s, state %s", checkpoints, state.words);
      print("%d processors, which all processes share", Runtime.getRuntime().availableProcessors());
      latency(on, texts, rate > 0 ? rate : rates(on, texts) / 2);
    }
    return 0;
  }

  /** Prints the table of rates and gives the highest of the whole job. */
  private double rates(Stack on, List<String> texts) throws Exception {
    try (Load load = new Load(on.broker, on.source.name(Topics.POSTS), texts)) {
      load.fill();
    }
    print(
        "\n%-32s %10s %12s %16s %16s %14s",
        "job", "posts/s", "posts/CPU-s", "CPU-s/million", "broker's", "cost/million");
    Rate counts = row("parse and count only, 2 slots", counting(on));
    row("no entries, no rules, 2 slots", monitoring(on, "empty", BenchPacks.empty(), 2));
    Rate one = row("all packs, all rules, 1 slot", monitoring(on, "one", BenchPacks.shipped(), 1));
    Rate two = row("all packs, all rules, 2 slots", monitoring(on, "two", BenchPacks.shipped(), 2));
    print(
        "\nthe whole job reaches %.0f %% of what parsing and counting does for its CPU",
        100 * counts.cpu / two.cpu);
    print(
        "1 to 2 slots: %.2f times the posts a second, %.2f times the CPU for a post",
        two.perSecond / one.perSecond, two.cpu / one.cpu);
    print(
        "signals: %.1f for 100 posts; newest checkpoint, with those of a day: %.1f MB",
        100.0 * signals / posts, checkpointed / 1e6);
    print("cost: CPU-seconds of TaskManager and broker at %.3f for a vCPU and hour", price);
    return two.perSecond;
  }

  private Rate row(String name, Rate rate) {
    double cost = (rate.cpu + rate.brokerCpu) / 3600 * price;
    print(
        "%-32s %,10.0f %,12.0f %16.1f %16.1f %14.5f",
        name, rate.perSecond, 1e6 / rate.cpu, rate.cpu, rate.brokerCpu, cost);
    return rate;
  }

  private Rate counting(Stack on) throws Exception {
    Child run =
        on.flink.runCounting(on.broker.bootstrap(), on.source.name(Topics.POSTS), "counting");
    try (Job job = new Job(on.flink, FlinkCluster.jobId(run))) {
      return rate(on, job);
    }
  }

  private Rate monitoring(Stack on, String name, Path packs, int slots) throws Exception {
    try (Topics topics = Topics.create(on.broker, name);
        Job job =
            new Job("monitor", on.flink, on.broker.bootstrap(), topics, name, packs, checkpoints)) {
      job.submit(slots, null, "--format", "x", "--topic", "posts=" + on.source.name(Topics.POSTS));
      Rate rate = rate(on, job);
      signals = job.metric("signals");
      checkpointed =
          on.flink
              .rest()
              .get("/jobs/" + job.id() + "/checkpoints")
              .at("/latest/completed/state_size")
              .asLong();
      return rate;
    }
  }

  /** What a job reaches until it has read all posts. */
  private Rate rate(Stack on, Job job) throws Exception {
    List<Sample> samples = new ArrayList<>();
    long read = 0;
    while (read < posts) {
      TimeUnit.MILLISECONDS.sleep(500);
      if (on.flink.isOver(job.id())) {
        throw new IllegalStateException("the job is over\n" + on.flink.tail());
      }
      read = job.metric("posts");
      samples.add(new Sample(System.nanoTime(), read, on.flink.taskManagerCpu(), on.broker.cpu()));
    }
    Sample from = samples.stream().filter(s -> s.posts >= posts / 3).findFirst().orElseThrow();
    // Of the last the job may have been without work for a while.
    Sample to = samples.get(Math.max(samples.indexOf(from) + 1, samples.size() - 2));
    double million = (to.posts - from.posts) / 1e6;
    return new Rate(
        million * 1e6 / ((to.nanos - from.nanos) / 1e9),
        to.cpu.minus(from.cpu).toMillis() / 1e3 / million,
        to.brokerCpu.minus(from.brokerCpu).toMillis() / 1e3 / million);
  }

  private void latency(Stack on, List<String> texts, double rate) throws Exception {
    try (Topics topics = Topics.create(on.broker, "latency");
        Load load = new Load(on.broker, topics.name(Topics.POSTS), texts);
        Job job =
            new Job(
                "monitor",
                on.flink,
                on.broker.bootstrap(),
                topics,
                "latency",
                BenchPacks.timed(),
                checkpoints)) {
      topics.configure(Topics.SIGNALS, "message.timestamp.type", "LogAppendTime");
      job.submit(2, null, "--format", "x", "--lateness", LATENESS.toSeconds() + "s");
      Latencies latencies = new Latencies(on.broker, topics, LATENESS.toMillis());
      Thread reader = new Thread(latencies, "latencies");
      reader.start();
      print("\nlatency at %,.0f posts/s, milliseconds", rate);
      load.pace(rate, WARM_UP);
      catchUp(load, job, rate);
      latencies.count();
      long from = System.currentTimeMillis();
      load.pace(rate, Duration.ofSeconds(seconds));
      long lag = lag(load, job);
      latencies.end();
      reader.join();
      print("%-36s %8s %8s %8s %10s", "", "p50", "p99", "p99.9", "of");
      print("%-36s %s", "post sent -> broker has it", Latencies.quantiles(load.acknowledged()));
      print("%-36s %s", "post sent -> signal written", latencies.written());
      print("%-36s %s", "post sent -> signal read", latencies.signals());
      print("%-36s %s", "window and lateness -> alert", latencies.alerts());
      Checkpoints checkpointed = Checkpoints.since(on.flink.rest(), job.id(), from);
      print("%-36s %s", "checkpoint, begun -> completed", checkpointed.durations());
      print("%-36s %s", "one begun -> the next begun", checkpointed.intervals());
      print("writer at most %,d ms late; at the end %,d posts not read", load.behind(), lag);
    }
  }

  /** Until the job reads what is sent: what had gathered while it started is no latency of it. */
  private static void catchUp(Load load, Job job, double rate) throws Exception {
    long began = System.nanoTime();
    for (long lag = lag(load, job); lag > rate / 2; lag = lag(load, job)) {
      if (System.nanoTime() - began > PATIENCE.toNanos()) {
        throw new IllegalStateException(
            "%,d posts behind its writer after %,d s: give a lower --rate"
                .formatted(lag, PATIENCE.toSeconds()));
      }
      load.pace(rate, STEP);
    }
  }

  /** How many posts the job has not read a second after the last was sent. */
  private static long lag(Load load, Job job) throws Exception {
    // Flink answers with what it knew when it was asked last.
    job.metric("posts");
    TimeUnit.SECONDS.sleep(1);
    return load.sent() - job.metric("posts");
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  /** Runs it. */
  public static void main(String[] args) {
    CommandLine command =
        new CommandLine(new ClusterBench()).setCaseInsensitiveEnumValuesAllowed(true);
    command.setExecutionExceptionHandler(
        (e, line, result) -> {
          line.getErr().println(e.getMessage() == null ? e.toString() : e.getMessage());
          return 1;
        });
    System.exit(command.execute(args));
  }
}
