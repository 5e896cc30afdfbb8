package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

  /** The alerts of a run in which nothing broke. */
  private static @Nullable List<String> undisturbed;

  private final FaultStack stack;
  private final Topics topics;
  private final String name;
  private final Path key = Tree.pseudonymKey();
  private String job = "";
  private int poured;

  FaultRun(FaultStack stack, String name) throws Exception {
    this.stack = stack;
    this.name = name;
    this.topics = Topics.create(stack.broker(), name);
  }

  /** What is done to a run. */
  interface Fault {
    void cause(FaultRun run) throws Exception;
  }

  /**
   * Posts before, while and after something breaks; fails unless every record is accounted for and
   * the alerts are, to the last byte, those of a run in which nothing broke.
   */
  static void survives(FaultStack stack, String name, int parallelism, Fault fault)
      throws Exception {
    if (undisturbed == null) {
      undisturbed = run(stack, "undisturbed", 2, run -> {}).alertRecords();
    }
    Ledger ledger = run(stack, name, parallelism, fault);
    assertThat(ledger.alertRecords()).containsExactlyInAnyOrderElementsOf(undisturbed);
    System.out.println(name + "\n" + ledger);
  }

  private static Ledger run(FaultStack stack, String name, int parallelism, Fault fault)
      throws Exception {
    stack.awaitSlots();
    try (FaultRun run = new FaultRun(stack, name)) {
      run.submit(parallelism, null);
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
    List<String> arguments = new ArrayList<>(List.of("monitor", "--bootstrap", stack.bootstrap()));
    arguments.addAll(topics.options());
    arguments.addAll(List.of("--group", name, "--checkpoint-interval", "1s"));
    arguments.addAll(List.of("--packs", Tree.SAMPLE_PACKS.toString()));
    arguments.addAll(List.of("--purpose", "Fault test on synthetic posts"));
    arguments.addAll(List.of("--pseudonym-key-file", key.toString()));
    arguments.addAll(List.of(more));
    job =
        FlinkCluster.jobId(stack.flink().run(parallelism, from, arguments.toArray(String[]::new)));
  }

  /** Sends the next posts of the flood; they may not have arrived when this returns. */
  void pour() {
    topics.pour(Flood.posts(poured, poured + POSTS));
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
    return stop(new String[0]);
  }

  private String stop(String... more) throws Exception {
    Path savepoints = Tree.newFolder("savepoints");
    List<String> arguments = new ArrayList<>(List.of("stop"));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--savepointPath", savepoints.toUri().toString(), job));
    Child stop = stack.flink().flink(arguments.toArray(String[]::new));
    assertThat(stop.exitCode()).as(stop.tail() + "\n" + stack.tail()).isZero();
    try (var found = Files.list(savepoints)) {
      return found.findFirst().orElseThrow().toUri().toString();
    }
  }

  /** Ends the job behind the last post; the ledger must balance. */
  Ledger drain() throws Exception {
    awaitSignals();
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
    stop("--drain");
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
        .get("/jobs/" + job + "/checkpoints")
        .path("counts")
        .path(kind)
        .asInt();
  }

  String job() {
    return job;
  }

  Topics topics() {
    return topics;
  }

  /** Leaves nothing that runs, however the run went. */
  @Override
  public void close() throws Exception {
    topics.close();
    if (!job.isEmpty() && !stack.flink().isOver(job)) {
      stack.flink().flink("cancel", job);
    }
  }
}
