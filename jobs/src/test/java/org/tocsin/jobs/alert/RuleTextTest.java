package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.Pack;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.pack.Packs;

class RuleTextTest {
  @Test
  void read_everyShippedRule_isWhatWasWritten() throws Exception {
    for (Pack pack : Packs.parse(PackSource.builtIn())) {
      for (AlertRule rule : pack.rules()) {
        AlertRule read = RuleText.read(RuleText.write(rule));
        assertThat(read).isEqualTo(rule);
        assertThat(read == null ? "" : RuleKey.of(read)).isEqualTo(RuleKey.of(rule));
      }
    }
  }

  /** As a release would write it that knew of no signs, no listed values and no steps. */
  @Test
  void read_textOfAnEarlierRelease_hasNothingOfWhatItDidNotKnow() {
    AlertRule rule = Rules.rule("r").build();
    String earlier =
        RuleText.write(rule)
            .replace(",\"listed\":false", "")
            .replace(",\"signs\":[]", "")
            .replace("\"steps\":[],", "");
    assertThat(earlier).doesNotContain("listed", "signs", "steps");
    assertThat(RuleText.read(earlier)).isEqualTo(rule);
  }

  @Test
  void read_textOfALaterRelease_leavesOutWhatIsNotKnown() {
    AlertRule rule = Rules.rule("r").build();
    assertThat(RuleText.read(RuleText.write(rule).replace("{\"id\"", "{\"later\":[1],\"id\"")))
        .isEqualTo(rule);
  }

  @Test
  void read_noRule_isNone() {
    assertThat(RuleText.read("[]")).isNull();
    assertThat(RuleText.read("{\"window\":\"soon\"}")).isNull();
  }
}
