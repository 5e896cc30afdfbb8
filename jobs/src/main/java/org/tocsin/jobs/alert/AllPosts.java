package org.tocsin.jobs.alert;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;

/** Gives totals of posts to the rules on all posts. */
public final class AllPosts implements FlatMapFunction<Control, Partial> {
  private static final long serialVersionUID = 1L;

  private final RuleBook book;

  /** To these rules. */
  public AllPosts(RuleBook book) {
    this.book = book;
  }

  @Override
  public void flatMap(Control total, Collector<Partial> out) {
    for (AlertRule rule : book.rules()) {
      AlertRule.On on = rule.on();
      if (on.allPosts()
          && (on.platforms().isEmpty() || on.platforms().contains(total.platform()))
          && (on.languages().isEmpty() || on.languages().contains(total.lang()))) {
        out.collect(partial(rule, total));
      }
    }
  }

  private Partial partial(AlertRule rule, Control total) {
    List<String> group = new ArrayList<>();
    for (GroupBy by : rule.groupBy()) {
      group.add(by == GroupBy.PLATFORM ? total.platform() : total.lang());
    }
    long length = rule.pane().toMillis();
    Pane pane = new Pane(Windows.start(total.from(), length), length, rule.panes(), rule.samples());
    pane.toSketch().addQuiet(total.count(), (int) Row.hash(total.platform()), total.from());
    return new Partial(book.key(rule), group, pane);
  }
}
