package org.tocsin.jobs.alert;

import java.util.List;
import org.tocsin.events.Signal;

/**
 * A signal that one rule counts in one group.
 *
 * @param rule index among the rules of the job
 * @param group values of the rule's {@code group_by}, in its order
 * @param signal the signal
 */
public record Counted(int rule, List<String> group, Signal signal) {
  public Counted {
    group = List.copyOf(group);
  }

  /** What state is keyed by: each value behind its length, for platforms may hold any character. */
  public String key() {
    return rule + name(group);
  }

  /** One name for a group, different from that of any other. */
  static String name(List<String> group) {
    StringBuilder name = new StringBuilder();
    group.forEach(value -> name.append('|').append(value.length()).append(':').append(value));
    return name.toString();
  }
}
