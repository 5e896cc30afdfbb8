package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.jobs.alert.Rules.counts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.Signal;
import org.tocsin.events.Verdict;
import org.tocsin.events.Verdict.Decision;
import org.tocsin.jobs.Signals;
import org.tocsin.jobs.detect.Change;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.Counts;
import org.tocsin.lexicons.pack.AlertRule.Inhibits;
import org.tocsin.lexicons.pack.AlertRule.Life;

/** Alerts that are told at the first post: panes of ten seconds. */
class AtOnceTest extends OneLineContract {
  private static final Rules RULE = Rules.rule("r").when(counts(1, null));

  private void startAtOnce(Rules rule) throws Exception {
    start(List.of(rule.buildAtOnce()));
  }

  private List<String> told() {
    return line().alerts().stream()
        .map(alert -> "%d %s %d".formatted(alert.revision(), alert.status().label(), alert.posts()))
        .toList();
  }

  private static Life life(Duration coolDown, int digestAbove) {
    return new Life(coolDown, Counts.NONE, 1, Inhibits.NOTHING, 30, digestAbove);
  }

  @Test
  void firstPost_isToldAtOnce_andItsPaneSaysAll() throws Exception {
    startAtOnce(RULE);
    line().signals(Signals.of("x:1", 3_000));
    Alert first = line().alerts().get(0);
    line().signals(Signals.of("x:2", 1_000), Signals.of("x:3", 9_000));
    assertThat(told()).containsExactly("0 open 1");
    assertThat(first.reason()).startsWith("Provisional, told at the first post: 1 post from");
    assertThat(first.samples()).hasSize(1);
    assertThat(first.windowEnd()).isEqualTo(Instant.ofEpochMilli(10_000));

    line().watermark(9_999);
    assertThat(told()).containsExactly("0 open 1", "1 open 3");
    assertThat(line().alerts()).extracting(Alert::id).containsOnly(first.id());
  }

  @Test
  void openEpisode_tellsNothingAtOnce() throws Exception {
    startAtOnce(RULE);
    line().signals(Signals.of("x:1", 3_000));
    line().watermark(9_999);
    line().signals(Signals.of("x:2", 12_000));
    assertThat(told()).containsExactly("0 open 1", "1 open 1");
  }

  /** Which pane opens the episode is the truth of event time, not of what came first. */
  @Test
  void earlierPaneThatComesLater_holdsTheAlert_andTheOtherIsWithdrawn() throws Exception {
    startAtOnce(RULE);
    line().signals(Signals.of("x:1", 13_000));
    line().signals(Signals.of("x:2", 3_000));
    assertThat(told()).containsExactly("0 open 1");
    line().watermark(19_999);
    assertThat(told()).containsExactly("0 open 1", "1 open 1", "1 resolved 1");
    List<Alert> alerts = line().alerts();
    assertThat(alerts.get(2).id()).isEqualTo(alerts.get(0).id());
    assertThat(alerts.get(2).reason())
        .isEqualTo("Withdrawn: told under alert " + alerts.get(1).id() + ".");
  }

  @Test
  void deletedPost_isWithdrawn() throws Exception {
    startAtOnce(RULE);
    Signal post = Signals.of("x:1", 3_000);
    line().signals(post);
    line().ended(post.retracted(Instant.ofEpochMilli(4_000)));
    line().watermark(9_999);
    assertThat(told()).containsExactly("0 open 1", "1 resolved 1");
    assertThat(line().alerts().get(1).reason()).startsWith("Withdrawn: at the end of its pane");
  }

  @Test
  void deletedBefore_lateOrKnown_isNotTold() throws Exception {
    startAtOnce(RULE);
    line().signals(Signals.of("x:1", 3_000).retracted(Instant.ofEpochMilli(4_000)));
    line().change(new Change(Signals.of("x:2", 3_000), true, Change.STANDING));
    line().watermark(9_999);
    line().signals(Signals.of("x:3", 3_000));
    assertThat(told()).isEmpty();
  }

  @Test
  void coolDownAndSnooze_holdItBack() throws Exception {
    startAtOnce(RULE.life(life(Duration.ofSeconds(30), 20)));
    line().signals(Signals.of("x:1", 3_000));
    line().watermark(19_999);
    line().signals(Signals.of("x:2", 23_000));
    line().watermark(59_999);
    line().signals(Signals.of("x:3", 63_000));
    assertThat(told()).containsExactly("0 open 1", "1 open 1", "2 resolved 1", "0 open 1");
  }

  @Test
  void manyGroups_areToldTogetherAtTheEnd() throws Exception {
    startAtOnce(RULE.life(life(Duration.ZERO, 2)));
    for (Category category : List.of(Category.HATE, Category.ARMS, Category.CYBER)) {
      line().signals(Signals.of("x:" + category, 3_000, category));
    }
    assertThat(told()).containsExactly("0 open 1", "0 open 1");
    line().watermark(9_999);
    assertThat(told())
        .containsExactly("0 open 1", "0 open 1", "1 open 3", "1 resolved 1", "1 resolved 1");
    assertThat(line().alerts().get(4).reason()).endsWith(line().alerts().get(2).id() + ".");
  }

  @Test
  void verdictBeforeTheEnd_countsFromTheEndOn() throws Exception {
    startAtOnce(RULE);
    line().signals(Signals.of("x:1", 3_000));
    String id = line().alerts().get(0).id();
    line()
        .verdict(
            new Verdict(id, Decision.FALSE_POSITIVE, "a game", null, "ana", Instant.EPOCH, null));
    line().watermark(9_999);
    for (int i = 2; i < 9; i++) {
      line().signals(Signals.of("x:" + i, 13_000));
    }
    line().watermark(29_999);
    assertThat(told()).containsExactly("0 open 1", "1 open 1", "2 resolved 1");
  }

  @Test
  void shadow_tellsNothing() throws Exception {
    startAtOnce(RULE.status(AlertRule.Status.SHADOW));
    line().signals(Signals.of("x:1", 3_000));
    line().watermark(9_999);
    assertThat(told()).isEmpty();
  }

  @Test
  void restart_keepsWhatIsNotSettled() throws Exception {
    startAtOnce(RULE);
    line().signals(Signals.of("x:1", 3_000));
    line().restart();
    line().signals(Signals.of("x:2", 4_000));
    line().watermark(9_999);
    assertThat(told()).containsExactly("0 open 1", "1 open 2");
  }
}
