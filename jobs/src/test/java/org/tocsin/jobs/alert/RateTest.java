package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.tocsin.jobs.alert.Rules.counts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.Watch;
import org.tocsin.jobs.Signals;
import org.tocsin.jobs.detect.Change;
import org.tocsin.lexicons.pack.AlertRule.Counts;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;
import org.tocsin.lexicons.pack.AlertRule.On;
import org.tocsin.lexicons.pack.AlertRule.Rate;
import org.tocsin.lexicons.pack.AlertRule.When;

/** What is usual for a group, and what watches arm and leave out, through the operators. */
class RateTest extends OneLineContract {
  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;

  private int posts;

  @Test
  void rate_burstAgainstTheGroupsOwnHours_ringsAndSaysWhatIsUsual() throws Exception {
    start(burst("r"));
    long burst = 15 * DAY;
    quietDays(15, Integer.MAX_VALUE);
    posts(burst, 60);
    line().watermark(burst + HOUR - 1);

    assertThat(opened()).hasSize(1);
    Alert alert = opened().get(0);
    assertThat(alert.posts()).isEqualTo(60);
    assertThat(alert.reason()).contains("usual: ").doesNotContain("history");
    assertThat(alert.measures())
        .filteredOn(measure -> measure.name().equals("rate"))
        .singleElement()
        .satisfies(measure -> assertThat(measure.expected()).isBetween(3.0, 6.0));
  }

  @Test
  void rate_beforeAnythingIsLearned_isSilentForWhatIsUsualIsNotKnown() throws Exception {
    start(burst("r"));
    for (int hour = 0; hour < 28; hour++) {
      posts(hour * HOUR, 60);
      line().watermark((hour + 1) * HOUR - 1);
    }

    assertThat(line().alerts()).isEmpty();
  }

  @Test
  void rate_newGroupOfARuleThatHasCountedForDays_isUsuallyWithoutPosts() throws Exception {
    start(burst("r").by(GroupBy.AUTHOR));
    for (int hour = 0; hour < 11 * 24; hour++) {
      post(hour * HOUR, "usual", Category.HATE);
      line().watermark((hour + 1) * HOUR - 1);
    }
    for (int i = 0; i < 20; i++) {
      post(11 * 24 * HOUR + i, "new", Category.HATE);
    }
    line().watermark(11 * 24 * HOUR + HOUR - 1);

    assertThat(opened()).extracting(alert -> alert.group().get("author")).containsExactly("new");
    assertThat(opened().get(0).reason())
        .startsWith("20 posts from 1 account on 1 platform within 1 s matched, all by account new;")
        .doesNotContain("history");
    assertThat(opened().get(0).measures().get(0).expected()).isLessThan(0.1);
  }

  @Test
  void rate_daysOfAnArmedWatch_areNotLearned() throws Exception {
    start(burst("r"), burst("armed").whenArmed());
    watch("w", 14 * DAY, 16 * DAY, null);
    quietDays(14, Integer.MAX_VALUE);
    for (int hour = 0; hour < 50; hour++) {
      posts(14 * DAY + hour * HOUR, 60);
      line().watermark(14 * DAY + (hour + 1) * HOUR - 1);
    }
    line().watermark(20 * DAY);
    posts(20 * DAY + HOUR, 60);
    line().watermark(20 * DAY + 2 * HOUR);

    Alert last = opened().get(opened().size() - 1);
    assertThat(last.windowStart()).isEqualTo(Instant.ofEpochMilli(20 * DAY + HOUR));
    assertThat(last.measures().get(0).expected()).isLessThan(8.0);
    assertThat(opened())
        .filteredOn(alert -> alert.rule().equals("pack@1/armed"))
        .extracting(Alert::windowStart)
        .containsExactly(Instant.ofEpochMilli(14 * DAY));
  }

  @Test
  void armed_watchWithdrawn_isOverAtItsTime() throws Exception {
    start(Rules.rule("r").when(counts(1, null)).whenArmed());
    watch("w", 0, 60_000, null);
    watch("other", 50_000, 60_000, null);
    everyTenSeconds(0, 2);
    watch("w", 0, 60_000, 25_000L);
    everyTenSeconds(2, 6);

    // Panes of 0 to 20 s, that of 20 s in which it ends, and that of another watch.
    assertThat(line().alerts())
        .extracting(alert -> alert.status().label() + " " + alert.windowStart().toEpochMilli())
        .containsExactly("open 0", "resolved 0", "open 50000");
  }

