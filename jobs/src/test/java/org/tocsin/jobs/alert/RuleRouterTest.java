package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Category;
import org.tocsin.events.Signal;
import org.tocsin.jobs.Signals;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;

class RuleRouterTest {
  private static final AlertRule SHORT = Rules.rule("short", Duration.ofSeconds(1), 1, null);
  private static final AlertRule ALSO_SHORT = Rules.rule("also", Duration.ofSeconds(1), 1, null);
  private static final AlertRule LONG =
      Rules.rule(
          "long",
          List.of(Category.HATE),
          List.of(GroupBy.LANGUAGE, GroupBy.PLATFORM),
          Duration.ofSeconds(10),
          1,
          null,
          null);
  private static final Signal HATE = Signals.of("x:1", 500);

  private OneInputStreamOperatorTestHarness<Signal, Counted> harness;

  @BeforeEach
  void open() throws Exception {
    harness = Rules.router(List.of(SHORT, ALSO_SHORT, LONG));
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void process_signal_goesToEveryRuleThatCountsIt() throws Exception {
    Signal cyber = Signals.of("x:2", 600, Category.CYBER);
    process(HATE, cyber);

    assertThat(harness.extractOutputValues())
        .containsExactly(
            new Counted(0, List.of("hate"), HATE),
            new Counted(1, List.of("hate"), HATE),
            new Counted(2, List.of("en", "x"), HATE),
            new Counted(0, List.of("cyber"), cyber),
            new Counted(1, List.of("cyber"), cyber));
  }

  @Test
  void process_scoreBelowTheRules_goesNowhere() throws Exception {
    process(Signals.of("x:1", 500, Category.HATE, "a", "x", "en", 0.3999, "text"));

    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(late()).isEmpty();
  }

  @Test
  void process_languageWithRegion_isGroupedByItsPrimarySubtag() throws Exception {
    process(Signals.of("x:1", 500, Category.HATE, "a", "x", "en-GB", 0.5, "text"));

    assertThat(harness.extractOutputValues())
        .filteredOn(counted -> counted.rule() == 2)
        .extracting(Counted::group)
        .containsExactly(List.of("en", "x"));
  }

  @Test
  void key_valuesThatHoldSeparators_areDifferentGroups() throws Exception {
    process(Signals.of("x:1", 500, Category.HATE, "a", "b|x", "en", 0.5, "text"));
    process(Signals.of("x:2", 500, Category.HATE, "a", "x", "en|b", 0.5, "text"));

    assertThat(harness.extractOutputValues())
        .filteredOn(counted -> counted.rule() == 2)
        .extracting(Counted::key)
        .doesNotHaveDuplicates();
  }

  @Test
  void process_watermarkJustBelowTheEnd_isInTime() throws Exception {
    harness.processWatermark(998);
    process(HATE);

    assertThat(harness.extractOutputValues()).hasSize(3);
    assertThat(late()).isEmpty();
  }

  @Test
  void process_lateForTwoRules_isOneLatePostAndTheLongerRuleCountsIt() throws Exception {
    harness.processWatermark(999);
    process(HATE);

    assertThat(harness.extractOutputValues())
        .containsExactly(new Counted(2, List.of("en", "x"), HATE));
    assertThat(late()).containsExactly(HATE);
    assertThat(tally()).isEqualTo(1L);
  }

  @Test
  void process_lateForNoRuleThatCountsIt_isNotLate() throws Exception {
    harness.processWatermark(1_000_000);
    process(Signals.of("x:1", 500, Category.HATE, "a", "x", "en", 0.1, "text"));

    assertThat(late()).isEmpty();
  }

  @Test
  void process_lateRetraction_isNoLatePostAndReachesTheLongerRule() throws Exception {
    harness.processWatermark(999);
    Signal retracted = HATE.retracted(Instant.ofEpochMilli(700));
    process(retracted);

    assertThat(harness.extractOutputValues())
        .containsExactly(new Counted(2, List.of("en", "x"), retracted));
    assertThat(late()).isEmpty();
    assertThat(tally()).isEqualTo(0L);
  }

  private void process(Signal... signals) throws Exception {
    for (Signal signal : signals) {
      harness.processElement(signal, Signals.at(signal));
    }
  }

  private List<Signal> late() {
    var late = harness.getSideOutput(RuleRouter.LATE);
    return late == null ? List.of() : late.stream().map(record -> record.getValue()).toList();
  }

  private Object tally() {
    return ((ProcessOperator<?, ?>) harness.getOperator())
        .getRuntimeContext()
        .getAccumulator("late")
        .getLocalValue();
  }
}
