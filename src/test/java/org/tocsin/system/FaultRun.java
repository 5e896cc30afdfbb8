package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One job over one flood, while things break. */
final class FaultRun implements AutoCloseable {
  /** Of one pouring: five windows. */
  private static final int POSTS = 1_500;

  private static final int POURINGS = 6;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /**
   * When all posts reached the topic. The same for all runs of a process, for alerts tell it; and
   * not long ago, for a broker that starts again after a crash forgets the producers whose records
   * are older than {@code producer.id.expiration.ms} (a day), and takes what they send again twice.
   */
  @SuppressWarnings("TimeInStaticInitializer")
  private static final Instant INGESTED = Instant.now();

  /** The alerts of a run in which nothing broke. */
  private static @Nullable List<String> undisturbed;

  private final FaultStack stack;
  private final Topics topics;
  private final String name;
  private final Job job;
  private int poured;

  FaultRun(FaultStack stack, String name) throws Exception {
    this.stack = stack;
    this.name = name;
    this.topics = Topics.create(stack.broker(), name);
    this.job = new Job(stack.flink(), stack.bootstrap(), topics, name, Tree.SAMPLE_PACKS);
  }

  /** What is done to a run. */
  interface Fault {
    void cause(FaultRun run) throws Exception;
  }

  /**
   * Posts before, while and after something breaks; fails unless every record is accounted for and
   * the alerts are, to the last byte, those of a run in which nothing broke.
   */
  static void survives(
      FaultStack stack, String name, int parallelism, Fault fault, String... options)
      throws Exception {
    if (undisturbed == null) {
      undisturbed = run(stack, "undisturbed", 2, run -> {}).alertRecords();
    }
    Ledger ledger = run(stack, name, parallelism, fault, options);
    assertThat(ledger.alertRecords()).containsExactlyInAnyOrderElementsOf(undisturbed);
    System.out.println(name + "\n" + ledger);
  }

  private static Ledger run(
      FaultStack stack, String name, int parallelism, Fault fault, String... options)
      throws Exception {
    stack.awaitSlots();
    try (FaultRun run = new FaultRun(stack, name)) {
      run.submit(parallelism, null, options);
      run.pour();
      run.awaitSignals();
      run.pour();
      fault.cause(run);
      run.awaitSignals();
      while (run.poured < POURINGS * POSTS) {
        run.pour();
      }
      return run.drain();
    }
  }

  /** Submits the job. */
  void submit(int parallelism, @Nullable String from, String... more) throws Exception {
    job.submit(parallelism, from, more);
  }

  /** Sends the next posts of the flood; they may not have arrived when this returns. */
  void pour() {
    topics.pour(Flood.posts(poured, poured + POSTS), INGESTED);
    poured += POSTS;
  }

  /** Sends the next posts of the first partition, lets something happen, then sends the others. */
  void pourApart(Fault between) throws Exception {
    List<Flood.Line> posts = Flood.posts(poured, poured + POSTS);
    topics.pour(posts.stream().filter(post -> post.partition() == 0).toList(), INGESTED);
    topics.flush();
    between.cause(this);
    topics.pour(posts.stream().filter(post -> post.partition() != 0).toList(), INGESTED);
    poured += POSTS;
  }

  /** Returns when the signals of all posts are committed. */
  void awaitSignals() throws InterruptedException {
    topics.flush();
    Set<String> expected = Flood.end(poured).signals();
    Await.until(
        "the signals of %d posts of %s are committed".formatted(poured, name),
        PATIENCE,
        1_000,
        () -> signals().containsAll(expected),
        () -> missing(expected) + "\n" + stack.tail());
  }

  private Set<String> signals() {
    return topics.committed(Topics.SIGNALS).stream()
        .map(record -> new String(record.key(), StandardCharsets.UTF_8))
        .collect(Collectors.toSet());
  }

  private String missing(Set<String> expected) {
    Set<String> missing = new HashSet<>(expected);
    missing.removeAll(signals());
    return missing.size() + " signals are missing, such as " + missing.stream().findFirst();
  }

  /** Stops with a savepoint and gives its path. */
  String stop() throws Exception {
    return job.stop();
  }

  /** Ends the job behind the last post; the ledger must balance. */
  Ledger drain() throws Exception {
    awaitSignals();
    // Or the broker has taken a post twice, and nothing below can be expected to balance.
    assertThat(topics.posts()).as("posts in the topic").isEqualTo(poured);
    Await.until(
        "the job has read all posts",
        PATIENCE,
        1_000,
        () -> topics.read(name) == poured,
        stack::tail);
    stopDrained();
    Ledger ledger = Ledger.of(poured, topics, name);
    ledger.assertBalanced();
    return ledger;
  }

  /** Ends the job behind the last post. */
  void stopDrained() throws Exception {
    job.stop("--drain");
  }

  /** Returns when as many checkpoints as now and more have failed or been completed. */
  void awaitCheckpoints(String kind, int more) throws Exception {
    int before = checkpoints(kind);
    Await.until(
        more + " more checkpoints " + kind,
        PATIENCE,
        () -> checkpoints(kind) >= before + more,
        stack::tail);
  }

  private int checkpoints(String kind) throws Exception {
    return stack
        .flink()
        .rest()
        .get("/jobs/" + job.id() + "/checkpoints")
        .path("counts")
        .path(kind)
        .asInt();
  }

  String job() {
    return job.id();
  }

  Topics topics() {
    return topics;
  }

  @Override
  public void close() throws IOException {
    try (job) {
      topics.close();
    }
  }
}
