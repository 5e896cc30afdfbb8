package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Alert;
import org.tocsin.events.Json;

/** Flink keeps no watermarks in checkpoints; Tocsin has to. */
@Tag("faults")
class LateAfterRestoreTest {
  @Test
  void latePosts_afterARestore_ringNoWindowASecondTime() throws Exception {
    try (FaultStack stack = FaultStack.start();
        FaultRun run = new FaultRun(stack, "late")) {
      run.submit(2, null);
      // Of the second hour: the windows of the first have rung.
      run.pour();
      run.pour();
      run.awaitSignals();
      int before = alerts(run).size();
      run.submit(2, run.stop());
      for (int i = 0; i < 5; i++) {
        run.topics()
            .post(
                i % 2,
                Instant.parse("2025-03-01T02:00:00Z"),
                new PostLine(
                        "x:late" + i, "a" + i, Instant.parse("2025-03-01T00:03:00Z"), Story.GRID)
                    .json());
      }
      run.pour();
      run.awaitSignals();
      run.stopDrained();
      assertThat(run.topics().committed(Topics.LATE_POSTS)).hasSize(5);
      assertThat(alerts(run)).doesNotHaveDuplicates().hasSizeGreaterThan(before);
    }
  }

  private static List<String> alerts(FaultRun run) throws Exception {
    List<String> ids = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : run.topics().committed(Topics.ALERTS)) {
      Alert alert = Json.read(record.value(), Alert.class);
      ids.add(alert.id() + "@" + alert.revision());
    }
    return ids;
  }
}
