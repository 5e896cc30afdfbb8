package org.tocsin.jobs.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tocsin.jobs.baseline.Hours.HOUR;
import static org.tocsin.jobs.baseline.Hours.at;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
  private static final int NOON = 12;
  private static final int NIGHT = 3;
  private static final int SATURDAY_NOON = 5 * 24 + 12;
  private static final Duration HOURLY = Duration.ofHours(1);

  private static History after(int weeks) {
    History history = History.of(HOURLY);
    Hours.live(history, weeks, new Random(1));
    return history;
  }

  @Test
  void expect_weeksOfHistory_knowsTheHourAndTheWeekend() {
    History history = after(6);
    assertThat(history.expect(at(6, NOON), HOUR).mean()).isCloseTo(30, within(3.0));
    assertThat(history.expect(at(6, NIGHT), HOUR).mean()).isCloseTo(5, within(1.0));
    assertThat(history.expect(at(6, SATURDAY_NOON), HOUR).mean()).isCloseTo(5, within(1.5));
  }

  @Test
  void expect_weeksOfHistory_restsOnItsOwnHours() {
    Expectation noon = after(6).expect(at(6, NOON), HOUR);
    assertThat(noon.levels().hourOfDay() + noon.levels().hourOfWeek()).isGreaterThan(0.9);
    assertThat(noon.coldStart()).isFalse();
    assertThat(noon.dispersion()).isLessThan(0.05);
  }

  @Test
  void expect_levels_sumToOne() {
    for (int weeks = 0; weeks < 4; weeks++) {
      Expectation.Levels levels = after(weeks).expect(at(weeks, NOON), 30 * HOUR).levels();
      assertThat(levels.overall() + levels.dayKind() + levels.hourOfDay() + levels.hourOfWeek())
          .isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void expect_quietGroup_restsOnTheOverallRate() {
    History history = History.of(HOURLY);
    for (int hour = 0; hour < 6 * 168; hour++) {
      history.observe(at(0, hour), HOUR, hour % 50 == 0 ? 1 : 0);
    }
    Expectation.Levels levels = history.expect(at(6, NOON), HOUR).levels();
    assertThat(levels.overall() + levels.dayKind()).isGreaterThan(0.5);
    assertThat(levels.hourOfWeek()).isLessThan(0.02);
  }

  @Test
  void expect_nothingKnown_isColdAndHardToSurprise() {
    Expectation empty = History.of(HOURLY).expect(at(0, 0), HOUR);
    assertThat(empty.coldStart()).isTrue();
    assertThat(empty.levels().overall()).isEqualTo(1);
    assertThat(Surprise.test(20, empty).p()).isGreaterThan(1e-5);
  }

  @Test
  void expect_coldStart_endsWhenAWeekIsLearned() {
    History history = History.of(HOURLY);
    Hours.live(history, 1, new Random(2));
    assertThat(history.expect(at(1, 0), HOUR).coldStart()).isTrue();
    assertThat(history.expect(at(2, 0), HOUR).coldStart()).isFalse();
  }

  @Test
  void expect_partsOfAnHour_areItsShare() {
    History history = after(5);
    double hour = history.expect(at(5, NOON), HOUR).mean();
    assertThat(history.expect(at(5, NOON) + HOUR / 3, HOUR / 12).mean())
        .isCloseTo(hour / 12, within(1e-9));
  }

  @Test
  void expect_windowOverHours_isTheSumOfItsParts() {
    History history = after(5);
    history.expect(at(5, 9), HOUR);
    long start = at(5, 7) + HOUR / 2;
    double parts =
        history.expect(start, HOUR / 2).mean()
            + history.expect(at(5, 8), HOUR).mean()
            + history.expect(at(5, 9), HOUR / 4).mean();
    assertThat(history.expect(start, 7 * HOUR / 4).mean()).isCloseTo(parts, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(longs = {HOUR / 12, HOUR / 60, HOUR / 7})
  void observe_shortPanes_learnTheSameHours(long pane) {
    History hourly = History.of(HOURLY);
    History brief = History.of(HOURLY);
    for (int hour = 0; hour < 3 * 168; hour++) {
      hourly.observe(at(0, hour), HOUR, 12);
    }
    for (long start = at(0, 0); start < at(3, 0); start += pane) {
      brief.observe(start, pane, start / HOUR == (start + pane - 1) / HOUR ? 1 : 0);
    }
    double perHour = Math.floor((double) HOUR / pane);
    assertThat(hourly.expect(at(3, NOON), HOUR).mean()).isCloseTo(12, within(0.1));
    assertThat(brief.expect(at(3, NOON), HOUR).mean()).isCloseTo(perHour, within(1.0));
  }

  @Test
  void observe_panesOfADay_learnDaysAndTheirSpread() {
    Random random = new Random(3);
    History history = History.of(Duration.ofDays(1));
    for (int day = 0; day < 10 * 7; day++) {
      history.observe(at(0, 24 * day), 24 * HOUR, Hours.poisson(240, random));
    }
    Expectation day = history.expect(at(10, 0), 24 * HOUR);
    assertThat(day.mean()).isCloseTo(240, within(12.0));
    assertThat(day.dispersion()).isLessThan(0.1);
    assertThat(Surprise.test(250, day).p()).isGreaterThan(0.2);
    assertThat(Surprise.test(720, day).p()).isLessThan(1e-6);
  }

  @Test
  void observe_anyOrderWithinADay_isTheSame() {
    List<Long> panes = new ArrayList<>();
    for (long pane = 1; pane < 12 * 20; pane++) {
      panes.add(at(2, 0) + pane * HOUR / 12);
    }
    byte[] inOrder = observed(panes).toBytes();
    Collections.shuffle(panes, new Random(4));
    assertThat(observed(panes).toBytes()).isEqualTo(inOrder);
  }

  private static History observed(List<Long> panes) {
    History history = after(2);
    history.observe(at(2, 0), HOUR / 12, 3);
    panes.forEach(start -> history.observe(start, HOUR / 12, start / HOUR % 5));
    history.expect(at(4, 0), HOUR);
    return history;
  }

  @Test
  void observe_pastHour_changesNothing() {
    History history = after(2);
    byte[] before = history.toBytes();
    history.observe(at(0, 5), HOUR, 1_000);
    assertThat(history.toBytes()).isEqualTo(before);
  }

  @Test
  void observe_wrongPane_isRefused() {
    History history = History.of(HOURLY);
    assertThatThrownBy(() -> history.observe(0, 0, 1)).hasMessageContaining("a pane of 0 ms");
    assertThatThrownBy(() -> history.observe(0, 1, -1)).hasMessageContaining("-1 posts");
  }
}
