package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.jobs.alert.Rules.counts;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.Severity;
import org.tocsin.events.Signal;
import org.tocsin.jobs.Signals;
import org.tocsin.jobs.detect.BundleTimeline;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;
import org.tocsin.lexicons.pack.AlertRule.Life;
import org.tocsin.lexicons.pack.AlertRule.On;
import org.tocsin.lexicons.pack.AlertRule.Rate;
import org.tocsin.lexicons.pack.AlertRule.When;

/** Rules that come, change and go while the line runs: from 25 s on another book is in force. */
class RuleReloadTest {
  private static final long CHANGE = 25_000;
  private static final long FORGOTTEN = CHANGE + 3 * RuleNews.LEASE;
  private static final Rules TWO = Rules.rule("two").when(counts(2, null));
  private static final Rules LONG = Rules.rule("long").window(30, 10).when(counts(2, null));

  /** Another rule under the same name. */
  private static final Rules CHANGED = LONG.severity(Severity.P1);

  private @Nullable Line line;
  private int posts;

  private Line line() {
    return Objects.requireNonNull(line);
  }

  private static RuleBook book(Rules... rules) {
    return new RuleBook(Arrays.stream(rules).map(Rules::build).toList());
  }

  private void start(RuleBook before, RuleBook after) throws Exception {
    line = new Line(table(before, after), 2);
  }

  private static RuleTimetable table(RuleBook before, RuleBook after) {
    return new RuleTimetable(BundleTimeline.of(before).then(CHANGE, after));
  }

  @AfterEach
  void allIsForgottenInTheEnd() throws Exception {
    line().watermark(Long.MAX_VALUE);
    assertThat(line().left()).isZero();
    line().close();
  }

  private Signal post(long at) throws Exception {
    Signal signal = Signals.of("x:" + posts++, at, Category.HATE);
    line().signals(signal);
    return signal;
  }

  private List<String> told() {
    return line().alerts().stream()
        .map(
            alert ->
                "%s %s %d at %d"
                    .formatted(
                        alert.rule().replaceAll(".*/", ""),
                        alert.status().label(),
                        alert.posts(),
                        alert.windowEnd().toEpochMilli() / 1_000))
        .toList();
  }

  @Test
  void unchanged_windowOverTheChange_countsOn() throws Exception {
    start(book(LONG), book(LONG, TWO));
    post(24_000);
    post(25_000);
    line().watermark(29_999);

    assertThat(told()).containsExactly("long open 2 at 30");
  }

  @Test
  void added_countsFromItsFirstPostOnAndNothingBefore() throws Exception {
    start(book(), book(LONG));
    post(24_999);
    post(25_000);
    line().watermark(29_999);
    assertThat(told()).isEmpty();
    post(35_000);
    line().watermark(39_999);

    assertThat(told()).containsExactly("long open 2 at 40");
  }

  @Test
  void removed_windowsWithItsPostsAreJudgedAndLaterPostsAreNotCounted() throws Exception {
    start(book(LONG), book(TWO));
    post(23_000);
    post(24_999);
    post(25_000);
    line().watermark(29_999);
    post(31_000);
    line().watermark(69_999);

    assertThat(told()).containsExactly("long open 2 at 30", "long resolved 2 at 30");
  }

  @Test
  void removed_whenItsLastWindowIsOver_leavesNeitherStateNorTimersNorItself() throws Exception {
    start(book(LONG), book(TWO));
    post(23_000);
    post(24_999);
    line().watermark(29_999);
    assertThat(line().knownRules()).contains("pack@1/long");
    line().watermark(FORGOTTEN);
    line().watermark(FORGOTTEN + RuleNews.LEASE);

    assertThat(line().knownRules()).containsExactly("pack@1/two");
    line().watermark(FORGOTTEN + Desk.REMEMBERED);
    assertThat(line().left()).isZero();
  }

