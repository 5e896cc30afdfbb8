package org.tocsin.jobs.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Signal;
import org.tocsin.jobs.Signals;

class SignalChangesTest {
  private static final Signal POST = Signals.of("x:1", 1_000);
  private static final Signal GONE = POST.retracted(Instant.ofEpochMilli(5_000));
  private static final Signal GONE_EARLIER = POST.retracted(Instant.ofEpochMilli(3_000));

  private KeyedOneInputStreamOperatorTestHarness<String, Signal, Change> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new SignalChanges(() -> Duration.ofSeconds(10))),
            Signal::key,
            Types.STRING);
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private List<Change> changes(Signal... records) throws Exception {
    for (Signal record : records) {
      harness.processElement(record, Signals.at(record));
    }
    return harness.extractOutputValues();
  }

  @Test
  void processElement_endOfAKnownVersion_movesIt() throws Exception {
    assertThat(changes(POST, GONE, GONE_EARLIER))
        .containsExactly(
            Change.first(POST),
            new Change(GONE, true, Change.STANDING),
            new Change(GONE_EARLIER, true, 5_000));
  }

  @Test
  void processElement_repeatedOrLaterEnds_areLeftOut() throws Exception {
    assertThat(changes(GONE_EARLIER, POST, GONE, GONE_EARLIER))
        .containsExactly(Change.first(GONE_EARLIER));
  }

  @Test
  void processElement_anotherVersionOfThePost_isAnother() throws Exception {
    Signal edited = Signals.of("x:1", 2_000);
    assertThat(changes(POST, edited)).containsExactly(Change.first(POST), Change.first(edited));
  }

  @Test
  void watermark_pastTheLongestWindow_leavesNoStateAndNoTimer() throws Exception {
    assertThat(changes(POST, Signals.of("x:1", 2_000), GONE)).hasSize(3);
    harness.processWatermark(11_000);
    assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    harness.processWatermark(12_000);
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }
}
