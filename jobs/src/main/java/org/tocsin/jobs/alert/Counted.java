package org.tocsin.jobs.alert;

import org.tocsin.events.Signal;

/**
 * A signal that one rule counts in one group.
 *
 * @param rule index among the rules of the job
 * @param group values of the rule's {@code group_by}, in its order, joined by {@code |}
 * @param signal the signal
 */
public record Counted(int rule, String group, Signal signal) {

  /** What state is keyed by. */
  public String key() {
    return rule + "|" + group;
  }
}
