package org.tocsin.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The doctor against answers in the shape of Flink's REST interface. */
class FlinkDoctorTest {
  private static final String FAILURE =
      "{\"exceptionHistory\":{\"entries\":[{\"timestamp\":4000,\"stacktrace\":"
          + "\"java.io.IOException: it broke\\n\\tat a.B.c(B.java:1)\\n"
          + "Caused by: org.tocsin.BrokerGone: no broker\\n\\tat a.D.e(D.java:2)\\n\"}]}}";

  private static final String RUNNING =
      "{\"jid\":\"j\",\"name\":\"tocsin\",\"state\":\"RUNNING\",\"end-time\":-1,"
          + "\"tasks\":{\"total\":6,\"running\":6}}";

  private final StringWriter out = new StringWriter();
  private final FlinkAnswers answers;

  FlinkDoctorTest() throws IOException {
    answers = new FlinkAnswers();
  }

  @BeforeEach
  void healthy() {
    answers.put(
        "/overview",
        "{\"flink-version\":\"2.2.1\",\"slots-available\":2,\"slots-total\":4,\"taskmanagers\":2}");
    answers.put("/jobs/overview", "{\"jobs\":[" + RUNNING + "]}");
    answers.put(
        "/jobs/j",
        "{\"now\":%d,\"vertices\":[{\"id\":\"v\",\"name\":\"Source: posts: t\",\"parallelism\":3}]}"
            .formatted(System.currentTimeMillis()));
    answers.put(
        "/jobs/j/checkpoints/config",
        "{\"interval\":10000,\"externalization\":{\"enabled\":true}}");
    answers.put(
        "/jobs/j/checkpoints",
        "{\"counts\":{\"completed\":7,\"failed\":0},\"latest\":{\"completed\":"
            + "{\"end_to_end_duration\":200,\"external_path\":\"s3://c/chk-7\","
            + "\"latest_ack_timestamp\":%d}}}".formatted(System.currentTimeMillis()));
    answers.put("/jobs/j/exceptions", "{\"exceptionHistory\":{\"entries\":[]}}");
    answers.put("/jobs/j/metrics", "[{\"id\":\"numRestarts\",\"value\":\"0\"}]");
    answers.put("/jobs/j/vertices/v/subtasks/metrics", "[]");
  }

  @AfterEach
  void stop() {
    answers.close();
  }

  private int examine() throws InterruptedException {
    Report report = new Report(new PrintWriter(out, true));
    int readers = new FlinkDoctor(answers.rest(), report).examine();
    report.end();
    return readers;
  }

  @Test
  void healthyCluster_isAllGood() throws Exception {
    assertThat(examine()).isEqualTo(3);
    assertThat(out.toString()).endsWith("0 errors, 0 warnings" + System.lineSeparator());
  }

  @Test
  void withoutCheckpoints_saysWhatToSet() throws Exception {
    answers.put("/jobs/j/checkpoints/config", "{\"interval\":0}");
    examine();
    assertThat(out.toString()).contains("ERROR").contains("execution.checkpointing.interval");
  }

  @Test
  void checkpointsInMemory_areAnError() throws Exception {
    answers.put(
        "/jobs/j/checkpoints",
        "{\"counts\":{\"completed\":1,\"failed\":2},\"latest\":{\"completed\":"
            + "{\"latest_ack_timestamp\":%d,\"external_path\":\"<checkpoint-not-externally-addressable>\"},"
                .formatted(System.currentTimeMillis())
            + "\"failed\":{\"failure_timestamp\":1000,\"failure_message\":\"no space left\"}}}");
    examine();
    assertThat(out.toString())
        .contains(
            "execution.checkpointing.dir",
            "2 checkpoints have failed, the last at 1970-01-01T00:00:01Z: no space left",
            "1 errors");
  }

  @Test
  void oldCheckpoint_isAnError() throws Exception {
    answers.put(
        "/jobs/j/checkpoints",
        "{\"counts\":{\"completed\":7},\"latest\":{\"completed\":{\"latest_ack_timestamp\":%d}}}"
            .formatted(System.currentTimeMillis() - 600_000));
    examine();
    assertThat(out.toString()).contains("has completed no checkpoint for ").contains("1 errors");
  }

  @Test
  void jobThatTakesNoCheckpoints_isToldAndTheRestIsLookedAt() throws Exception {
    answers.remove("/jobs/j/checkpoints/config");
    assertThat(examine()).isEqualTo(3);
    assertThat(out.toString()).contains("takes no checkpoints");
  }

  @Test
  void tasksWithoutSlots_areAnError() throws Exception {
    answers.put(
        "/jobs/overview",
        "{\"jobs\":[{\"jid\":\"j\",\"state\":\"RUNNING\",\"end-time\":-1,\"tasks\":{\"total\":6,\"running\":2}}]}");
    examine();
    assertThat(out.toString()).contains("2 of its 6 tasks run").contains("1 errors");
  }

  @Test
  void failedJob_isToldWithItsCause() throws Exception {
    answers.put("/jobs/f/exceptions", FAILURE);
    answers.put(
        "/jobs/overview",
        "{\"jobs\":[{\"jid\":\"f\",\"name\":\"tocsin\",\"state\":\"FAILED\",\"end-time\":5000}]}");
    assertThat(examine()).isZero();
    assertThat(out.toString())
        .contains("has failed at 1970-01-01T00:00:05Z", "BrokerGone: no broker", "1 errors")
        .doesNotContain("no job runs");
  }

  @Test
  void failedJob_thatRunsAgain_isNotTold() throws Exception {
    answers.put(
        "/jobs/overview",
        "{\"jobs\":[{\"jid\":\"f\",\"name\":\"tocsin\",\"state\":\"FAILED\",\"end-time\":5000},"
            + RUNNING
            + "]}");
    examine();
    assertThat(out.toString()).contains("0 errors, 0 warnings");
  }

  @Test
  void slots_tooFewForATaskManagerThatDies_areAWarning() throws Exception {
    answers.put(
        "/overview",
        "{\"flink-version\":\"2.2.1\",\"slots-available\":1,\"slots-total\":4,\"taskmanagers\":2}");
    examine();
    assertThat(out.toString())
        .contains("slots of a TaskManager: 2, free: 1")
        .contains("1 warnings");
  }

  @Test
  void sickCluster_isToldInAllItsParts() throws Exception {
    answers.put(
        "/overview",
        "{\"flink-version\":\"1.20.1\",\"slots-available\":0,\"slots-total\":0,\"taskmanagers\":0}");
    answers.put(
        "/jobs/overview",
        "{\"jobs\":[{\"jid\":\"j\",\"name\":\"tocsin\",\"state\":\"RESTARTING\",\"end-time\":-1}]}");
    answers.put("/jobs/j/exceptions", FAILURE);
    answers.put("/jobs/j/metrics", "[{\"id\":\"numRestarts\",\"value\":\"12\"}]");
    answers.put("/jobs/j", "{\"now\":0,\"vertices\":[]}");
    examine();
    assertThat(out.toString())
        .contains(
            "Flink 1.20.1",
            "no TaskManager is connected",
            "is RESTARTING; at 1970-01-01T00:00:04Z: org.tocsin.BrokerGone: no broker",
            "restarted 12 times",
            "clocks of the JobManager");
  }

  @Test
  void finishedJobs_areNotLookedAt() throws Exception {
    answers.put("/jobs/overview", "{\"jobs\":[{\"jid\":\"old\",\"end-time\":1}]}");
    assertThat(examine()).isZero();
    assertThat(out.toString()).contains("no job runs");
  }
}
