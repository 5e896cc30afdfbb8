package org.tocsin.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Flink cluster of one JobManager and one TaskManager, each a process of its own. */
final class FlinkCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern SUBMITTED = Pattern.compile("JobID ([0-9a-f]{32})");

  private final Path folder;
  private final Rest rest;
  private final Child jobManager;
  private final Child taskManager;

  private FlinkCluster(Path folder, Rest rest) throws IOException {
    this.folder = folder;
    this.rest = rest;
    this.jobManager =
        process(
                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                "-Xmx384m",
                Logs.option(folder))
            .with("--configDir", folder.toString(), "--executionMode", "cluster")
            .start("jobmanager");
    this.taskManager =
        process(
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                "-Xmx640m",
                Logs.option(folder))
            .with("--configDir", folder.toString(), "-D", "taskmanager.resource-id=tm-1")
            .start("taskmanager");
  }

  /** Starts and returns when two slots are free. */
  static FlinkCluster start() throws IOException, InterruptedException {
    Path folder = Tree.newFolder("flink");
    int restPort = Ports.free();
    Files.writeString(folder.resolve("config.yaml"), config(folder, restPort));
    FlinkCluster cluster = new FlinkCluster(folder, new Rest(restPort));
    try {
      Await.until(
          "Flink has two free slots", PATIENCE, () -> cluster.freeSlots() == 2, cluster::tail);
      return cluster;
    } catch (Throwable e) {
      cluster.close();
      throw e;
    }
  }

  private int freeSlots() throws IOException, InterruptedException {
    if (!isAlive()) {
      throw new AssertionError(tail());
    }
    return rest.get("/overview").path("slots-available").asInt();
  }

  private static String config(Path folder, int restPort) throws IOException {
    return """
        jobmanager.rpc.address: 127.0.0.1
        jobmanager.rpc.port: %d
        jobmanager.bind-host: 127.0.0.1
        rest.address: 127.0.0.1
        rest.port: %d
        rest.bind-address: 127.0.0.1
        taskmanager.host: 127.0.0.1
        taskmanager.bind-host: 127.0.0.1
        taskmanager.numberOfTaskSlots: 2
        taskmanager.cpu.cores: 2.0
        taskmanager.memory.framework.heap.size: 128m
        taskmanager.memory.framework.off-heap.size: 128m
        taskmanager.memory.jvm-metaspace.size: 256m
        taskmanager.memory.jvm-overhead.min: 128m
        taskmanager.memory.jvm-overhead.max: 128m
        taskmanager.memory.task.heap.size: 384m
        taskmanager.memory.task.off-heap.size: 0m
        taskmanager.memory.managed.size: 32m
        taskmanager.memory.network.min: 64m
        taskmanager.memory.network.max: 64m
        execution.checkpointing.dir: %3$s/checkpoints
        io.tmp.dirs: %4$s
        web.upload.dir: %4$s/upload
        restart-strategy.type: none
        """
        .formatted(
            Ports.free(), restPort, folder.toUri(), Files.createDirectory(folder.resolve("tmp")));
  }

  private Command process(String mainClass, String... jvmOptions) {
    return Command.java(Tree.processClassPath("flink"), List.of(jvmOptions), mainClass)
        .env("FLINK_CONF_DIR", folder.toString());
  }

  /** {@code flink ...}, run to its end. */
  Child flink(String... arguments) throws IOException, InterruptedException {
    return process(
            "org.apache.flink.client.cli.CliFrontend",
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            Logs.off(folder))
        .with(arguments)
        .run("flink-" + arguments[0]);
  }

  /** {@code flink run} of a job of the jar. */
  Child run(String... arguments) throws IOException, InterruptedException {
    String[] all = new String[arguments.length + 7];
    String[] before = {"run", "-d", "-p", "2", "-c", "org.tocsin.jobs.Main", Tree.JAR.toString()};
    System.arraycopy(before, 0, all, 0, before.length);
    System.arraycopy(arguments, 0, all, before.length, arguments.length);
    return flink(all);
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

  boolean isAlive() {
    return jobManager.isAlive() && taskManager.isAlive();
  }

  String tail() {
    return jobManager.tail() + "\n" + taskManager.tail();
  }

  @Override
  public void close() {
    try {
      taskManager.close();
    } finally {
      jobManager.close();
    }
  }
}
