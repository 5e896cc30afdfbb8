package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code monitor}, or another job, on a cluster, submitted, stopped and resumed as an operator
 * does.
 */
final class Job implements AutoCloseable {
  private final FlinkCluster flink;
  private final List<String> arguments;
  private String id = "";

  /**
   * A job that is not submitted yet.
   *
   * @param bootstrap where it finds the broker
   * @param group consumer group
   * @param packs a folder of packs; null to wait for the first bundle that is published
   */
  Job(FlinkCluster flink, String bootstrap, Topics topics, String group, @Nullable Path packs)
      throws Exception {
    this("monitor", flink, bootstrap, topics, group, packs);
  }

  /** Another job than {@code monitor}. */
  Job(
      String job,
      FlinkCluster flink,
      String bootstrap,
      Topics topics,
      String group,
      @Nullable Path packs)
      throws Exception {
    this(job, flink, bootstrap, topics, group, packs, "1s");
  }

  /** One of another program, which runs already. */
  Job(FlinkCluster flink, String id) {
    this.flink = flink;
    this.id = id;
    arguments = List.of();
  }

  /** The same, with checkpoints so far apart. */
  Job(
      String job,
      FlinkCluster flink,
      String bootstrap,
      Topics topics,
      String group,
      @Nullable Path packs,
      String checkpointInterval)
      throws Exception {
    this.flink = flink;
    arguments = new ArrayList<>(List.of(job, "--bootstrap", bootstrap));
    arguments.addAll(topics.options());
    arguments.addAll(List.of("--group", group, "--checkpoint-interval", checkpointInterval));
    arguments.addAll(
        packs == null
            ? List.of("--follow-bundles", "--await-bundle", "--create-topics")
            : List.of("--packs", packs.toString()));
    arguments.addAll(List.of("--purpose", "Whole-system test on synthetic posts"));
    arguments.addAll(List.of("--pseudonym-key-file", Tree.pseudonymKey().toString()));
  }

  /**
   * Submits it.
   *
   * @param from a savepoint or checkpoint; null for none
   */
  void submit(int parallelism, @Nullable String from, String... more) throws Exception {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of(more));
    id = FlinkCluster.jobId(flink.run(parallelism, from, all.toArray(String[]::new)));
  }

  /** Stops it with a savepoint and gives its path; {@code --drain} ends all windows first. */
  String stop(String... more) throws Exception {
    Path savepoints = Tree.newFolder("savepoints");
    List<String> all = new ArrayList<>(List.of("stop"));
    all.addAll(List.of(more));
    all.addAll(List.of("--savepointPath", savepoints.toUri().toString(), id));
    Child stop = flink.flink(all.toArray(String[]::new));
    assertThat(stop.exitCode()).as(stop.tail() + "\n" + flink.tail()).isZero();
    try (var found = Files.list(savepoints)) {
      return found.findFirst().orElseThrow().toUri().toString();
    }
  }

  /** What follows the group {@code tocsin} in the names of all metrics of the job. */
  Set<String> metricNames() throws Exception {
    Set<String> names = new TreeSet<>();
    for (var vertex : flink.rest().get("/jobs/" + id).path("vertices")) {
      for (var metric :
          flink
              .rest()
              .get(
                  "/jobs/%s/vertices/%s/subtasks/metrics"
                      .formatted(id, vertex.path("id").asText()))) {
        names.add(metric.path("id").asText().replaceAll(".*[.]tocsin[.]", ""));
      }
    }
    return names;
  }

  /** The sum of a metric of Tocsin over all subtasks, as Flink's REST interface tells it. */
  long metric(String name) throws Exception {
    long sum = 0;
    for (var vertex : flink.rest().get("/jobs/" + id).path("vertices")) {
      String path =
          "/jobs/%s/vertices/%s/subtasks/metrics".formatted(id, vertex.path("id").asText());
      for (var metric : flink.rest().get(path)) {
        String full = metric.path("id").asText();
        if (full.endsWith(".tocsin." + name)) {
          sum += flink.rest().get(path, full).path(0).path("sum").asLong();
        }
      }
    }
    return sum;
  }

  String id() {
    return id;
  }

  /** Leaves nothing that runs, however it went. */
  @Override
  public void close() throws IOException {
    try {
      if (!id.isEmpty() && !flink.isOver(id)) {
        flink.flink("cancel", id);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
