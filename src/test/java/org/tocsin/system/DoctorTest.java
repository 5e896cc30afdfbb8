package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code ./tocsin doctor} against a broker and a cluster that are there, and that are not. */
@ExtendWith(WithCluster.class)
class DoctorTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static Child doctor(Broker broker, String prefix, String flink, String... more)
      throws Exception {
    return Command.tocsin(List.of(), "doctor", "--bootstrap", broker.bootstrap())
        .with("--topic-prefix", prefix, "--group", "doctored", "--flink", flink)
        .with(more)
        .run("doctor");
  }

  @Test
  void jobThatRuns_isWell_andWhatIsWrongIsTold(Broker broker, FlinkCluster flink) throws Exception {
    String rest = flink.rest().address();
    try (Topics topics = Topics.create(broker, "doctored");
        Job job = new Job(flink, broker.bootstrap(), topics, "doctored", Tree.SAMPLE_PACKS)) {
      Instant at = Instant.parse("2025-03-01T12:00:00Z");
      topics.post(0, at, new PostLine("x:d1", Story.HANDLE, at, Story.QUIET).json());
      job.submit(2, null);
      Await.until("the post is read", PATIENCE, () -> topics.read("doctored") == 1, flink::tail);

      Child well = doctor(broker, "doctored.", rest);
      assertThat(well.outLines())
          .as(well.tail())
          .anyMatch(line -> line.startsWith("ok     job " + job.id()) && line.endsWith(" runs"))
          .anyMatch(line -> line.matches("ok {5}job .* has completed \\d+ checkpoints, .*"))
          .contains(
              "ok     all 5 topics are there, as they have to be",
              "ok     2 partitions of posts for 2 readers",
              "ok     group doctored is 0 records behind at its last checkpoint")
          .noneMatch(line -> line.contains("checkpoints have failed"));

      topics.compact(Topics.SIGNALS);
      Child wrong = doctor(broker, "doctored.", rest, "-X", "transaction.timeout.ms=3600000");
      assertThat(wrong.exitCode()).isEqualTo(1);
      assertThat(wrong.out())
          .contains("ERROR  topic doctored.signals is compacted")
          .contains("set -X transaction.timeout.ms=900000");
    }
  }

  @Test
  void topicsAndFlinkThatAreNotThere_areErrors(Broker broker) throws Exception {
    Child sick = doctor(broker, "nowhere.", "jobmanager:8081");
    assertThat(sick.exitCode()).isEqualTo(1);
    assertThat(sick.out())
        .contains("ERROR  Flink at jobmanager:8081 does not answer: check --flink, as in http://")
        .contains("ERROR  there is no topic nowhere.posts")
        .contains("2 errors, 0 warnings");
  }
}
