package org.tocsin.jobs.alert;

import org.jspecify.annotations.Nullable;
import org.tocsin.events.Verdict;

/**
 * What the desk is told besides what was found: one of these.
 *
 * @param verdict of an analyst; else null
 * @param rule what is told of a rule; else null
 */
public record Notice(@Nullable Verdict verdict, @Nullable KnownRule rule) {
  /** An analyst has decided. */
  public static Notice of(Verdict verdict) {
    return new Notice(verdict, null);
  }

  /** A rule is told of at {@link RuleRouter#RULES}. */
  public static Notice of(Control rule) {
    return new Notice(null, rule.rule());
  }
}
