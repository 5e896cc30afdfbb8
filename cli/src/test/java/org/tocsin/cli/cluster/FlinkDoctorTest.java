package org.tocsin.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The doctor against answers in the shape of Flink's REST interface. */
class FlinkDoctorTest {
  private final StringWriter out = new StringWriter();
  private final Map<String, String> answers = new HashMap<>();
  private final HttpServer flink;

  FlinkDoctorTest() throws IOException {
    flink = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void healthy() {
    answers.put(
        "/overview",
        "{\"flink-version\":\"2.2.1\",\"slots-available\":2,\"slots-total\":4,\"taskmanagers\":2}");
    answers.put(
        "/jobs/overview",
        "{\"jobs\":[{\"jid\":\"j\",\"name\":\"tocsin\",\"state\":\"RUNNING\",\"end-time\":-1}]}");
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
            + "{\"end_to_end_duration\":200,\"external_path\":\"s3://c/chk-7\"}}}");
    answers.put("/jobs/j/metrics", "[{\"id\":\"numRestarts\",\"value\":\"0\"}]");
    answers.put("/jobs/j/vertices/v/subtasks/metrics", "[]");
    flink.createContext(
        "/",
        exchange -> {
          String answer = answers.get(exchange.getRequestURI().getPath());
          byte[] body = (answer == null ? "" : answer).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    flink.start();
  }

  @AfterEach
  void stop() {
    flink.stop(0);
  }

  private int examine() throws InterruptedException {
    Report report = new Report(new PrintWriter(out, true));
    URI address = URI.create("http://127.0.0.1:" + flink.getAddress().getPort());
    int readers = new FlinkDoctor(new FlinkRest(address), report).examine();
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
            + "{\"external_path\":\"<checkpoint-not-externally-addressable>\"}}}");
    examine();
    assertThat(out.toString())
        .contains("execution.checkpointing.dir", "2 checkpoints have failed", "1 errors");
  }

  @Test
  void sickCluster_isToldInAllItsParts() throws Exception {
    answers.put(
        "/overview",
        "{\"flink-version\":\"1.20.1\",\"slots-available\":0,\"slots-total\":0,\"taskmanagers\":0}");
    answers.put(
        "/jobs/overview",
        "{\"jobs\":[{\"jid\":\"j\",\"name\":\"tocsin\",\"state\":\"RESTARTING\",\"end-time\":-1}]}");
    answers.put("/jobs/j/metrics", "[{\"id\":\"numRestarts\",\"value\":\"12\"}]");
    answers.put("/jobs/j", "{\"now\":0,\"vertices\":[]}");
    examine();
    assertThat(out.toString())
        .contains(
            "Flink 1.20.1",
            "no TaskManager is connected",
            "is RESTARTING",
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
