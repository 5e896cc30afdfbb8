package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tocsin.events.Alert;
import org.tocsin.events.Json;

/**
 * What {@code read_committed} readers see of a flood, against what has to come of it.
 *
 * @param expected counted from the posts
 * @param read records that the job has read, by the offsets of its group
 * @param signals keys
 * @param deadLetters keys, each once
 * @param deadLetterRecords how many
 * @param alerts {@code id revision status posts authors}
 * @param alertRecords each whole
 * @param late how many
 */
record Ledger(
    Flood.End expected,
    long read,
    List<String> signals,
    Set<String> deadLetters,
    int deadLetterRecords,
    List<String> alerts,
    List<String> alertRecords,
    int late) {

  static Ledger of(int posts, Topics topics, String group) throws Exception {
    List<String> alerts = new ArrayList<>();
    List<String> alertRecords = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : topics.committed(Topics.ALERTS)) {
      Alert alert = Json.read(record.value(), Alert.class);
      alerts.add(
          "%s %d %s %d %d"
              .formatted(
                  alert.id(),
                  alert.revision(),
                  alert.status().label(),
                  alert.posts(),
                  alert.authors()));
      alertRecords.add(new String(record.value(), StandardCharsets.UTF_8));
    }
    List<ConsumerRecord<byte[], byte[]>> dead = topics.committed(Topics.DEAD_LETTERS);
    return new Ledger(
        Flood.end(posts),
        topics.read(group),
        keys(topics.committed(Topics.SIGNALS)),
        new TreeSet<>(keys(dead)),
        dead.size(),
        alerts,
        alertRecords,
        topics.committed(Topics.LATE_POSTS).size());
  }

  private static List<String> keys(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream()
        .map(record -> new String(record.key(), StandardCharsets.UTF_8))
        .toList();
  }

  /** Nothing is missing, nothing is there twice, every record is accounted for. */
  void assertBalanced() {
    assertThat(read).as("records read").isEqualTo(expected.records());
    assertThat(alerts).as("alerts").containsExactlyInAnyOrderElementsOf(expected.alerts());
    assertThat(signals).as("signals").containsExactlyInAnyOrderElementsOf(expected.signals());
    assertThat(deadLetterRecords).as("dead letters").isEqualTo(expected.deadLetters());
    assertThat(deadLetters).as("dead letters, each of another record").hasSize(deadLetterRecords);
    assertThat(late).as("late posts").isZero();
    assertThat(signals.size() + expected.quiet() + deadLetterRecords + late)
        .as("records in = signals + without signal + dead letters + late")
        .isEqualTo((int) read);
  }

  @Override
  public String toString() {
    return """
        records in      %,8d of %,d
        signals         %,8d of %,d
        without signal  %,8d
        dead letters    %,8d of %,d
        late            %,8d of 0
        alert records   %,8d of %,d
        """
        .formatted(
            read,
            expected.records(),
            signals.size(),
            expected.signals().size(),
            expected.quiet(),
            deadLetterRecords,
            expected.deadLetters(),
            late,
            alerts.size(),
            expected.alerts().size());
  }
}
