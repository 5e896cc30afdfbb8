package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.Cooccur;
import org.tocsin.lexicons.pack.AlertRule.Counts;
import org.tocsin.lexicons.pack.AlertRule.Life;
import org.tocsin.lexicons.pack.AlertRule.Rate;
import org.tocsin.lexicons.pack.AlertRule.Sequence;
import org.tocsin.lexicons.pack.AlertRule.When;

class JudgeTest {
  private static final Counts FIVE_AUTHORS = new Counts(null, 5, null, null, null);

  @Test
  void leastVersions_asManyAsAnyCount() {
    AlertRule rule = rule(When.of(FIVE_AUTHORS), Counts.NONE);
    assertThat(Judge.leastVersions(rule)).isEqualTo(5);
  }

  @Test
  void leastVersions_whatKeepsAnEpisodeOpenMayBeLess() {
    AlertRule rule = rule(When.of(FIVE_AUTHORS), new Counts(2, null, null, null, null));
    assertThat(Judge.leastVersions(rule)).isEqualTo(2);
  }

  @Test
  void leastVersions_whatIsTestedForItsRateMayBeLess() {
    When when = new When(FIVE_AUTHORS, null, null, new Rate(4, 0.001, 3), null, null, false);
    assertThat(Judge.leastVersions(rule(when, Counts.NONE))).isEqualTo(3);
  }

  @Test
  void leastVersions_noCountsAsked_none() {
    When when = new When(Counts.NONE, 0.5, null, null, null, null, false);
    assertThat(Judge.leastVersions(rule(when, Counts.NONE))).isZero();
  }

  @Test
  void leastVersions_stepsThatFollowOneAnother_asManyAsTheSteps() {
    assertThat(Judge.leastVersions(rule(steps(false), Counts.NONE))).isEqualTo(3);
    assertThat(Judge.leastVersions(rule(steps(true), Counts.NONE))).isZero();
  }

  private static When steps(boolean together) {
    List<String> steps = List.of("propaganda", "recruitment", "incitement");
    Sequence sequence = new Sequence(steps, Duration.ofDays(1), together);
    return new When(Counts.NONE, null, null, null, null, sequence, false);
  }

  @Test
  void leastVersions_categoriesThatMeet_asManyAsMust() {
    Cooccur cooccur = new Cooccur(2, List.of("hate", "arms", "cyber"));
    When when = new When(Counts.NONE, null, null, null, cooccur, null, false);
    assertThat(Judge.leastVersions(rule(when, Counts.NONE))).isEqualTo(2);
  }

  private static AlertRule rule(When when, Counts below) {
    Life life = new Life(Duration.ZERO, below, 1, AlertRule.Inhibits.NOTHING, 30, 20);
    return Rules.rule("r").when(when).life(life).build();
  }
}
