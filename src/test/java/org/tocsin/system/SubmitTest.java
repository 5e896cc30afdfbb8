package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator is told when a submission cannot be meant. */
@ExtendWith(WithCluster.class)
class SubmitTest {
  private static String[] valid(Broker broker, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "monitor",
                "--bootstrap",
                broker.bootstrap(),
                "--purpose",
                "a test",
                "--pseudonym-key-file",
                Tree.pseudonymKey().toString()));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private static void assertRefused(Child run, int exitCode) {
    assertThat(run.exitCode()).as(run.tail()).isEqualTo(exitCode);
    assertThat(run.out() + run.err())
        .as(run.tail())
        .doesNotContain("\tat ")
        .doesNotContain("Exception")
        .doesNotContain("Job has been submitted");
  }

  @Test
  void withoutOptions_allMissingOnesAreNamed(FlinkCluster flink) throws Exception {
    Child run = flink.run("monitor");
    assertRefused(run, 2);
    assertThat(run.err()).contains("--bootstrap", "--purpose", "--pseudonym-key-file");
  }

  @Test
  void withoutJob_jobsAreNamed(FlinkCluster flink) throws Exception {
    Child run = flink.run();
    assertRefused(run, 2);
    assertThat(run.err()).contains("Which job?", "monitor");
  }

  @Test
  void unknownOption_isToldWithASuggestion(Broker broker, FlinkCluster flink) throws Exception {
    Child run = flink.run(valid(broker, "--create-topic"));
    assertRefused(run, 2);
    assertThat(run.err()).contains("--create-topic").contains("--create-topics");
  }

  @Test
  void wrongValues_areAllTold(Broker broker, FlinkCluster flink) throws Exception {
    Child run =
        flink.run(
            valid(broker, "--start-offsets", "noon", "--delivery", "maybe", "--idleness", "1s"));
    assertRefused(run, 2);
    assertThat(run.err()).contains("--start-offsets", "--delivery", "--idleness");
  }

  @Test
  void wrongBroker_isToldInOneLine(FlinkCluster flink) throws Exception {
    long started = System.nanoTime();
    Child run =
        flink.run(
            "monitor",
            "--bootstrap",
            "127.0.0.1:1",
            "--purpose",
            "a test",
            "--pseudonym-key-file",
            Tree.pseudonymKey().toString());
    assertRefused(run, 1);
    assertThat(run.errLines()).singleElement().asString().contains("127.0.0.1:1");
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(35));
  }

  @Test
  void missingTopics_areAllNamed(Broker broker, FlinkCluster flink) throws Exception {
    try (Topics topics = Topics.create(broker, "submit")) {
      Child run =
          flink.run(
              valid(
                  broker,
                  "--topic-prefix",
                  topics.name(""),
                  "--topic",
                  "alerts=no-such-alerts,late-posts=no-such-late-posts"));
      assertRefused(run, 1);
      assertThat(run.errLines())
          .singleElement()
          .asString()
          .contains("no-such-alerts", "no-such-late-posts")
          .doesNotContain(topics.name(Topics.POSTS));
    }
  }

  @Test
  void topicsAndTransactionsThatCannotDo_areAllTold(Broker broker, FlinkCluster flink)
      throws Exception {
    try (Topics topics = Topics.create(broker, "cannot")) {
      topics.compact(Topics.POSTS);
      Child run =
          flink.run(
              valid(
                  broker,
                  "--topic-prefix",
                  topics.name(""),
                  "-X",
                  "transaction.timeout.ms=" + Duration.ofHours(1).toMillis()));
      assertRefused(run, 1);
      assertThat(run.errLines()).hasSize(2);
      assertThat(run.err())
          .contains(topics.name(Topics.POSTS) + " is compacted")
          .contains("3600000, the brokers allow 900000");
    }
  }

  @Test
  void overRest_theMessageIsInTheAnswerAndTheJobManagerLives(FlinkCluster flink) throws Exception {
    String jar = flink.rest().upload(Tree.JAR);
    HttpResponse<String> answer =
        flink
            .rest()
            .post(
                "/jars/" + jar + "/run",
                Map.of(
                    "entryClass",
                    "org.tocsin.jobs.Main",
                    "programArgsList",
                    List.of("monitor", "--bootstrp", "here:1")));
    assertThat(answer.statusCode()).isBetween(400, 599);
    assertThat(answer.body()).contains("--bootstrap", "--purpose", "--pseudonym-key-file");
    assertThat(flink.isAlive()).as(flink.tail()).isTrue();
    assertThat(flink.rest().get("/overview").path("taskmanagers").asInt()).isEqualTo(1);
  }
}
