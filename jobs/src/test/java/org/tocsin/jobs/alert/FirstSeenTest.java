package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.Measure;
import org.tocsin.events.Signal;
import org.tocsin.jobs.Signals;
import org.tocsin.jobs.detect.PostSeen;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.Counts;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;
import org.tocsin.lexicons.pack.AlertRule.When;

/** Rules that ask for what is new: two posts of an account within a day, unseen for two weeks. */
class FirstSeenTest extends OneLineContract {
  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;

  private int posts;

  @Test
  void firstSeen_afterAllOfTheLookBack_ringsAndSaysSo() throws Exception {
    start(rule());
    days(0, 20);
    twice("new", 20 * DAY);
    line().watermark(22 * DAY - 1);

    assertThat(opened()).extracting(alert -> alert.group().get("author")).containsExactly("new");
    Alert alert = opened().get(0);
    assertThat(alert.measures()).contains(new Measure("unseen_days", 14, 14));
    assertThat(alert.reason())
        .isEqualTo(
            "2 posts from 1 account on 1 platform within 1 h matched, all by account new; the rule"
                + " asks for at least 2 posts; not counted in the 14 d before.");
  }

  @Test
  void firstSeen_aWeekAfterTheRuleBegan_ringsAndSaysHowFarItLooked() throws Exception {
    start(rule());
    days(0, 9);
    twice("new", 9 * DAY);
    line().watermark(11 * DAY - 1);

    assertThat(opened()).hasSize(1);
    assertThat(opened().get(0).reason())
        .endsWith(
            "new as far as is known: the rule has counted for 9 d of the 14 d that it looks back.");
  }

  @Test
  void firstSeen_inTheFirstWeek_isSilent() throws Exception {
    start(rule());
    days(0, 6);
    twice("new", 6 * DAY);
    line().watermark(7 * DAY - 1);

    assertThat(opened()).isEmpty();
  }

  @Test
  void firstSeen_countedWithinTheLookBack_isSilent() throws Exception {
    start(rule());
    days(0, 7);
    post("known", 7 * DAY);
    days(8, 20);
    twice("known", 20 * DAY);
    line().watermark(22 * DAY - 1);

    assertThat(opened()).isEmpty();
  }

  @Test
  void firstSeen_countedBeforeTheLookBack_ringsAgain() throws Exception {
    start(rule());
    post("again", 0);
    days(0, 30);
    twice("again", 30 * DAY);
    line().watermark(32 * DAY - 1);

    assertThat(opened()).extracting(alert -> alert.group().get("author")).containsExactly("again");
  }

  @Test
  void firstSeen_restart_remembersBoth() throws Exception {
    start(rule());
    post("known", 10 * DAY);
    days(0, 12);
    line().restart();
    days(12, 20);
    twice("known", 20 * DAY);
    twice("new", 20 * DAY);
    line().watermark(22 * DAY - 1);

    assertThat(opened()).extracting(alert -> alert.group().get("author")).containsExactly("new");
    assertThat(opened().get(0).reason()).endsWith("not counted in the 14 d before.");
  }

  @Test
  void firstSeen_anyOrderWithinLateness_isWhatTheTrialOfAllPostsSays() throws Exception {
    AlertRule rule = rule().build();
    for (int seed = 0; seed < 5; seed++) {
      Random random = new Random(seed);
      List<Signal> signals = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        long at = (long) (random.nextDouble() * 40 * DAY);
        signals.add(signal("a" + random.nextInt(60), at));
      }
      RuleTrial trial = new RuleTrial(new RuleBook(List.of(rule)), false);
      for (Signal signal : signals) {
        trial.post(new PostSeen("x", "en", Signals.at(signal), false), List.of(signal));
      }
      List<String> expected = told(trial.alerts());

      start(List.of(rule));
      signals.sort((one, other) -> Long.compare(Signals.at(one), Signals.at(other)));
      for (long day = 0; day < 42; day++) {
        List<Signal> ofDay = new ArrayList<>();
        for (Signal signal : signals) {
          if (Signals.at(signal) / DAY == day) {
            ofDay.add(signal);
          }
        }
        Collections.shuffle(ofDay, random);
        line().signals(ofDay.toArray(Signal[]::new));
        line().watermark((day + 1) * DAY - 1);
        if (random.nextInt(10) == 0) {
          line().restart();
        }
      }
      assertThat(told(line().alerts())).isNotEmpty().isEqualTo(expected);
      if (seed < 4) {
        allIsForgottenInTheEnd();
      }
    }
  }

  private static Rules rule() {
    Counts two = new Counts(2, null, null, null, null);
    return Rules.rule("r")
        .by(GroupBy.AUTHOR)
        .window(86_400, 3_600)
        .when(new When(two, null, null, null, null, null, false, Duration.ofDays(14)));
  }

  private List<Alert> opened() {
    return line().alerts().stream().filter(alert -> alert.status() == Alert.Status.OPEN).toList();
  }

  private static List<String> told(List<Alert> alerts) {
    return alerts.stream()
        .filter(alert -> alert.status() == Alert.Status.OPEN)
        .map(alert -> alert.id() + " " + alert.windowEnd() + " " + alert.reason())
        .sorted()
        .toList();
  }

  /** A post of somebody else each day. */
  private void days(int from, int until) throws Exception {
    for (int day = from; day < until; day++) {
      post("day" + day, day * DAY);
      line().watermark(day * DAY + DAY / 2);
    }
  }

  private void twice(String author, long at) throws Exception {
    post(author, at + HOUR);
    post(author, at + 2 * HOUR);
  }

  private void post(String author, long at) throws Exception {
    line().signals(signal(author, at));
  }

  private Signal signal(String author, long at) {
    return Signals.of("x:" + posts++, at, Category.HATE, author, "x", "en", 0.5, "text");
  }
}
