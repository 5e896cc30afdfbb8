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
import org.tocsin.events.UnreadableRecordException;

/** What {@code read_committed} readers see of a flood, against what has to come of it. */
record Ledger(
    Flood.End expected,
    List<String> signals,
    Set<String> deadLetters,
    int deadLetterRecords,
    List<String> alerts,
    int late) {

  static Ledger of(int posts, Topics topics) throws UnreadableRecordException {
    List<String> alerts = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : topics.committed(Topics.ALERTS)) {
      Alert alert = Json.read(record.value(), Alert.class);
      alerts.add(alert.id() + " " + alert.posts() + " " + alert.authors());
    }
    List<ConsumerRecord<byte[], byte[]>> dead = topics.committed(Topics.DEAD_LETTERS);
    return new Ledger(
        Flood.end(posts),
        keys(topics.committed(Topics.SIGNALS)),
        new TreeSet<>(keys(dead)),
        dead.size(),
        alerts,
        topics.committed(Topics.LATE_POSTS).size());
  }

  private static List<String> keys(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream()
        .map(record -> new String(record.key(), StandardCharsets.UTF_8))
        .toList();
  }

  /** Nothing is missing, nothing is there twice, every record is accounted for. */
  void assertBalanced() {
    assertThat(alerts).as("alerts").containsExactlyInAnyOrderElementsOf(expected.alerts());
    assertThat(signals).as("signals").containsExactlyInAnyOrderElementsOf(expected.signals());
    assertThat(deadLetterRecords).as("dead letters").isEqualTo(expected.deadLetters());
    assertThat(deadLetters).as("dead letters, each of another record").hasSize(deadLetterRecords);
    assertThat(late).as("late posts").isZero();
    assertThat(signals.size() + expected.quiet() + deadLetterRecords + late)
        .as("records in = signals + without signal + dead letters + late")
        .isEqualTo(expected.records());
  }

  @Override
  public String toString() {
    return """
        records in      %,8d
        signals         %,8d of %,d
        without signal  %,8d
        dead letters    %,8d of %,d
        late            %,8d
        alerts          %,8d of %,d
        """
        .formatted(
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
