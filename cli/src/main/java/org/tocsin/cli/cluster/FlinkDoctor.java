package org.tocsin.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/** Looks at Flink: version, slots, and each job. */
final class FlinkDoctor {
  private static final String VERSION = "2.2.";

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
    slots(
        overview.path("taskmanagers").asInt(),
        overview.path("slots-available").asInt(),
        overview.path("slots-total").asInt());
    List<JsonNode> jobs = rest.jobs();
    List<JsonNode> failed = rest.failedJobs();
    if (jobs.isEmpty() && failed.isEmpty()) {
      report.warn("no job runs; docs/submit.md says how to submit one");
    }
    for (JsonNode job : failed) {
      new JobDoctor(rest, report, job).failed(Instant.ofEpochMilli(job.path("end-time").asLong()));
    }
    int widest = 0;
    for (JsonNode job : jobs) {
      widest = Math.max(widest, new JobDoctor(rest, report, job).examine(job));
    }
    return widest;
  }

  private void slots(int managers, int free, int all) {
    if (managers == 0) {
      report.bad("no TaskManager is connected: start one, and look at its log");
      return;
    }
    report.good("%d TaskManagers, %d of %d slots free".formatted(managers, free, all));
    int each = (all + managers - 1) / managers;
    report.expect(
        managers > 1 && free >= each,
        "a TaskManager may die: there are free slots for its tasks",
        "slots of a TaskManager: %d, free: %d; when one dies, jobs stand still until another is there"
            .formatted(each, free));
  }
}
