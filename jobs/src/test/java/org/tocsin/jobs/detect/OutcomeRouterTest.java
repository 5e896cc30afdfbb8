package org.tocsin.jobs.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.events.DeadLetter;
import org.tocsin.events.Signal;
import org.tocsin.jobs.Signals;

class OutcomeRouterTest {
  private static final Signal SIGNAL = Signals.of("x:1", 1_000);
  private static final DeadLetter LETTER =
      DeadLetter.of("f:1", "parse", "broken", new byte[] {1}, Instant.EPOCH);

  private OneInputStreamOperatorTestHarness<Outcome, PostEvent> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new OutcomeRouter(true)));
    harness.open();
    for (Outcome outcome :
        new Outcome[] {
          Outcome.post(new PostSeen("x", "en", 1_000, true)),
          Outcome.signal(SIGNAL),
          Outcome.retraction("x:2", 2_000),
          Outcome.notAPost(),
          Outcome.notAPost(),
          Outcome.deadLetter(LETTER)
        }) {
      harness.processElement(outcome, outcome.at());
    }
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void process_everyKind_letsThroughOnlyWhatHappenedToPosts() {
    assertThat(harness.extractOutputValues())
        .containsExactly(Signals.event(SIGNAL), Signals.retraction("x:2", 2_000));
  }

  @Test
  void process_deadLetter_goesAside() {
    assertThat(harness.getSideOutput(OutcomeRouter.DEAD_LETTERS))
        .extracting(letter -> letter.getValue())
        .containsExactly(LETTER);
  }

  @Test
  void process_everyKind_isCounted() {
    var totals = ((ProcessOperator<?, ?>) harness.getOperator()).getRuntimeContext();
    assertThat(totals.getAccumulator("posts").getLocalValue()).isEqualTo(1L);
    assertThat(totals.getAccumulator("matched").getLocalValue()).isEqualTo(1L);
    assertThat(totals.getAccumulator("retractions").getLocalValue()).isEqualTo(1L);
    assertThat(totals.getAccumulator("notPosts").getLocalValue()).isEqualTo(2L);
    assertThat(totals.getAccumulator("deadLetters").getLocalValue()).isEqualTo(1L);
  }
}
