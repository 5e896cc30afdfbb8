package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.jobs.alert.Rules.counts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Alert;
import org.tocsin.events.Alert.Status;
import org.tocsin.events.Category;
import org.tocsin.events.Severity;
import org.tocsin.events.Verdict;
import org.tocsin.events.Verdict.Decision;
import org.tocsin.jobs.Signals;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.Counts;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;
import org.tocsin.lexicons.pack.AlertRule.Inhibits;
import org.tocsin.lexicons.pack.AlertRule.Life;
import org.tocsin.lexicons.pack.AlertRule.Step;

/** How alerts live: windows of ten seconds that ring for one post, unless a test says else. */
class LifeTest extends OneLineContract {
  private static final Rules RULE = Rules.rule("r").when(counts(1, null));

  private int posts;

  @Test
  void episode_goesOnWithoutMore_isToldOnceAndResolvedOnce() throws Exception {
    start(RULE);
    window(0, 3);
    window(1, 3);
    window(2, 5);
    window(3, 0);
    window(4, 0);

    assertThat(told()).containsExactly("1 open 3", "2 resolved 3");
    assertThat(line().alerts()).extracting(Alert::id).containsOnly(line().alerts().get(0).id());
    assertThat(line().alerts().get(1).reason())
        .startsWith("Over after 10 s without what the rule asks for; it was: 3 posts");
    assertThat(line().alerts().get(1).openedAt()).isEqualTo(Instant.ofEpochMilli(10_000));
  }

  @Test
  void episode_countsDouble_isUpdated() throws Exception {
    start(RULE);
    window(0, 3);
    window(1, 6);
    window(2, 11);
    window(3, 12);

    assertThat(told()).containsExactly("1 open 3", "2 updated 6", "3 updated 12");
  }

  @Test
  void episode_severityStep_isUpdatedAndNeverLowered() throws Exception {
    start(RULE.severity(Severity.P3, new Step(counts(4, null), Severity.P1)));
    window(0, 3);
    window(1, 4);
    window(2, 1);
    window(3, 0);

    assertThat(line().alerts())
        .extracting(Alert::severity)
        .containsExactly(Severity.P3, Severity.P1, Severity.P1);
    assertThat(told()).containsExactly("1 open 3", "2 updated 4", "3 resolved 4");
  }

  @Test
  void episode_newPlatform_isUpdated() throws Exception {
    start(RULE);
    window(0, 3);
    post(11_000, "x", "en", Category.HATE);
    post(12_000, "mastodon", "en", Category.HATE);
    line().watermark(19_999);

    assertThat(line().alerts()).extracting(Alert::platforms).containsExactly(1, 2);
  }

  @Test
  void episode_quietPanesAndBelow_keepItOpen() throws Exception {
    start(
        RULE.when(counts(3, null))
            .life(new Life(Duration.ZERO, counts(2, null), 2, Inhibits.NOTHING, 30, 20)));
    window(0, 3);
    window(1, 2);
    window(2, 1);
    window(3, 2);
    window(4, 1);
    window(5, 1);

    assertThat(told()).containsExactly("1 open 3", "2 resolved 3");
  }

  @Test
  void coolDown_holdsTheNextEpisodeBack() throws Exception {
    start(RULE.life(new Life(Duration.ofSeconds(20), Counts.NONE, 1, Inhibits.NOTHING, 30, 20)));
    window(0, 1);
    window(1, 0);
    window(2, 1);
    window(3, 1);

    assertThat(told()).containsExactly("1 open 1", "2 resolved 1", "1 open 1");
    assertThat(line().alerts().get(2).windowStart()).isEqualTo(Instant.ofEpochMilli(30_000));
    assertThat(line().alerts().get(2).id()).isNotEqualTo(line().alerts().get(0).id());
  }

  @Test
  void inhibits_openAlertOfTheSameGroup_silencesTheOther() throws Exception {
    Life silencing =
        new Life(
            Duration.ZERO, Counts.NONE, 1, new Inhibits(List.of(), List.of(Severity.P2)), 30, 20);
    start(RULE, Rules.rule("urgent").when(counts(3, null)).severity(Severity.P1).life(silencing));
    window(0, 3);
    post(1_000 + 9_000, "x", "en", Category.ARMS);
    window(1, 3);
    window(2, 1);
    window(3, 1);

    assertThat(line().alerts())
        .extracting(
            alert ->
                alert.rule() + " " + alert.group().get("category") + " " + alert.status().label())
        .containsExactly(
            "pack@1/urgent hate open",
            "pack@1/r arms open",
            "pack@1/r arms resolved",
            "pack@1/urgent hate resolved",
            "pack@1/r hate open");
  }

