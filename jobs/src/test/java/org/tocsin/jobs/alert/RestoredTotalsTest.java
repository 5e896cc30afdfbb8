package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Totals of a savepoint outlast the time until the rules that ask for them are told. */
class RestoredTotalsTest {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;

  private static KeyedBroadcastOperatorTestHarness<String, Partial, Control, Candidate> windows()
      throws Exception {
    var harness =
        new KeyedBroadcastOperatorTestHarness<>(
            new WindowsOperator(), Partial::key, Types.STRING, 1, 1, 0);
    harness.setup(
        TypeInformation.of(Candidate.class)
            .createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    return harness;
  }

  private static void advance(
      KeyedBroadcastOperatorTestHarness<String, Partial, Control, Candidate> windows, long time)
      throws Exception {
    windows.processBroadcastWatermark(new Watermark(Long.MAX_VALUE));
    windows.processWatermark(new Watermark(time));
  }

  private static List<Long> totals(
      KeyedBroadcastOperatorTestHarness<String, Partial, Control, Candidate> windows)
      throws Exception {
    List<Long> counts = new ArrayList<>();
    for (Map.Entry<String, Long> total : windows.getBroadcastState(RuleWindows.KNOWN).entries()) {
      counts.add(total.getValue());
    }
    return counts;
  }

  @Test
  void restored_totalsBeforeAnyRuleIsTold_areKeptAndLaterForgotten() throws Exception {
    var before = windows();
    before.open();
    before.processBroadcastElement(Control.total("x", "en", 40 * MINUTE, 100), 0);
    advance(before, 50 * MINUTE);
    var savepoint = before.snapshot(1, 1);
    before.close();

    var after = windows();
    after.initializeState(savepoint);
    after.open();
    after.processBroadcastElement(Control.total("x", "en", 50 * MINUTE, 7), 0);
    assertThat(totals(after)).containsExactlyInAnyOrder(100L, 7L);

    advance(after, 2 * HOUR);
    after.processBroadcastElement(Control.total("x", "en", 2 * HOUR, 1), 0);
    assertThat(totals(after)).containsExactly(1L);
    after.close();
  }
}