  @Test
  void armed_watchWithdrawnAltogether_armsNothing() throws Exception {
    start(Rules.rule("r").when(counts(1, null)).whenArmed());
    watch("w", 5_000, 60_000, null);
    watch("w", 5_000, 60_000, 5_000L);
    everyTenSeconds(0, 3);

    assertThat(line().alerts()).isEmpty();
  }

  @Test
  void armed_sameWatchOnceMore_isInPlaceOfWhatItWas() throws Exception {
    start(Rules.rule("r").when(counts(1, null)).whenArmed());
    watch("w", 0, 20_000, null);
    watch("w", 20_000, 40_000, null);
    line().restart();
    everyTenSeconds(0, 5);

    assertThat(opened())
        .extracting(alert -> alert.windowStart().toEpochMilli())
        .containsExactly(20_000L);
  }

  @Test
  void rate_daysOfAWithdrawnWatch_areLearned() throws Exception {
    double standing = usualAfterDaysOfMore(null);
    line().close();
    posts = 0;

    assertThat(usualAfterDaysOfMore(14 * DAY)).isGreaterThan(1.2 * standing);
  }

  /** What is usual after a busy week, most of it after a watch was withdrawn if one was. */
  private double usualAfterDaysOfMore(@Nullable Long withdrawnAt) throws Exception {
    start(burst("r"));
    quietDays(14, Integer.MAX_VALUE);
    watch("w", 14 * DAY, 40 * DAY, null);
    for (int hour = 0; hour < 7 * 24; hour++) {
      if (hour == 10) {
        watch("w", 14 * DAY, 40 * DAY, withdrawnAt);
      }
      posts(14 * DAY + hour * HOUR, 8);
      line().watermark(14 * DAY + (hour + 1) * HOUR - 1);
    }
    posts(24 * DAY + HOUR, 200);
    line().watermark(24 * DAY + 2 * HOUR - 1);
    return Objects.requireNonNull(
        line().alerts().get(line().alerts().size() - 1).measures().get(0).expected());
  }

  @Test
  void rate_silentGroup_doesNotLearnTheHoursOfAWatchLongOver() throws Exception {
    double remembered = usualAfterAWatchInSilence(true);
    line().close();
    posts = 0;

    assertThat(usualAfterAWatchInSilence(false)).isCloseTo(remembered, withinPercentage(2));
  }

  /** What is usual for a group that said nothing from the day of a watch until it was forgotten. */
  private double usualAfterAWatchInSilence(boolean butForOnePost) throws Exception {
    start(burst("r"));
    quietDays(14, Integer.MAX_VALUE);
    watch("w", 14 * DAY, 24 * DAY, null);
    for (int hour = 14 * 24; hour < 35 * 24; hour++) {
      line().watermark((hour + 1) * HOUR - 1);
      if (butForOnePost && hour == 26 * 24) {
        posts(hour * HOUR + HOUR, 1);
      }
    }
    posts(35 * DAY + HOUR, 200);
    line().watermark(35 * DAY + 2 * HOUR - 1);
    return Objects.requireNonNull(
        line().alerts().get(line().alerts().size() - 1).measures().get(0).expected());
  }

  private static Rules burst(String id) {
    return Rules.rule(id)
        .on(On.of(List.of(Category.HATE), List.of(), 0))
        .window(3_600, 3_600)
        .when(new When(Counts.NONE, null, null, new Rate(4, 0.001, 20), null, null, false));
  }

  /** Four posts an hour. */
  private void quietDays(int days, int most) throws Exception {
    for (int hour = 0; hour < days * 24 && hour < most; hour++) {
      posts(hour * HOUR, 4);
      line().watermark((hour + 1) * HOUR - 1);
    }
  }

  private void watch(String id, long from, long until, @Nullable Long withdrawnAt)
      throws Exception {
    line()
        .control(
            Control.of(
                new Watch(
                    id,
                    "An attack",
                    Instant.ofEpochMilli(from),
                    Instant.ofEpochMilli(until),
                    "analyst",
                    withdrawnAt == null ? null : Instant.ofEpochMilli(withdrawnAt))));
  }

  /** A post in each window of ten seconds, which then ends. */
  private void everyTenSeconds(int from, int until) throws Exception {
    for (int window = from; window < until; window++) {
      post(window * 10_000L, "a", Category.HATE);
      line().watermark(window * 10_000L + 9_999);
    }
  }

  private void posts(long start, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      post(start + i * 1_000L, "author" + i, Category.HATE);
    }
  }

  private void post(long at, String author, Category category) throws Exception {
    line()
        .change(
            Change.first(Signals.of("x:" + posts++, at, category, author, "x", "en", 0.5, "text")));
  }

  private List<Alert> opened() {
    return line().alerts().stream().filter(alert -> alert.status() == Alert.Status.OPEN).toList();
  }
}
