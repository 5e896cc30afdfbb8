package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A broker that speaks TLS only and asks for a password; topics are made by the job. */
@ExtendWith(WithCluster.class)
class SecuredBrokerTest {
  private static Child monitor(FlinkCluster flink, Broker broker, Path properties)
      throws Exception {
    return flink.run(
        "monitor",
        "--bootstrap",
        broker.bootstrap(),
        "--kafka-config",
        properties.toString(),
        "--topic-prefix",
        "secured.",
        "--create-topics",
        "--partitions",
        "2",
        "--group",
        "secured",
        "--checkpoint-interval",
        "1s",
        "--packs",
        Tree.SAMPLE_PACKS.toString(),
        "--purpose",
        "Whole-system test on synthetic posts",
        "--pseudonym-key-file",
        Tree.pseudonymKey().toString());
  }

  private static Path write(Broker broker, String change, String into) throws Exception {
    Properties properties = new Properties();
    broker
        .client()
        .forEach((key, value) -> properties.put(key, value.toString().replace(change, into)));
    Path file = Tree.newFolder("client").resolve("client.properties");
    try (Writer out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    }
    return file;
  }

  @Test
  void job_readsAndWritesThroughTlsAndPassword(FlinkCluster flink) throws Exception {
    try (Broker broker = Broker.startSecured(Certificate.make())) {
      Child wrong = monitor(flink, broker, write(broker, "of-the-job", "of-nobody"));
      assertThat(wrong.exitCode()).as(wrong.tail()).isEqualTo(1);
      assertThat(wrong.errLines()).singleElement().asString().contains("Authentication failed");

      Child run = monitor(flink, broker, write(broker, "", ""));
      String job = FlinkCluster.jobId(run);
      try (Topics topics = Topics.of(broker, "secured")) {
        topics.pour(Flood.posts(0, 1_000));
        topics.flush();
        int signals = Flood.end(1_000).signals().size();
        Await.until(
            "all signals are committed",
            Duration.ofMinutes(1),
            () -> topics.committed(Topics.SIGNALS).size() == signals,
            () -> topics.committed(Topics.SIGNALS).size() + " signals\n" + flink.tail());
        assertThat(topics.committed(Topics.SIGNALS).get(0).headers().lastHeader("schema").value())
            .asString()
            .isEqualTo("Signal");
      } finally {
        flink.flink("cancel", job);
      }
    }
  }
}
