package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Category;
import org.tocsin.events.Severity;
import org.tocsin.lexicons.pack.AlertRule;

class RuleKeyTest {
  private static AlertRule rule(int posts, Duration window) {
    return new AlertRule(
        "r",
        "test@1",
        "Rule",
        AlertRule.On.of(List.of(Category.HATE), List.of(), 0.1),
        List.of(AlertRule.GroupBy.AUTHOR),
        window,
        window,
        AlertRule.When.of(new AlertRule.Counts(posts, null, null, null, null)),
        Severity.P3,
        List.of(),
        AlertRule.Life.DEFAULT,
        3,
        false,
        AlertRule.Status.ACTIVE,
        false);
  }

  @Test
  void of_sameWords_isTheSame() {
    assertThat(RuleKey.of(rule(3, Duration.ofHours(1))))
        .isEqualTo(RuleKey.of(rule(3, Duration.ofMinutes(60))))
        .startsWith("test@1/r#");
  }

  @Test
  void of_otherWords_isAnother() {
    String key = RuleKey.of(rule(3, Duration.ofHours(1)));
    assertThat(RuleKey.of(rule(4, Duration.ofHours(1)))).isNotEqualTo(key);
    assertThat(RuleKey.of(rule(3, Duration.ofHours(2)))).isNotEqualTo(key);
  }

  @Test
  void said_whatTheRuleDoesNotSay_isLeftOut() {
    assertThat(RuleKey.said(rule(3, Duration.ofHours(1))))
        .contains("\"posts\":3", "\"window\":\"PT1H\"", "\"hate\"")
        .doesNotContain("null", "[]", "false", "listed", "sequence", "authors");
  }
}
