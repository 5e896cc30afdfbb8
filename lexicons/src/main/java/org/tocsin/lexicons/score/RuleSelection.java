package org.tocsin.lexicons.score;

import org.tocsin.events.Category;
import org.tocsin.lexicons.pack.AlertRule;

/** Which signals a rule counts: the one answer for {@code flagged} and for the windows. */
public final class RuleSelection {
  private RuleSelection() {}

  /**
   * Whether this rule counts a signal of this category, language and score. A score of 0 never
   * counts.
   */
  public static boolean counts(AlertRule rule, Category category, String lang, double score) {
    AlertRule.On on = rule.on();
    return score > 0
        && score >= on.minScore()
        && on.categories().contains(category)
        && (on.languages().isEmpty() || on.languages().contains(primary(lang)));
  }

  /** The primary subtag of a BCP-47 tag: {@code en} of {@code en-GB}. */
  public static String primary(String lang) {
    int dash = lang.indexOf('-');
    return dash < 0 ? lang : lang.substring(0, dash);
  }
}
