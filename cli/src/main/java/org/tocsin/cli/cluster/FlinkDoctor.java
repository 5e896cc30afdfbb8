package org.tocsin.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;

/**
 * Looks at Flink: version, slots, and of each job restarts, checkpoints, back pressure, bundles.
 */
final class FlinkDoctor {
  private static final String VERSION = "2.2.";
  private static final long SLOW_CHECKPOINT_MS = Duration.ofMinutes(1).toMillis();
  private static final Duration MOST_SKEW = Duration.ofSeconds(2);
  private static final double BUSY_MS = 950;

  private final FlinkRest rest;
  private final Report report;

  FlinkDoctor(FlinkRest rest, Report report) {
    this.rest = rest;
    this.report = report;
  }

  /** Reports, and gives the widest source's parallelism; 0 when no job runs. */
  int examine() throws InterruptedException {
    JsonNode overview = rest.get("/overview");
    String version = overview.path("flink-version").asText();
    report.expect(
        version.startsWith(VERSION),
        "Flink " + version,
        "Flink %s: the jar was built for %sx; deploy that".formatted(version, VERSION));
    int free = overview.path("slots-available").asInt();
    int all = overview.path("slots-total").asInt();
    int managers = overview.path("taskmanagers").asInt();
    if (all == 0) {
      report.bad("no TaskManager is connected: start one, and look at its log");
    } else {
      report.good("%d TaskManagers, %d of %d slots free".formatted(managers, free, all));
    }
    report.expect(
        managers > 1,
        "a TaskManager may die: another is there",
        "one TaskManager or none: when it dies, jobs stand still until there is another");
    List<JsonNode> jobs = rest.jobs();
    if (jobs.isEmpty()) {
      report.warn("no job runs; docs/submit.md says how to submit one");
    }
    int widest = 0;
    for (JsonNode job : jobs) {
      widest = Math.max(widest, examine(job));
    }
    return widest;
  }

  private void clock(Duration skew) {
    report.expect(
        skew.abs().compareTo(MOST_SKEW) <= 0,
        "clocks of the JobManager and of this machine agree",
        "clocks of the JobManager and of this machine differ by %d s: bundles count from a time on; run NTP"
            .formatted(skew.toSeconds()));
  }

  private int examine(JsonNode job) throws InterruptedException {
    String id = job.path("jid").asText();
    String name = "job %s (%s)".formatted(id, job.path("name").asText());
    String state = job.path("state").asText();
    if (state.equals("RUNNING")) {
      report.good(name + " runs");
    } else {
      report.bad("%s is %s: /jobs/%s/exceptions of Flink says why".formatted(name, state, id));
    }
    checkpoints(id, name);
    long restarts = job(id, "numRestarts");
    report.expect(
        restarts == 0,
        name + " has not restarted",
        "%s has restarted %d times: /jobs/%s/exceptions says why".formatted(name, restarts, id));
    for (FlinkRest.Metric busy : rest.metrics(id, "busyTimeMsPerSecond")) {
      if (busy.max() > BUSY_MS) {
        report.warn(
            "%s: '%s' is busy %.0f of 1000 ms: raise the parallelism"
                .formatted(name, busy.vertex(), busy.max()));
      }
    }
    for (FlinkRest.Metric refused : rest.metrics(id, ".tocsin.bundlesRefused")) {
      if (refused.max() > 0) {
        report.warn(
            "%s has refused %.0f bundles: ./tocsin bundle list, and the TaskManager's log"
                .formatted(name, refused.max()));
      }
    }
    JsonNode details = rest.get("/jobs/" + id);
    clock(Duration.ofMillis(details.path("now").asLong() - System.currentTimeMillis()));
    int widest = 0;
    for (JsonNode vertex : details.path("vertices")) {
      if (vertex.path("name").asText().startsWith("Source: posts")) {
        widest = Math.max(widest, vertex.path("parallelism").asInt());
      }
    }
    return widest;
  }

  private void checkpoints(String id, String name) throws InterruptedException {
    JsonNode config = rest.get("/jobs/%s/checkpoints/config".formatted(id));
    long interval = config.path("interval").asLong();
    if (interval <= 0 || interval == Long.MAX_VALUE) {
      report.bad(name + " takes no checkpoints: set execution.checkpointing.interval");
      return;
    }
    if (!config.path("externalization").path("enabled").asBoolean()) {
      report.warn(
          name
              + " keeps no checkpoint when it is cancelled: set"
              + " execution.checkpointing.externalized-checkpoint-retention: RETAIN_ON_CANCELLATION");
    }
    JsonNode checkpoints = rest.get("/jobs/%s/checkpoints".formatted(id));
    long completed = checkpoints.path("counts").path("completed").asLong();
    long failed = checkpoints.path("counts").path("failed").asLong();
    JsonNode last = checkpoints.path("latest").path("completed");
    if (completed == 0) {
      report.warn(name + " has completed no checkpoint yet: exactly-once readers see nothing");
    } else {
      report.good("%s has completed %d checkpoints".formatted(name, completed));
      long took = last.path("end_to_end_duration").asLong();
      if (took > Math.max(interval, SLOW_CHECKPOINT_MS)) {
        report.warn(
            ("%s: the last checkpoint took %d s, they begin every %d s: look for back pressure, or a"
                    + " slow checkpoint storage")
                .formatted(name, took / 1000, interval / 1000));
      }
      if (last.path("external_path").asText().startsWith("<")) {
        report.bad(
            name
                + " keeps checkpoints in the JobManager's memory: set execution.checkpointing.dir to"
                + " storage that all machines share");
      }
    }
    if (failed > 0) {
      report.warn(
          "%s: %d checkpoints have failed: /jobs/%s/checkpoints says why"
              .formatted(name, failed, id));
    }
  }

  private long job(String id, String metric) throws InterruptedException {
    JsonNode values = rest.get("/jobs/%s/metrics?get=%s".formatted(id, metric));
    return values.path(0).path("value").asLong();
  }
}
