package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.Measure;
import org.tocsin.events.Sample;
import org.tocsin.events.Signal;
import org.tocsin.jobs.Signals;
import org.tocsin.lexicons.pack.AlertRule;

/** Windows of ten seconds that ring for three posts by two authors. */
class RuleWindowsTest {
  private static final AlertRule RULE = Rules.rule("r", Duration.ofSeconds(10), 3, 2);

  private KeyedOneInputStreamOperatorTestHarness<String, Counted, Alert> harness;

  @BeforeEach
  void open() throws Exception {
    harness = Rules.windows(List.of(RULE));
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void onTimer_thresholdMet_ringsOnceWithTheArithmetic() throws Exception {
    process(by("a", "x:1", 1_000), by("b", "x:2", 2_000), by("a", "x:3", 3_000));
    harness.processWatermark(9_998);
    assertThat(alerts()).isEmpty();
    harness.processWatermark(9_999);

    assertThat(alerts()).hasSize(1);
    Alert alert = alerts().get(0);
    assertThat(alert.rule()).isEqualTo("pack@1/r");
    assertThat(alert.group()).isEqualTo(Map.of("category", "hate"));
    assertThat(alert.measures())
        .containsExactly(new Measure("posts", 3, 3), new Measure("authors", 2, 2));
    assertThat(alert.windowStart()).isEqualTo(Instant.ofEpochMilli(0));
    assertThat(alert.windowEnd()).isEqualTo(Instant.ofEpochMilli(10_000));
    assertThat(alert.firstSeen()).isEqualTo(Instant.ofEpochMilli(1_000));
    assertThat(alert.lastSeen()).isEqualTo(Instant.ofEpochMilli(3_000));
    assertThat(alert.reason())
        .isEqualTo(
            "3 posts from 2 accounts on 1 platform within 10 s matched hate;"
                + " the rule asks for posts >= 3 and authors >= 2.");
    assertEmpty();
  }

  @Test
  void onTimer_onePostBelow_isSilentAndKeepsNothing() throws Exception {
    process(by("a", "x:1", 1_000), by("b", "x:2", 2_000));
    harness.processWatermark(9_999);

    assertThat(alerts()).isEmpty();
    assertEmpty();
  }

  @Test
  void onTimer_oneAuthorBelow_isSilent() throws Exception {
    process(by("a", "x:1", 1_000), by("a", "x:2", 2_000), by("a", "x:3", 3_000));
    harness.processWatermark(9_999);

    assertThat(alerts()).isEmpty();
  }

  @Test
  void onTimer_versionsOfOnePost_areOnePost() throws Exception {
    process(by("a", "x:1", 1_000), by("a", "x:1", 2_000), by("b", "x:2", 3_000));
    harness.processWatermark(9_999);

    assertThat(alerts()).isEmpty();
  }

  @Test
  void onTimer_firstAndLastMillisecond_areInTheWindowAndTheNextIsNot() throws Exception {
    process(by("a", "x:1", 10_000), by("b", "x:2", 15_000), by("c", "x:3", 19_999));
    process(by("d", "x:4", 9_999), by("e", "x:5", 20_000));
    harness.processWatermark(100_000);

    assertThat(alerts()).hasSize(1);
    assertThat(alerts().get(0).posts()).isEqualTo(3);
    assertThat(alerts().get(0).firstSeen()).isEqualTo(Instant.ofEpochMilli(10_000));
    assertThat(alerts().get(0).lastSeen()).isEqualTo(Instant.ofEpochMilli(19_999));
  }

  @Test
  void onTimer_retractedBeforeTheEnd_doesNotCount() throws Exception {
    Signal third = by("c", "x:3", 3_000);
    process(by("a", "x:1", 1_000), by("b", "x:2", 2_000), third, until(third, 9_999));
    harness.processWatermark(9_999);

    assertThat(alerts()).isEmpty();
    assertEmpty();
  }

  @Test
  void onTimer_retractedAtTheEnd_counts() throws Exception {
    Signal third = by("c", "x:3", 3_000);
    process(by("a", "x:1", 1_000), by("b", "x:2", 2_000), third, until(third, 10_000));
    harness.processWatermark(9_999);

    assertThat(alerts()).extracting(Alert::posts).containsExactly(3);
  }

  @Test
  void onTimer_severalOpenWindows_ringEachForItself() throws Exception {
    for (int window = 2; window >= 0; window--) {
      for (int i = 0; i < 3 + window; i++) {
        process(by("a" + i, "x:" + window + i, window * 10_000L + i));
      }
    }
    assertThat(harness.numEventTimeTimers()).isEqualTo(3);
    harness.processWatermark(9_999);
    assertThat(alerts()).extracting(Alert::posts).containsExactly(3);
    assertThat(harness.numEventTimeTimers()).isEqualTo(2);
    harness.processWatermark(29_999);

    assertThat(alerts()).extracting(Alert::posts).containsExactly(3, 4, 5);
    assertEmpty();
  }

  @Test
  void samples_moreThanTheRuleShows_areTheStrongestThenTheEarliest() throws Exception {
    process(scored("x:1", 4_000, 0.5), scored("x:2", 1_000, 0.4), scored("x:3", 3_000, 0.5));
    process(scored("x:5", 5_000, 0.9), scored("x:4", 2_000, 0.5));
    harness.processWatermark(9_999);

    assertThat(alerts().get(0).posts()).isEqualTo(5);
    assertThat(alerts().get(0).samples())
        .extracting(Sample::postId)
        .containsExactly("x:5", "x:4", "x:3");
  }

  @Test
  void alert_anyOrderOfArrival_isTheSame() throws Exception {
    List<Signal> signals =
        List.of(
            scored("x:1", 1_000, 0.5),
            scored("x:2", 1_000, 0.5),
            scored("x:3", 2_000, 0.5),
            scored("x:4", 2_000, 0.8));
    Set<Alert> alerts = new HashSet<>();
    for (List<Signal> order : Signals.orders(signals)) {
      open();
      process(order.toArray(Signal[]::new));
      harness.processWatermark(9_999);
      alerts.addAll(alerts());
      harness.close();
    }

    assertThat(alerts).hasSize(1);
  }

  @Test
  void id_otherWindowOrGroup_isAnother() throws Exception {
    for (long start : new long[] {0, 10_000}) {
      for (Category category : new Category[] {Category.HATE, Category.ARMS}) {
        for (int i = 0; i < 3; i++) {
          process(Signals.of("x:" + category + i, start + i, category));
        }
      }
    }
    harness.processWatermark(20_000);

    assertThat(alerts()).hasSize(4).extracting(Alert::id).doesNotHaveDuplicates();
    assertThat(alerts()).allMatch(alert -> alert.id().matches("[0-9a-f]{32}"));
  }

  @Test
  void restore_beforeTheEnd_ringsForWhatCameBeforeAndAfter() throws Exception {
    process(by("a", "x:1", 1_000), by("b", "x:2", 2_000));
    var snapshot = harness.snapshot(1, 1);
    harness.close();
    harness = Rules.windows(List.of(RULE));
    harness.initializeState(snapshot);
    harness.open();
    process(by("a", "x:3", 3_000));
    harness.processWatermark(9_999);

    assertThat(alerts()).extracting(Alert::posts).containsExactly(3);
    assertEmpty();
  }

  private static Signal by(String author, String post, long at) {
    return Signals.of(post, at, Category.HATE, author, "x", "en", 0.5, "text");
  }

  private static Signal scored(String post, long at, double score) {
    return Signals.of(post, at, Category.HATE, "author of " + post, "x", "en", score, "text");
  }

  private static Signal until(Signal signal, long at) {
    return signal.retracted(Instant.ofEpochMilli(at));
  }

  private void process(Signal... signals) throws Exception {
    for (Signal signal : signals) {
      Counted counted = new Counted(0, List.of(signal.category().label()), signal);
      harness.processElement(counted, Signals.at(signal));
    }
  }

  private List<Alert> alerts() {
    return harness.extractOutputValues();
  }

  private void assertEmpty() {
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }
}
