package org.tocsin.jobs.alert;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.Severity;
import org.tocsin.events.Signal;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;

/** Rules, and the operators that they run in, for tests. */
final class Rules {
  private Rules() {}

  /** Counts every category by category. */
  static AlertRule rule(String id, Duration window, int posts, @Nullable Integer authors) {
    return rule(
        id, List.of(Category.values()), List.of(GroupBy.CATEGORY), window, posts, authors, null);
  }

  static AlertRule rule(
      String id,
      List<Category> categories,
      List<GroupBy> groupBy,
      Duration window,
      int posts,
      @Nullable Integer authors,
      @Nullable Integer platforms) {
    return new AlertRule(
        id,
        "pack@1",
        "Title of " + id,
        new AlertRule.On(categories, List.of(), 0.4),
        groupBy,
        window,
        new AlertRule.When(posts, authors, platforms, null),
        Severity.P2,
        3,
        AlertRule.Status.ACTIVE);
  }

  static OneInputStreamOperatorTestHarness<Signal, Counted> router(List<AlertRule> rules)
      throws Exception {
    var harness =
        new OneInputStreamOperatorTestHarness<Signal, Counted>(
            new ProcessOperator<>(new RuleRouter(rules)));
    harness.open();
    return harness;
  }

  /** Not yet open. */
  static KeyedOneInputStreamOperatorTestHarness<String, Counted, Alert> windows(
      List<AlertRule> rules) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new RuleWindows(rules)), Counted::key, Types.STRING);
  }
}
