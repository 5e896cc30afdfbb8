package org.tocsin.jobs.alert;

import java.util.List;
import org.tocsin.events.Category;
import org.tocsin.events.Signal;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.Sign;
import org.tocsin.lexicons.score.RuleSelection;

/**
 * Categories and the signs of a rule under one numbering, by which windows remember when each was
 * seen.
 */
final class Signs {
  /** Written by place: new ones go to the end. */
  static final List<Category> CATEGORIES = List.of(Category.values());

  /** Number of the first sign; room for categories below it. */
  private static final int FIRST = 32;

  private Signs() {}

  /** The signs of a signal, a bit each. */
  static int of(AlertRule rule, Signal signal) {
    List<Sign> signs = rule.on().signs();
    int bits = 0;
    for (int i = 0; i < signs.size(); i++) {
      bits |= RuleSelection.counts(signs.get(i).on(), signal) ? 1 << i : 0;
    }
    return bits;
  }

  /** The number of a category. */
  static int number(Category category) {
    return CATEGORIES.indexOf(category);
  }

  /** The number of a sign's bit. */
  static int number(int bit) {
    return FIRST + bit;
  }

  /** The number of what a condition names: a category's label or a sign's name. */
  static int number(AlertRule rule, String name) {
    List<Sign> signs = rule.on().signs();
    for (int i = 0; i < signs.size(); i++) {
      if (signs.get(i).name().equals(name)) {
        return number(i);
      }
    }
    return number(Category.of(name));
  }
}
