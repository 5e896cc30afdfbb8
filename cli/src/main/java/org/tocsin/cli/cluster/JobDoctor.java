package org.tocsin.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks at one job: does it run, restarts, checkpoints, back pressure, bundles. */
final class JobDoctor {
  private static final long SLOW_CHECKPOINT_MS = Duration.ofMinutes(1).toMillis();

  /** So many intervals without a checkpoint are too many. */
  private static final int MISSED = 10;

  private static final Duration MOST_SKEW = Duration.ofSeconds(2);
  private static final double BUSY_MS = 950;

  private final FlinkRest rest;
  private final Report report;
  private final String id;
  private final String full;

  /** Short: of every line but the first. */
  private final String name;

  /**
   * Of one job.
   *
   * @param job as the overview of jobs tells it
   */
  JobDoctor(FlinkRest rest, Report report, JsonNode job) {
    this.rest = rest;
    this.report = report;
    this.id = job.path("jid").asText();
    this.full = "job %s (%s)".formatted(id, job.path("name").asText());
    this.name = "job " + id.substring(0, Math.min(8, id.length()));
  }

  /** A job that is over and should not be. */
  void failed(Instant ended) throws InterruptedException {
    report.bad(
        "%s has failed at %s and runs no more%s: mend that, and start it from its newest checkpoint"
                .formatted(full, ended, because())
            + " (docs/operate.md)");
  }

  /** Reports, and gives the parallelism of its source of posts. */
  int examine(JsonNode job) throws InterruptedException {
    String state = job.path("state").asText();
    int tasks = job.path("tasks").path("total").asInt();
    int running =
        job.path("tasks").path("running").asInt() + job.path("tasks").path("finished").asInt();
    if (!state.equals("RUNNING")) {
      report.bad("%s is %s%s".formatted(full, state, because()));
    } else if (running < tasks) {
      report.bad(
          "%s: %d of its %d tasks run: it starts, or waits for slots that a TaskManager has to bring%s"
              .formatted(full, running, tasks, because()));
    } else {
      report.good(full + " runs");
    }
    JsonNode details = rest.get("/jobs/" + id);
    long now = details.path("now").asLong();
    checkpoints(now);
    long restarts = restarts();
    report.expect(
        restarts == 0,
        name + " has not restarted",
        "%s has restarted %d times%s".formatted(name, restarts, because()));
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
    clock(Duration.ofMillis(now - System.currentTimeMillis()));
    int widest = 0;
    for (JsonNode vertex : details.path("vertices")) {
      if (vertex.path("name").asText().startsWith("Source: posts")) {
        widest = Math.max(widest, vertex.path("parallelism").asInt());
      }
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

  private void checkpoints(long now) throws InterruptedException {
    Optional<JsonNode> found = rest.find("/jobs/%s/checkpoints/config".formatted(id));
    long interval = found.map(config -> config.path("interval").asLong()).orElse(0L);
    if (found.isEmpty() || interval <= 0 || interval == Long.MAX_VALUE) {
      report.bad(name + " takes no checkpoints: set execution.checkpointing.interval");
      return;
    }
    if (!found.get().path("externalization").path("enabled").asBoolean()) {
      report.warn(
          name
              + " keeps no checkpoint when it is cancelled: set"
              + " execution.checkpointing.externalized-checkpoint-retention: RETAIN_ON_CANCELLATION");
    }
    JsonNode checkpoints = rest.get("/jobs/%s/checkpoints".formatted(id));
    long completed = checkpoints.path("counts").path("completed").asLong();
    JsonNode last = checkpoints.path("latest").path("completed");
    long at = last.path("latest_ack_timestamp").asLong();
    if (last.isMissingNode() || last.isNull()) {
      report.warn(name + " has completed no checkpoint yet: exactly-once readers see nothing");
    } else if (now - at > Math.max(MISSED * interval, SLOW_CHECKPOINT_MS)) {
      report.bad(
          "%s has completed no checkpoint for %d s, they should begin every %d s: exactly-once readers see nothing of that time"
              .formatted(name, (now - at) / 1000, interval / 1000));
    } else {
      report.good(
          "%s has completed %d checkpoints, the last %d s ago"
              .formatted(name, completed, (now - at) / 1000));
    }
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
    failures(checkpoints);
  }

  /**
   * Not those that Flink gave up before they began, as while tasks start: it keeps none of them.
   */
  private void failures(JsonNode checkpoints) {
    JsonNode last = checkpoints.path("latest").path("failed");
    if (last.isObject()) {
      report.warn(
          "%s: %d checkpoints have failed, the last at %s: %s; is their storage there, writable and not full? the JobManager's log says more"
              .formatted(
                  name,
                  checkpoints.path("counts").path("failed").asLong(),
                  Instant.ofEpochMilli(last.path("failure_timestamp").asLong()),
                  last.path("failure_message").asText("no reason given")));
    }
  }

  private long restarts() throws InterruptedException {
    return rest.get("/jobs/%s/metrics?get=numRestarts".formatted(id))
        .path(0)
        .path("value")
        .asLong();
  }

  /** The newest failure: when, and the sentence of its stack trace that tells most. */
  private String because() throws InterruptedException {
    JsonNode newest =
        rest.get("/jobs/%s/exceptions?maxExceptions=1".formatted(id))
            .path("exceptionHistory")
            .path("entries")
            .path(0);
    if (newest.isMissingNode()) {
      return "";
    }
    String cause = "";
    for (String line : newest.path("stacktrace").asText().lines().toList()) {
      if (cause.isEmpty() || line.startsWith("Caused by: ")) {
        cause = line.replaceFirst("^Caused by: ", "");
      }
    }
    return "; at %s: %s"
        .formatted(Instant.ofEpochMilli(newest.path("timestamp").asLong()), cause.strip());
  }
}
