package org.tocsin.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.connectors.bundles.BundleManifest;
import org.tocsin.connectors.bundles.BundleManifest.Kind;

/** The doctor on publications that a job's subtasks have taken, or have not. */
class BundleDoctorTest {
  private static final String METRICS = "/jobs/j/vertices/v/subtasks/metrics";
  private static final String LEXICON = "posts.tocsin.bundlePublication";
  private static final String WATCHLIST = "posts.tocsin.watchlistPublication";

  private final StringWriter out = new StringWriter();
  private final FlinkAnswers flink;

  BundleDoctorTest() throws IOException {
    flink = new FlinkAnswers();
  }

  @BeforeEach
  void jobThatFollowsBundles() {
    flink.put("/jobs/overview", "{\"jobs\":[{\"jid\":\"j\",\"end-time\":-1}]}");
    flink.put("/jobs/j", "{\"vertices\":[{\"id\":\"v\",\"name\":\"Source: posts\"}]}");
    flink.put(METRICS, "[{\"id\":\"%s\"},{\"id\":\"%s\"}]".formatted(LEXICON, WATCHLIST));
    taken(LEXICON, 0, 0);
    taken(WATCHLIST, 0, 0);
  }

  @AfterEach
  void close() {
    flink.close();
  }

  private void taken(String metric, int least, int most) {
    flink.put(METRICS + "?get=" + metric, "[{\"min\":%d.0,\"max\":%d.0}]".formatted(least, most));
  }

  private String examine(Map<Kind, Long> published) throws InterruptedException {
    Report report = new Report(new PrintWriter(out, true));
    new BundleDoctor(flink.rest(), report)
        .examine(
            kind ->
                Optional.ofNullable(published.get(kind)).map(number -> publication(number, kind)));
    report.end();
    return out.toString();
  }

  private static BundleManifest publication(long number, Kind kind) {
    Instant at = Instant.EPOCH;
    return new BundleManifest(number, "d", 1, 1, "s", at, "ana", at, false, null, kind);
  }

  @Test
  void newestOfEachKind_isTaken() throws Exception {
    taken(LEXICON, 4, 4);
    taken(WATCHLIST, 3, 3);
    assertThat(examine(Map.of(Kind.LEXICON, 4L, Kind.WATCHLIST, 3L)).lines())
        .containsExactly(
            "ok     job j has taken the newest lexicon, publication 4",
            "ok     job j has taken the newest watchlist, publication 3",
            "0 errors, 0 warnings");
  }

  @Test
  void oneSubtaskBehind_isToldWithWhereToLook() throws Exception {
    taken(LEXICON, 3, 4);
    assertThat(examine(Map.of(Kind.LEXICON, 4L)).lines())
        .contains(
            "warn   job j: a subtask has lexicon publication 3, the newest is 4: just published, or"
                + " refused; ./tocsin bundle status, and the TaskManager's log",
            "0 errors, 1 warnings");
  }

  @Test
  void nothingPublished_isSaid() throws Exception {
    assertThat(examine(Map.of()).lines())
        .containsExactly(
            "ok     job j: no lexicon has been published, it runs what it started with",
            "ok     job j: no watchlist has been published, it runs what it started with",
            "0 errors, 0 warnings");
  }

  @Test
  void moreThanTheTopicKnows_asksWhoseTopicItIs() throws Exception {
    taken(WATCHLIST, 0, 5);
    assertThat(examine(Map.of(Kind.WATCHLIST, 2L)).lines())
        .contains(
            "warn   job j: a subtask has watchlist publication 5, the newest on the topic is 2: is"
                + " it the job's topic (--topic-prefix, --topic bundles=NAME), or was it made anew?",
            "0 errors, 1 warnings");
  }

  @Test
  void jobWithoutTheseMetrics_isPassedOver() throws Exception {
    flink.put(METRICS, "[{\"id\":\"posts.numRecordsIn\"}]");
    assertThat(examine(Map.of(Kind.LEXICON, 4L))).startsWith("0 errors, 0 warnings");
  }
}
