package org.tocsin.jobs.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Alert;

/**
 * What one rule found in one group at the end of a window.
 *
 * @param rule key of the rule in its {@link RuleBook}
 * @param group values of the rule's {@code group_by}, in its order
 * @param end of the window, epoch milliseconds
 * @param holds whether the window holds what the rule asks for, but for the false-discovery rate
 * @param keeps whether it holds what keeps an open episode open
 * @param p of the rate; -1 for a rule without one
 * @param alert revision 0, status open, no id yet but when it {@linkplain #isProvisional is told at
 *     once}; null when neither {@code holds} nor {@code keeps}
 * @param copyOf sketch of the text that posts of a near-duplicate group are copies of; else null
 */
public record Candidate(
    String rule,
    List<String> group,
    long end,
    boolean holds,
    boolean keeps,
    double p,
    @Nullable Alert alert,
    @Nullable String copyOf) {

  /** Of a rule without a rate. */
  static final double UNTESTED = -1;

  public Candidate {
    group = List.copyOf(group);
  }

  /** Whether it is of one post of a window that has not ended. */
  boolean isProvisional() {
    return alert != null && !alert.id().isEmpty();
  }

  /** Rule and group. */
  public String key() {
    return Partial.key(rule, group);
  }
}
