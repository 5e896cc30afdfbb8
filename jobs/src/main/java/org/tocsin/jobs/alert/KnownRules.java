package org.tocsin.jobs.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.pack.AlertRule;

/** The rules in a broadcast state, each read once. Not thread-safe. */
final class KnownRules {
  private final Map<String, Read> read = new HashMap<>();

  /**
   * A rule of the state.
   *
   * @param known what was told of it
   * @param rule what it says
   * @param leastVersions as {@link Judge#leastVersions}
   */
  record Read(KnownRule known, AlertRule rule, int leastVersions) {}

  /** What is known of the rule of a key; null when nothing is. */
  @Nullable Read get(ReadOnlyBroadcastState<String, KnownRule> state, String key) throws Exception {
    Read known = read.get(key);
    if (known == null) {
      KnownRule told = state.get(key);
      AlertRule rule = told == null ? null : RuleText.read(told.said());
      if (told != null && rule != null) {
        known = new Read(told, rule, Judge.leastVersions(rule));
        read.put(key, known);
      }
    }
    return known;
  }

  /** Takes what is told of a rule. */
  void learn(BroadcastState<String, KnownRule> state, KnownRule told) throws Exception {
    KnownRule before = state.get(told.key());
    KnownRule known = before == null ? told : before.and(told);
    state.put(told.key(), known);
    // The key has a digest of all that the rule says: what is told again is when it is needed.
    read.computeIfPresent(
        told.key(), (key, one) -> new Read(known, one.rule(), one.leastVersions()));
  }

  /** The keys of the rules. */
  static Set<String> keys(BroadcastState<String, KnownRule> state) throws Exception {
    Set<String> keys = new HashSet<>();
    for (Map.Entry<String, KnownRule> entry : state.entries()) {
      keys.add(entry.getKey());
    }
    return keys;
  }

  /** The longest window of the rules. */
  long longestWindow(BroadcastState<String, KnownRule> state) throws Exception {
    long longest = 0;
    for (Map.Entry<String, KnownRule> entry : state.entries()) {
      Read known = get(state, entry.getKey());
      longest = Math.max(longest, known == null ? 0 : known.rule().window().toMillis());
    }
    return longest;
  }

  /** Drops the rules whose last window is over, and those that cannot be read. */
  void forget(BroadcastState<String, KnownRule> state, long watermark) throws Exception {
    List<String> over = new ArrayList<>();
    for (Map.Entry<String, KnownRule> entry : state.entries()) {
      Read known = get(state, entry.getKey());
      if (known == null
          || entry.getValue().needed() + known.rule().window().toMillis() <= watermark) {
        over.add(entry.getKey());
      }
    }
    for (String key : over) {
      state.remove(key);
      read.remove(key);
    }
  }
}