  @Test
  void changed_eachCountsItsOwnPostsAndAlertsAreTwo() throws Exception {
    start(book(LONG), book(CHANGED));
    post(21_000);
    post(24_000);
    post(25_000);
    post(26_000);
    post(27_000);
    line().watermark(29_999);

    assertThat(told()).containsExactlyInAnyOrder("long open 2 at 30", "long open 3 at 30");
    assertThat(line().alerts()).extracting(Alert::id).doesNotHaveDuplicates();
  }

  @Test
  void changed_postThatEndsLater_isTakenFromTheRuleThatCountedIt() throws Exception {
    start(book(LONG), book(CHANGED));
    post(21_000);
    Signal second = post(24_000);
    line().ended(second.retracted(Instant.ofEpochMilli(26_000)));
    line().watermark(29_999);

    assertThat(told()).isEmpty();
  }

  @Test
  void comesBack_isTheRuleThatItWas() throws Exception {
    BundleTimeline<RuleBook> books = table(book(LONG), book()).books().then(28_000, book(LONG));
    line = new Line(new RuleTimetable(books), 2);
    post(24_000);
    post(26_000);
    post(28_000);
    line().watermark(29_999);

    assertThat(told()).containsExactly("long open 2 at 30");
  }

  @Test
  void restart_withoutTheOldBook_judgesItsWindowsToTheEnd() throws Exception {
    start(book(LONG), book(TWO));
    post(23_000);
    post(24_000);
    line().watermark(CHANGE - 1);
    line().restart(book(TWO));
    line().watermark(69_999);

    assertThat(told()).containsExactly("long open 2 at 30", "long resolved 2 at 30");
  }

  @Test
  void anyOrderOfPosts_sameAlerts() throws Exception {
    List<Signal> signals =
        List.of(
            Signals.of("x:1", 21_000), Signals.of("x:2", 24_999),
            Signals.of("x:3", 25_000), Signals.of("x:4", 26_000));
    for (List<Signal> order : Signals.orders(signals)) {
      start(book(LONG), book(CHANGED, TWO));
      line().signals(order.toArray(Signal[]::new));
      line().watermark(29_999);
      assertThat(told())
          .containsExactlyInAnyOrder("long open 2 at 30", "long open 2 at 30", "two open 2 at 30");
      line().close();
    }
    start(book(), book());
  }

  /** That a rule is not there is no silence of the feed. */
  @Test
  void removed_ruleOnSilence_isSilent() throws Exception {
    start(book(feedGap()), book(TWO));
    line().post("x", "en", 20_000);
    line().watermark(CHANGE);
    line().post("x", "en", 70_000);
    line().watermark(600_000);

    assertThat(told()).isEmpty();
  }

  @Test
  void unchanged_ruleOnSilence_ringsOverTheChange() throws Exception {
    start(book(feedGap()), book(feedGap(), TWO));
    line().post("x", "en", 20_000);
    line().watermark(CHANGE);
    line().post("mastodon", "en", 590_000);
    line().watermark(600_000);

    assertThat(told()).contains("gap open 0 at 120");
  }

  @Test
  void removed_ruleWithARate_keepsNoHistoryBeyondTheWeek() throws Exception {
    Rules rate =
        Rules.rule("rate")
            .when(new When(counts(1, null), null, null, new Rate(4, 0.001, 20), null, null, false));
    start(book(rate), book(TWO));
    post(23_000);
    line().watermark(CHANGE);
    assertThat(line().left()).isPositive();
    line().watermark(Duration.ofDays(1).toMillis());
    line().watermark(Duration.ofDays(7).toMillis());

    assertThat(line().left()).isZero();
  }

  private static Rules feedGap() {
    return Rules.rule("gap")
        .on(
            new On(
                true, List.of(), List.of(), List.of(), List.of(), List.of(), 0, null, List.of(),
                List.of()))
        .by(GroupBy.PLATFORM)
        .window(60, 60)
        .when(new When(AlertRule.Counts.NONE, null, null, null, null, null, true))
        .life(Life.DEFAULT);
  }
}
