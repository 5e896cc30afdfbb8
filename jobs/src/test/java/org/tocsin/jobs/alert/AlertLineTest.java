package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.jobs.alert.Rules.counts;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.Measure;
import org.tocsin.events.Sample;
import org.tocsin.events.Signal;
import org.tocsin.jobs.Signals;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;

/** Windows of ten seconds that ring for three posts by two authors, unless a test says else. */
class AlertLineTest {
  private Line line = line(Rules.rule("r"));

  private static Line line(Rules... rules) {
    try {
      return new Line(new RuleBook(java.util.Arrays.stream(rules).map(Rules::build).toList()), 2);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void close() throws Exception {
    line.close();
  }

  @Test
  void watermark_thresholdMet_ringsOnceWithTheArithmetic() throws Exception {
    line.signals(by("a", "x:1", 1_000), by("b", "x:2", 2_000), by("a", "x:3", 3_000));
    line.watermark(9_998);
    assertThat(line.alerts()).isEmpty();
    line.watermark(9_999);

    assertThat(line.alerts()).hasSize(1);
    Alert alert = line.alerts().get(0);
    assertThat(alert.rule()).isEqualTo("pack@1/r");
    assertThat(alert.group()).isEqualTo(Map.of("category", "hate"));
    assertThat(alert.measures())
        .containsExactly(new Measure("posts", 3, 3), new Measure("authors", 2, 2));
    assertThat(alert.windowStart()).isEqualTo(Instant.ofEpochMilli(0));
    assertThat(alert.windowEnd()).isEqualTo(Instant.ofEpochMilli(10_000));
    assertThat(alert.firstSeen()).isEqualTo(Instant.ofEpochMilli(1_000));
    assertThat(alert.lastSeen()).isEqualTo(Instant.ofEpochMilli(3_000));
    assertThat(alert.status()).isEqualTo(Alert.Status.OPEN);
    assertThat(alert.revision()).isEqualTo(1);
    assertThat(alert.exact()).isNull();
    assertThat(alert.reason())
        .isEqualTo(
            "3 posts from 2 accounts on 1 platform within 2 s matched hate;"
                + " the rule asks for at least 3 posts and 2 accounts.");
  }

  @Test
  void watermark_onePostBelow_isSilentAndKeepsNothing() throws Exception {
    line.signals(by("a", "x:1", 1_000), by("b", "x:2", 2_000));
    line.watermark(30_000);

    assertThat(line.alerts()).isEmpty();
    assertThat(line.left()).isZero();
  }

  @Test
  void watermark_oneAuthorBelow_isSilent() throws Exception {
    line.signals(by("a", "x:1", 1_000), by("a", "x:2", 2_000), by("a", "x:3", 3_000));
    line.watermark(30_000);

    assertThat(line.alerts()).isEmpty();
  }

  @Test
  void watermark_versionsOfOnePost_areOnePost() throws Exception {
    line.signals(by("a", "x:1", 1_000), by("a", "x:1", 2_000), by("b", "x:2", 3_000));
    line.watermark(9_999);

    assertThat(line.alerts()).isEmpty();
  }

  @Test
  void watermark_firstAndLastMillisecond_areInTheWindowAndTheNextIsNot() throws Exception {
    line.signals(by("a", "x:1", 10_000), by("b", "x:2", 15_000), by("c", "x:3", 19_999));
    line.signals(by("d", "x:4", 9_999), by("e", "x:5", 20_000));
    line.watermark(19_999);

    assertThat(line.alerts()).hasSize(1);
    assertThat(line.alerts().get(0).posts()).isEqualTo(3);
    assertThat(line.alerts().get(0).firstSeen()).isEqualTo(Instant.ofEpochMilli(10_000));
    assertThat(line.alerts().get(0).lastSeen()).isEqualTo(Instant.ofEpochMilli(19_999));
  }

  @Test
  void watermark_retractedBeforeTheEnd_doesNotCount() throws Exception {
    Signal third = by("c", "x:3", 3_000);
    line.signals(by("a", "x:1", 1_000), by("b", "x:2", 2_000), third);
    line.ended(until(third, 9_999));
    line.watermark(9_999);

    assertThat(line.alerts()).isEmpty();
  }

  @Test
  void watermark_retractedAtTheEnd_counts() throws Exception {
    Signal third = by("c", "x:3", 3_000);
    line.signals(by("a", "x:1", 1_000), by("b", "x:2", 2_000), third);
    line.ended(until(third, 10_000));
    line.watermark(9_999);

    assertThat(line.alerts()).extracting(Alert::posts).containsExactly(3);
  }

  @Test
  void watermark_slidingWindow_ringsAtThePaneThatFillsIt() throws Exception {
    line.close();
    line = line(Rules.rule("r").window(30, 10));
    line.signals(by("a", "x:1", 1_000), by("b", "x:2", 12_000), by("c", "x:3", 25_000));
    line.watermark(29_998);
    assertThat(line.alerts()).isEmpty();
    line.watermark(29_999);

    assertThat(line.alerts()).extracting(Alert::posts).containsExactly(3);
    assertThat(line.alerts().get(0).windowStart()).isEqualTo(Instant.ofEpochMilli(0));
    line.watermark(39_999);
    assertThat(line.alerts()).hasSize(2);
    assertThat(line.alerts().get(1).status()).isEqualTo(Alert.Status.RESOLVED);
  }

  @Test
  void watermark_retractionOfAnEarlierPane_countsFromTheNextWindowOn() throws Exception {
    line.close();
    line = line(Rules.rule("r").window(20, 10).when(counts(1, null)));
    Signal only = by("a", "x:1", 1_000);
    line.signals(only);
    line.watermark(9_999);
    line.ended(until(only, 12_000));
    line.watermark(19_999);

    assertThat(line.alerts())
        .extracting(Alert::status)
        .containsExactly(Alert.Status.OPEN, Alert.Status.RESOLVED);
    line.watermark(200_000_000);
    assertThat(line.left()).isZero();
  }

  @Test
  void samples_moreThanTheRuleShows_areTheStrongestThenTheEarliest() throws Exception {
    line.signals(scored("x:1", 4_000, 0.5), scored("x:2", 1_000, 0.4), scored("x:3", 3_000, 0.5));
    line.signals(scored("x:5", 5_000, 0.9), scored("x:4", 2_000, 0.5));
    line.watermark(9_999);

    assertThat(line.alerts().get(0).posts()).isEqualTo(5);
    assertThat(line.alerts().get(0).samples())
        .extracting(Sample::postId)
        .containsExactly("x:5", "x:4", "x:3");
  }

  @Test
  void samples_deletedPost_isNotShownAndAnotherIs() throws Exception {
    Signal strongest = scored("x:5", 5_000, 0.9);
    line.signals(scored("x:1", 4_000, 0.5), scored("x:2", 1_000, 0.6), strongest);
    line.signals(scored("x:3", 3_000, 0.7), scored("x:4", 2_000, 0.8));
    line.ended(until(strongest, 6_000));
    line.watermark(9_999);

    assertThat(line.alerts().get(0).samples())
        .extracting(Sample::postId)
        .containsExactly("x:4", "x:3", "x:2");
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
      line.close();
      line = line(Rules.rule("r"));
      line.signals(order.toArray(Signal[]::new));
      line.watermark(9_999);
      alerts.addAll(line.alerts());
    }

    assertThat(alerts).hasSize(1);
  }

  @Test
  void id_otherWindowOrGroup_isAnother() throws Exception {
    for (long start : new long[] {0, 20_000}) {
      for (Category category : new Category[] {Category.HATE, Category.ARMS}) {
        for (int i = 0; i < 3; i++) {
          line.signals(Signals.of("x:" + category + i, start + i, category));
        }
      }
      line.watermark(start + 19_999);
    }

    assertThat(line.alerts())
        .filteredOn(alert -> alert.status() == Alert.Status.OPEN)
        .hasSize(4)
        .extracting(Alert::id)
        .doesNotHaveDuplicates();
    assertThat(line.alerts()).allMatch(alert -> alert.id().matches("[0-9a-f]{32}"));
  }

  @Test
  void restart_beforeTheEnd_ringsForWhatCameBeforeAndAfter() throws Exception {
    line.signals(by("a", "x:1", 1_000), by("b", "x:2", 2_000));
    line.restart();
    line.signals(by("a", "x:3", 3_000));
    line.watermark(9_999);

    assertThat(line.alerts()).extracting(Alert::posts).containsExactly(3);
  }

  @Test
  void restart_behindTheEnd_latePostsRingNoSecondTime() throws Exception {
    line.signals(by("a", "x:1", 1_000), by("b", "x:2", 2_000), by("a", "x:3", 3_000));
    line.watermark(9_999);
    line.restart();
    Signal late = by("c", "x:4", 4_000);
    line.signals(late, by("a", "x:5", 5_000), by("b", "x:6", 6_000));
    // What a source says first after a restart.
    line.watermark(5_000);
    line.watermark(19_999);

    assertThat(line.late()).hasSize(3).contains(late);
    assertThat(line.alerts())
        .extracting(Alert::status)
        .containsExactly(Alert.Status.OPEN, Alert.Status.RESOLVED);
  }

  @Test
  void restart_behindAPane_anEndOfBeforeJudgesOnlyWindowsThatAreOpen() throws Exception {
    line.close();
    line = line(Rules.rule("long").window(20, 10).when(counts(2, null)));
    Signal second = by("b", "x:2", 2_000);
    line.signals(by("a", "x:1", 1_000), second, by("c", "x:3", 3_000));
    line.watermark(9_999);
    line.restart();
    line.ended(until(second, 12_000));
    line.watermark(10_000);
    assertThat(line.alerts()).extracting(Alert::posts).containsExactly(3);
    line.watermark(39_999);

    assertThat(line.alerts())
        .extracting(Alert::status)
        .containsExactly(Alert.Status.OPEN, Alert.Status.RESOLVED);
  }

  @Test
  void late_closedForOneRule_isToldOnceAndTheLongerRuleCountsIt() throws Exception {
    line.close();
    line =
        line(
            Rules.rule("short"),
            Rules.rule("also"),
            Rules.rule("long").window(100, 100).by(GroupBy.PLATFORM).when(counts(1, null)));
    line.watermark(9_999);
    Signal late = by("a", "x:1", 500);
    line.signals(late, Signals.of("x:9", 600, Category.HATE, "a", "x", "en", 0.1, "weak"));
    line.watermark(99_999);

    assertThat(line.late()).containsExactly(late);
    assertThat(line.alerts()).extracting(Alert::rule).containsExactly("pack@1/long");
  }

  @Test
  void state_whenAllIsOver_isGone() throws Exception {
    for (int i = 0; i < 100; i++) {
      line.signals(by("a" + i, "x:" + i, 1_000 + i));
    }
    line.watermark(9_999);
    assertThat(line.left()).isPositive();
    line.watermark(9_999 + 20_000 + Desk.REMEMBERED);

    assertThat(line.alerts())
        .extracting(Alert::status)
        .containsExactly(Alert.Status.OPEN, Alert.Status.RESOLVED);
    assertThat(line.left()).isZero();
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
}