  @Test
  void digest_moreGroupsThanTheRuleAllows_isOneAlert() throws Exception {
    start(
        RULE.by(GroupBy.PLATFORM)
            .life(new Life(Duration.ZERO, Counts.NONE, 1, Inhibits.NOTHING, 30, 2)));
    for (String platform : List.of("a", "b", "c")) {
      post(1_000, platform, "en", Category.HATE);
    }
    line().watermark(9_999);

    assertThat(line().alerts()).hasSize(1);
    Alert digest = line().alerts().get(0);
    assertThat(digest.digest()).hasSize(3).anyMatch(text -> text.startsWith("b: 1 post from"));
    assertThat(digest.posts()).isEqualTo(3);
    assertThat(digest.reason()).startsWith("3 groups at once");
    line().watermark(19_999);
    assertThat(line().alerts()).extracting(Alert::status).endsWith(Status.RESOLVED);
  }

  @Test
  void budget_spent_isOneQuarantineAlertThenSilenceForAnHour() throws Exception {
    start(
        RULE.by(GroupBy.PLATFORM)
            .life(new Life(Duration.ZERO, Counts.NONE, 1, Inhibits.NOTHING, 2, 20)));
    for (String platform : List.of("a", "b", "c", "d")) {
      post(1_000, platform, "en", Category.HATE);
    }
    line().watermark(9_999);
    post(11_000, "e", "en", Category.HATE);
    line().watermark(19_999);

    List<Alert> opened = opened();
    assertThat(opened).hasSize(3);
    assertThat(opened.get(2).reason()).startsWith("In quarantine for 1 h: more than 2 new alerts");
    post(3_620_000, "f", "en", Category.HATE);
    line().watermark(3_629_999);
    assertThat(opened()).hasSize(4);
  }

  @Test
  void snooze_untilItsEnd_isSilentAndThenRings() throws Exception {
    start(RULE);
    window(0, 1);
    verdict(Decision.SNOOZED, 30_000);
    window(1, 9);
    window(2, 9);
    window(3, 9);

    assertThat(told()).containsExactly("1 open 1", "2 updated 9");
    assertThat(line().alerts().get(1).windowEnd()).isEqualTo(Instant.ofEpochMilli(30_000));
  }

  @Test
  void snooze_resolvedMeanwhile_opensNoneBeforeItsEnd() throws Exception {
    start(RULE);
    window(0, 1);
    window(1, 0);
    verdict(Decision.SNOOZED, 50_000);
    window(2, 1);
    window(3, 0);
    window(4, 1);

    assertThat(told()).containsExactly("1 open 1", "2 resolved 1", "1 open 1");
    assertThat(line().alerts().get(2).windowEnd()).isEqualTo(Instant.ofEpochMilli(50_000));
  }

  @Test
  void acknowledged_onlyWhatIsWorseIsTold() throws Exception {
    start(RULE.severity(Severity.P3, new Step(counts(20, null), Severity.P1)));
    window(0, 1);
    verdict(Decision.CONFIRMED, null);
    window(1, 9);
    window(2, 20);

    assertThat(told()).containsExactly("1 open 1", "2 updated 20");
  }

  @Test
  void falsePositive_nothingIsToldButItsEnd() throws Exception {
    start(RULE);
    window(0, 1);
    verdict(Decision.FALSE_POSITIVE, null);
    line().restart();
    window(1, 9);
    window(2, 0);

    assertThat(told()).containsExactly("1 open 1", "2 resolved 1");
  }

  @Test
  void shadow_isNeverTold() throws Exception {
    start(RULE.status(AlertRule.Status.SHADOW), Rules.rule("draft").status(AlertRule.Status.DRAFT));
    window(0, 9);

    assertThat(line().alerts()).isEmpty();
  }

  private void verdict(Decision decision, @Nullable Integer until) throws Exception {
    line()
        .verdict(
            new Verdict(
                line().alerts().get(0).id(),
                decision,
                decision == Decision.FALSE_POSITIVE ? "a museum" : null,
                until == null ? null : Instant.ofEpochMilli(until),
                "analyst",
                Instant.EPOCH,
                null));
  }

  /** So many posts in a window of ten seconds, which then ends. */
  private void window(int window, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      post(window * 10_000L + i, "x", "en", Category.HATE);
    }
    line().watermark(window * 10_000L + 9_999);
  }

  private void post(long at, String platform, String lang, Category category) throws Exception {
    line()
        .signals(
            Signals.of(
                platform + ":" + posts++, at, category, "one author", platform, lang, 0.5, "text"));
  }

  private List<Alert> opened() {
    return line().alerts().stream().filter(alert -> alert.status() == Status.OPEN).toList();
  }

  private List<String> told() {
    return line().alerts().stream()
        .map(alert -> alert.revision() + " " + alert.status().label() + " " + alert.posts())
        .toList();
  }
}
