package org.tocsin.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Flink cluster, each JobManager and TaskManager a process of its own that can be killed. */
final class FlinkCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern SUBMITTED = Pattern.compile("JobID ([0-9a-f]{32})");

  private final Path folder;
  private final Rest rest;
  private final Setup setup;
  private final List<Child> taskManagers = new ArrayList<>();
  private Child jobManager;

  /**
   * What a cluster is made of.
   *
   * @param taskManagers how many, each with the same number of slots
   * @param slots of each
   * @param taskHeap of each, MiB
   * @param managed of each, MiB: what RocksDB has
   * @param jvm options of each
   * @param more lines of its configuration
   */
  record Setup(
      int taskManagers, int slots, int taskHeap, int managed, List<String> jvm, String more) {
    private static final List<String> SMALL = List.of("-Xmx640m", "-XX:TieredStopAtLevel=1");

    /** Where flink-conf keeps state: on disk, of which a checkpoint writes what changed. */
    static final String ROCKSDB =
        "state.backend.type: rocksdb\nexecution.checkpointing.incremental: true\n";

    static final Setup ONE =
        new Setup(
            1,
            2,
            384,
            64,
            SMALL,
            """
            restart-strategy.type: none
            # Or the metrics that tests wait for are ten seconds old.
            metrics.fetcher.update-interval: 200
            """);

    /** Two TaskManagers that notice within seconds that one is gone, state as flink-conf has it. */
    static final Setup TWO =
        new Setup(
            2,
            1,
            384,
            64,
            SMALL,
            """
            heartbeat.interval: 1000
            heartbeat.timeout: 5000
            heartbeat.rpc-failure-threshold: 1
            restart-strategy.type: fixed-delay
            restart-strategy.fixed-delay.attempts: 1000
            restart-strategy.fixed-delay.delay: 1s
            execution.checkpointing.externalized-checkpoint-retention: RETAIN_ON_CANCELLATION
            execution.checkpointing.num-retained: 3
            execution.checkpointing.tolerable-failed-checkpoints: 100
            """
                + ROCKSDB);

    /** One TaskManager as in production: all compilers, and memory for its lexicons and state. */
    static final Setup BENCH =
        new Setup(1, 2, 1792, 512, List.of("-Xmx2g", "-XX:+UseG1GC"), ONE.more)
            .and("web.checkpoints.history: 1000\n");

    Setup and(String lines) {
      return new Setup(taskManagers, slots, taskHeap, managed, jvm, more + lines);
    }
  }

  private FlinkCluster(Path folder, Rest rest, Setup setup) throws IOException {
    this.folder = folder;
    this.rest = rest;
    this.setup = setup;
    this.jobManager = launchJobManager();
    for (int i = 0; i < setup.taskManagers; i++) {
      startTaskManager();
    }
  }

  /** Starts and returns when two slots are free. */
  static FlinkCluster start() throws IOException, InterruptedException {
    return start(Setup.ONE);
  }

  /** Starts and returns when all slots are free. */
  static FlinkCluster start(Setup setup) throws IOException, InterruptedException {
    Path folder = Tree.newFolder("flink");
    int restPort = Ports.free();
    Files.writeString(folder.resolve("config.yaml"), config(folder, restPort, setup));
    FlinkCluster cluster = new FlinkCluster(folder, new Rest(restPort), setup);
    try {
      Await.until(
          "all slots of Flink are free",
          PATIENCE,
          () -> {
            if (!cluster.isAlive()) {
              throw new AssertionError(cluster.tail());
            }
            return cluster.freeSlots() == setup.taskManagers * setup.slots;
          },
          cluster::tail);
      return cluster;
    } catch (Throwable e) {
      cluster.close();
      throw e;
    }
  }

  private Child launchJobManager() throws IOException {
    return process(
            "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
            "-Xmx384m",
            "-XX:TieredStopAtLevel=1",
            Logs.option(folder))
        .with("--configDir", folder.toString(), "--executionMode", "cluster")
        .start("jobmanager");
  }

  /** Sends SIGKILL. */
  void killJobManager() {
    jobManager.close();
  }

  /** Starts another in the place of one that was killed; returns when it answers. */
  void startJobManager() throws IOException, InterruptedException {
    jobManager = launchJobManager();
    Await.until(
        "the JobManager answers", PATIENCE, () -> rest.get("/overview") != null, this::tail);
  }

  /** Sends SIGKILL to one. */
  void killTaskManager(int index) {
    taskManagers.remove(index).close();
  }

  /** Starts one more. */
  void startTaskManager() throws IOException {
    List<String> options = new ArrayList<>(setup.jvm);
    options.add(Logs.option(folder));
    taskManagers.add(
        process(
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                options.toArray(String[]::new))
            .with("--configDir", folder.toString())
            .with("-D", "taskmanager.resource-id=tm-" + UUID.randomUUID())
            .start("taskmanager"));
  }

  /** Where checkpoints are, those of each job in a folder of its own. */
  Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  /** The newest checkpoint of a job that was completed. */
  Path newestCheckpoint(String job) throws IOException {
    try (Stream<Path> found = Files.list(checkpoints().resolve(job))) {
      return found
          .filter(path -> Files.exists(path.resolve("_metadata")))
          .max(
              Comparator.comparingInt(
                  path -> Integer.parseInt(path.getFileName().toString().replace("chk-", ""))))
          .orElseThrow();
    }
  }

  int freeSlots() throws IOException, InterruptedException {
    return rest.get("/overview").path("slots-available").asInt();
  }

  private static String config(Path folder, int restPort, Setup setup) throws IOException {
    return """
        jobmanager.rpc.address: 127.0.0.1
        jobmanager.rpc.port: %d
        jobmanager.bind-host: 127.0.0.1
        rest.address: 127.0.0.1
        rest.port: %d
        rest.bind-address: 127.0.0.1
        taskmanager.host: 127.0.0.1
        taskmanager.bind-host: 127.0.0.1
        taskmanager.numberOfTaskSlots: %5$d
        taskmanager.cpu.cores: 2.0
        taskmanager.memory.framework.heap.size: 128m
        taskmanager.memory.framework.off-heap.size: 128m
        taskmanager.memory.jvm-metaspace.size: 256m
        taskmanager.memory.jvm-overhead.min: 128m
        taskmanager.memory.jvm-overhead.max: 128m
        taskmanager.memory.task.heap.size: %7$dm
        taskmanager.memory.task.off-heap.size: 0m
        taskmanager.memory.managed.size: %8$dm
        taskmanager.memory.network.min: 64m
        taskmanager.memory.network.max: 64m
        execution.checkpointing.dir: %3$s/checkpoints
        io.tmp.dirs: %4$s
        web.upload.dir: %4$s/upload
        %6$s"""
        .formatted(
            Ports.free(),
            restPort,
            folder.toUri(),
            Files.createDirectory(folder.resolve("tmp")),
            setup.slots,
            setup.more,
            setup.taskHeap,
            setup.managed);
  }

  private Command process(String mainClass, String... jvmOptions) {
    return Command.java(Tree.processClassPath("flink"), List.of(jvmOptions), mainClass)
        .env("FLINK_CONF_DIR", folder.toString());
  }

  /** {@code flink ...}, run to its end. */
  Child flink(String... arguments) throws IOException, InterruptedException {
    return process(
            "org.apache.flink.client.cli.CliFrontend",
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            Logs.off(folder))
        .with(arguments)
        .run("flink-" + arguments[0]);
  }

  /** {@code flink run} of a job of the jar. */
  Child run(String... arguments) throws IOException, InterruptedException {
    return run(2, null, arguments);
  }

  /**
   * {@code flink run} of a job of the jar.
   *
   * @param from a savepoint or checkpoint; null for none
   */
  Child run(int parallelism, @Nullable String from, String... arguments)
      throws IOException, InterruptedException {
    List<String> options = new ArrayList<>(List.of("-p", Integer.toString(parallelism)));
    if (from != null) {
      options.addAll(List.of("-s", from));
    }
    return run(options, "org.tocsin.jobs.Main", arguments);
  }

  /** The job of benches that parses and counts, in two slots; its classes lie beside the jar. */
  Child runCounting(String... arguments) throws IOException, InterruptedException {
    String classes = Tree.ROOT.resolve("benchmarks/target/classes").toUri().toString();
    return run(List.of("-p", "2", "-C", classes), "org.tocsin.benchmarks.CountJob", arguments);
  }

  private Child run(List<String> options, String mainClass, String... arguments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("run", "-d"));
    all.addAll(options);
    all.addAll(List.of("-c", mainClass, Tree.JAR.toString()));
    all.addAll(List.of(arguments));
    return flink(all.toArray(String[]::new));
  }

  /** The id that {@code flink run} told. */
  static String jobId(Child run) {
    Matcher submitted = SUBMITTED.matcher(run.out());
    if (run.exitCode() != 0 || !submitted.find()) {
      throw new AssertionError("flink run did not submit\n" + run.tail());
    }
    return submitted.group(1);
  }

  Rest rest() {
    return rest;
  }

  /** The state of a job, such as {@code RUNNING}. */
  String stateOf(String job) throws IOException, InterruptedException {
    JsonNode details = rest.get("/jobs/" + job);
    return details.path("state").asText();
  }

  /** Whether a job has ended, or is not known. */
  boolean isOver(String job) throws IOException, InterruptedException {
    return Set.of("FINISHED", "CANCELED", "FAILED", "").contains(stateOf(job));
  }

  /** The most memory that a TaskManager ever had in use, in MiB. */
  long mostMemory() throws IOException {
    long most = 0;
    for (Child taskManager : taskManagers) {
      most = Math.max(most, taskManager.mostMemory());
    }
    return most;
  }

  /** The processor time that the TaskManagers have used. */
  Duration taskManagerCpu() {
    return taskManagers.stream().map(Child::cpu).reduce(Duration.ZERO, Duration::plus);
  }

  boolean isAlive() {
    return jobManager.isAlive() && taskManagers.stream().allMatch(Child::isAlive);
  }

  String tail() {
    return jobManager.tail()
        + "\n"
        + taskManagers.stream().map(Child::tail).collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    try {
      taskManagers.forEach(Child::close);
    } finally {
      jobManager.close();
    }
  }
}
