package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.jobs.alert.Rules.counts;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.Measure;
import org.tocsin.events.Sample;
import org.tocsin.events.Severity;
import org.tocsin.jobs.Signals;
import org.tocsin.jobs.detect.Change;
import org.tocsin.lexicons.pack.AlertRule.Cooccur;
import org.tocsin.lexicons.pack.AlertRule.Counts;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;
import org.tocsin.lexicons.pack.AlertRule.On;
import org.tocsin.lexicons.pack.AlertRule.Sequence;
import org.tocsin.lexicons.pack.AlertRule.Step;
import org.tocsin.lexicons.pack.AlertRule.When;

/** Each kind of condition, through the operators. */
class KindsTest extends OneLineContract {
  private static final long HOUR = 3_600_000;

  private int posts;

  @Test
  void cooccur_twoOfThreeByOneAuthor_rings() throws Exception {
    start(
        Rules.rule("r")
            .by(GroupBy.AUTHOR)
            .when(
                new When(
                    counts(2, null),
                    null,
                    null,
                    null,
                    new Cooccur(2, List.of("hate", "financing", "incitement")),
                    null,
                    false)));
    post(1_000, "a", Category.HATE);
    post(2_000, "b", Category.FINANCING);
    post(3_000, "a", Category.HATE);
    post(4_000, "c", Category.HATE);
    post(5_000, "c", Category.INCITEMENT);
    line().watermark(9_999);

    assertThat(line().alerts())
        .extracting(alert -> alert.group().get("author"))
        .containsExactly("c");
    assertThat(line().alerts().get(0).measures()).contains(new Measure("categories", 2, 2));
  }

  @Test
  void cooccur_strongerPostsOfOneKind_showsTheOtherKindToo() throws Exception {
    start(
        Rules.rule("r")
            .by(GroupBy.PLATFORM)
            .when(
                new When(
                    counts(2, null),
                    null,
                    null,
                    null,
                    new Cooccur(2, List.of("hate", "incitement")),
                    null,
                    false)));
    for (int i = 0; i < 4; i++) {
      line().signals(Signals.of("h" + i, 1_000, Category.HATE, "a", "x", "en", 0.9, "hate"));
    }
    line().signals(Signals.of("i", 2_000, Category.INCITEMENT, "b", "x", "en", 0.5, "call"));
    line().watermark(9_999);

    Alert alert = line().alerts().get(0);
    assertThat(alert.samples()).extracting(Sample::text).containsExactly("hate", "call", "hate");
    assertThat(alert.reason()).contains(" matched hate and incitement on x; ");
  }

  @Test
  void sequence_inOrderAndWithinItsTime_rings() throws Exception {
    Sequence ladder =
        new Sequence(
            List.of("propaganda", "recruitment", "incitement"), Duration.ofSeconds(6), false);
    start(
        Rules.rule("r")
            .by(GroupBy.AUTHOR)
            .window(20, 10)
            .when(new When(Counts.NONE, null, null, null, null, ladder, false)));
    steps("rises", 5_000, Category.PROPAGANDA, Category.RECRUITMENT, Category.INCITEMENT);
    steps("falls", 5_000, Category.INCITEMENT, Category.RECRUITMENT, Category.PROPAGANDA);
    steps("again", 1_000, Category.PROPAGANDA, Category.PROPAGANDA, Category.PROPAGANDA);
    steps("again", 7_500, Category.RECRUITMENT, Category.INCITEMENT);
    post(1_000, "slow", Category.PROPAGANDA);
    steps("slow", 8_000, Category.RECRUITMENT, Category.INCITEMENT);
    line().watermark(19_999);

    assertThat(opened())
        .extracting(alert -> alert.group().get("author"))
        .containsExactlyInAnyOrder("rises", "again");
    Alert rises = opened().get(opened().get(0).group().containsValue("rises") ? 0 : 1);
    assertThat(rises.samples()).isSortedAccordingTo(Comparator.comparing(Sample::at));
    assertThat(rises.reason())
        .contains(
            " matched propaganda, then recruitment, then incitement, all by account rises; the rule"
                + " asks for at least 3 steps in order.");
  }

  @Test
  void steps_moreUrgentThanTheRule_reasonSaysWhatTheyAskFor() throws Exception {
    start(
        Rules.rule("r")
            .when(counts(1, null))
            .severity(Severity.P2, new Step(counts(4, 3), Severity.P1)));
    post(1_000, "a", Category.HATE);
    line().watermark(9_999);
    for (String author : List.of("a", "b", "c", "c")) {
      post(11_000, author, Category.HATE);
    }
    line().watermark(19_999);

    assertThat(line().alerts())
        .extracting(Alert::reason)
        .containsExactly(
            "1 post from 1 account on 1 platform matched hate; the rule asks for at least 1 post.",
            "4 posts from 3 accounts on 1 platform within 1 s matched hate; the rule asks for at"
                + " least 1 post, and for P1 at least 4 posts and 3 accounts.");
  }

  @Test
  void share_ofAllPostsOfThePlatformAndLanguage_rings() throws Exception {
    start(
        Rules.rule("r")
            .by(GroupBy.PLATFORM, GroupBy.LANGUAGE)
            .window(60, 60)
            .when(new When(counts(2, null), 0.1, null, null, null, null, false)));
    for (int i = 0; i < 20; i++) {
      line().post("x", "en-GB", 1_000 + i);
      line().post("mastodon", "en", 1_000 + i);
      line().post("mastodon", "en", 1_000 + i);
      line().post("x", "ru", 1_000 + i);
    }
    for (String platform : List.of("x", "mastodon")) {
      for (int i = 0; i < 2; i++) {
        line()
            .signals(Signals.of(platform + i, 2_000, Category.HATE, "a", platform, "en", 0.5, "t"));
      }
    }
    line().watermark(59_999);

    assertThat(line().alerts())
        .extracting(alert -> alert.group().get("platform"))
        .containsExactly("x");
    assertThat(line().alerts().get(0).measures()).contains(new Measure("share", 0.1, 0.1));
  }

  @Test
  void silent_feedThatStopped_ringsWhileOthersGoOnAndIsResolved() throws Exception {
    start(
        Rules.rule("gap")
            .on(
                new On(
                    true, List.of(), List.of(), List.of(), List.of(), List.of(), 0, null, List.of(),
                    List.of()))
            .by(GroupBy.PLATFORM)
            .window(600, 300)
            .when(new When(Counts.NONE, null, null, null, null, null, true)));
    for (long at = 0; at < HOUR; at += 60_000) {
      line().post("goes-on", "en", at);
      if (at < 600_000 || at >= HOUR - 600_000) {
        line().post("stops", "en", at);
      }
      line().watermark(at);
    }
    line().watermark(HOUR - 1);

    assertThat(line().alerts())
        .extracting(alert -> alert.group().get("platform") + " " + alert.status().label())
        .containsExactly("stops open", "stops resolved");
    assertThat(line().alerts().get(0).windowEnd()).isEqualTo(Instant.ofEpochMilli(1_200_000));
    assertThat(line().alerts().get(0).reason())
        .isEqualTo("No post of stops for 10 min; the rule asks for 10 min.");
  }

  private void steps(String author, long at, Category... categories) throws Exception {
    for (int i = 0; i < categories.length; i++) {
      post(at + i * 1_000L, author, categories[i]);
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
