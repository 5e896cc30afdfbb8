package org.tocsin.jobs.alert;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;

/**
 * Gives totals of posts to the rules on all posts that are in force at their time, tells of these
 * rules at {@link RuleRouter#RULES}, and passes on the totals of which some rule asks for a share.
 */
public final class AllPosts extends ProcessFunction<Control, Partial> {
  private static final long serialVersionUID = 1L;

  /** Totals of which a rule may ask for a share. */
  public static final OutputTag<Control> TOTALS = new OutputTag<>("totals") {};

  private final RuleBooks books;
  private transient List<Control> told = new ArrayList<>();
  private transient RuleNews news = new RuleNews(told::add);

  /** To the rules that are in force. */
  public AllPosts(RuleBooks books) {
    this.books = books;
  }

  @Override
  public void open(OpenContext context) {
    told = new ArrayList<>();
    news = new RuleNews(told::add);
  }

  @Override
  public void processElement(Control total, Context context, Collector<Partial> out) {
    RuleBook book = books.at(total.from());
    if (book.needsShares()) {
      context.output(TOTALS, total);
    }
    for (AlertRule rule : book.rules()) {
      AlertRule.On on = rule.on();
      if (on.allPosts()
          && (on.platforms().isEmpty() || on.platforms().contains(total.platform()))
          && (on.languages().isEmpty() || on.languages().contains(total.lang()))) {
        String key = book.key(rule);
        news.needed(key, rule, total.until());
        out.collect(partial(key, rule, total));
      }
    }
    told.forEach(control -> context.output(RuleRouter.RULES, control));
    told.clear();
  }

  private static Partial partial(String key, AlertRule rule, Control total) {
    List<String> group = new ArrayList<>();
    for (GroupBy by : rule.groupBy()) {
      group.add(by == GroupBy.PLATFORM ? total.platform() : total.lang());
    }
    long length = rule.pane().toMillis();
    Pane pane = new Pane(Windows.start(total.from(), length), length, rule.panes(), rule.samples());
    pane.toSketch().addQuiet(total.count(), (int) Row.hash(total.platform()), total.from());
    return new Partial(Partial.key(key, group), PaneCodec.write(pane));
  }
}
