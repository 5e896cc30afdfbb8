package org.tocsin.jobs.alert;

import java.util.List;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;

/**
 * What all subtasks have heard that matters to the groups of one rule.
 *
 * @param rule key of the rule
 * @param known as {@link Known} keeps it
 * @param watches likewise
 */
record Heard(
    String rule,
    ReadOnlyBroadcastState<String, Long> known,
    ReadOnlyBroadcastState<String, Long> watches) {

  /** Since when the rule has counted; {@link Long#MAX_VALUE} when that is not known. */
  long since() throws Exception {
    return Known.since(known, rule);
  }

  /** Watches that began before an instant. */
  List<Known.Armed> armed(long end) throws Exception {
    return Known.watches(watches, end);
  }

  /** Whether some watch is armed within a time. */
  boolean isArmed(long begin, long end) throws Exception {
    return Known.armed(watches, begin, end);
  }

  /** All posts within a time that a group's posts are a share of. */
  long posts(KnownRules.Read read, List<String> group, long from, long until) {
    return Known.posts(known, read.rule(), group, from, until);
  }
}
