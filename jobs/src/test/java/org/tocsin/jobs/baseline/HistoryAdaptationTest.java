package org.tocsin.jobs.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tocsin.jobs.baseline.Hours.HOUR;
import static org.tocsin.jobs.baseline.Hours.at;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a history takes for usual, and what it does not. */
class HistoryAdaptationTest {
  private static final int NOON = 12;

  private static History after(Duration window, int weeks) {
    History history = History.of(window);
    Hours.live(history, weeks, new Random(1));
    return history;
  }

  private static double noon(History history, int week) {
    return history.expect(at(week, NOON), HOUR).mean();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 24, 168})
  void campaign_asLongAsTheWindow_changesNothingInIt(int windowHours) {
    Duration window = Duration.ofHours(windowHours);
    History usual = after(window, 6);
    History campaign = after(window, 6);
    for (int hour = 0; hour < windowHours; hour++) {
      usual.observe(at(6, hour), HOUR, 20);
      campaign.observe(at(6, hour), HOUR, 400);
    }
    long start = at(6, 0);
    assertThat(campaign.expect(start, window.toMillis()))
        .isEqualTo(usual.expect(start, window.toMillis()));
  }

  @Test
  void burst_tenTimesForADay_movesTheMeanLittle() {
    History history = after(Duration.ofHours(1), 6);
    double before = noon(history, 6);
    for (int hour = 0; hour < 24; hour++) {
      history.observe(at(6, hour), HOUR, Math.round(10 * Hours.rate(hour)));
    }
    assertThat(noon(history, 8)).isCloseTo(before, within(0.25 * before));
    history.observe(at(8, NOON), HOUR, 0);
    assertThat(Surprise.test(120, history.expect(at(9, NOON), HOUR)).p()).isLessThan(1e-4);
  }

  @Test
  void growth_forGood_isUsualAfterMonths() {
    History history = after(Duration.ofHours(1), 6);
    Hours.live(history, 6, 26, 2, new Random(5));
    assertThat(noon(history, 26)).isCloseTo(60, within(9.0));
  }

  @Test
  void silence_isCountedAsHoursWithoutPosts() {
    History told = after(Duration.ofHours(1), 4);
    History untold = History.fromBytes(told.toBytes());
    for (int hour = 0; hour < 3 * 168; hour++) {
      told.observe(at(4, hour), HOUR, 0);
    }
    assertThat(untold.expect(at(7, NOON), HOUR)).isEqualTo(told.expect(at(7, NOON), HOUR));
    assertThat(noon(untold, 7)).isLessThan(20);
  }

  @Test
  void silence_ofAYear_isAColdStart() {
    History history = after(Duration.ofHours(1), 4);
    assertThat(history.expect(at(60, NOON), HOUR).coldStart()).isTrue();
  }

  @Test
  void forget_armedEvent_leavesNoTrace() {
    History quiet = armed(0);
    History loud = armed(500);
    assertThat(noon(loud, 7)).isEqualTo(noon(quiet, 7));
    assertThat(noon(loud, 7)).isCloseTo(30, within(3.0));
    // The hours after it are learned again.
    double before = noon(loud, 7);
    Hours.live(loud, 7, 8, 2, new Random(6));
    assertThat(noon(loud, 8)).isGreaterThan(before + 1);
  }

  private static History armed(long posts) {
    History history = after(Duration.ofHours(1), 6);
    history.forget(at(6, 0), at(7, 0));
    for (int hour = 0; hour < 168; hour++) {
      history.observe(at(6, hour), HOUR, posts);
    }
    return history;
  }

  @Test
  void forget_hoursThatWait_areLeftOutToo() {
    History history = after(Duration.ofHours(1), 6);
    for (int hour = 0; hour < 10; hour++) {
      history.observe(at(6, hour), HOUR, 900);
    }
    History other = History.fromBytes(history.toBytes());
    history.forget(at(6, 0), at(6, 10));
    double forgotten = history.expect(at(6, 90), HOUR).mean();
    assertThat(other.expect(at(6, 90), HOUR).mean()).isNotEqualTo(forgotten);
  }

  @Test
  void forget_twice_joinsWhileTheFirstMatters() {
    History history = after(Duration.ofHours(1), 6);
    byte[] before = history.toBytes();
    history.forget(at(6, 0), at(6, 5));
    history.forget(at(6, 3), at(6, 9));
    History once = History.fromBytes(before);
    once.forget(at(6, 0), at(6, 9));
    assertThat(history.toBytes()).isEqualTo(once.toBytes());
  }

  @Test
  void forget_whenTheFirstHasPassed_learnsWhatLiesBetween() {
    History passed = after(Duration.ofHours(1), 6);
    passed.forget(at(6, 0), at(6, 24));
    History joined = History.fromBytes(passed.toBytes());
    passed.pass(at(7, 0));
    passed.forget(at(9, 0), at(9, 24));
    joined.forget(at(9, 0), at(9, 24));
    double between = passed.expect(at(9, 24 + NOON), HOUR).mean();
    assertThat(joined.expect(at(9, 24 + NOON), HOUR).mean()).isCloseTo(30, within(3.0));
    assertThat(between).isLessThan(25);
  }

  @Test
  void learnFrom_hoursThatWait_areLearnedAsIfNeverLeftOut() {
    History history = after(Duration.ofHours(1), 6);
    History never = History.fromBytes(history.toBytes());
    history.forget(at(6, 0), at(9, 0));
    for (int hour = 0; hour < 10; hour++) {
      history.observe(at(6, hour), HOUR, 90);
      never.observe(at(6, hour), HOUR, 90);
    }
    history.learnFrom(at(6, 0));
    assertThat(history.expect(at(6, 90), HOUR)).isEqualTo(never.expect(at(6, 90), HOUR));
    assertThat(history.toBytes()).isEqualTo(never.toBytes());
  }

  @Test
  void learnFrom_amidATime_leavesOutWhatIsBefore() {
    History history = after(Duration.ofHours(1), 6);
    History shorter = History.fromBytes(history.toBytes());
    history.forget(at(6, 0), at(9, 0));
    history.learnFrom(at(6, 5));
    shorter.forget(at(6, 0), at(6, 5));
    assertThat(history.toBytes()).isEqualTo(shorter.toBytes());
  }

  @Test
  void bytes_anyHistory_areLossless() {
    Random random = new Random(7);
    History kept = History.of(Duration.ofHours(30));
    History stored = History.of(Duration.ofHours(30));
    for (int hour = 0; hour < 3 * 168; hour++) {
      int posts = Hours.poisson(7, random);
      kept.observe(at(0, hour), HOUR, posts);
      stored = History.fromBytes(stored.toBytes());
      stored.observe(at(0, hour), HOUR, posts);
    }
    assertThat(stored.toBytes()).isEqualTo(kept.toBytes());
    assertThat(stored.expect(at(3, 5), HOUR)).isEqualTo(kept.expect(at(3, 5), HOUR));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 24, 168, 672})
  void bytes_longestWait_areAtMostAKibibyte(int windowHours) {
    History history = History.of(Duration.ofHours(windowHours));
    for (int hour = 0; hour < 3 * 168; hour++) {
      history.observe(at(0, hour), HOUR, 65_535);
    }
    assertThat(history.toBytes()).hasSizeLessThanOrEqualTo(1024);
  }

  @Test
  void bytes_countBeyondSixteenBits_comesBack() {
    History history = History.of(Duration.ofHours(1));
    history.observe(at(0, 0), HOUR, 1L << 40);
    assertThat(History.fromBytes(history.toBytes()).toBytes()).isEqualTo(history.toBytes());
  }

  @Test
  void bytes_ofAnother_areRefused() {
    byte[] bytes = History.of(Duration.ofHours(1)).toBytes();
    assertThatThrownBy(() -> History.fromBytes(Arrays.copyOf(bytes, 100)))
        .hasMessage("a history of 100 bytes is cut short");
    bytes[0] = 9;
    assertThatThrownBy(() -> History.fromBytes(bytes)).hasMessageContaining("version 9");
  }
}
