package org.tocsin.jobs;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.tocsin.events.Alert;
import org.tocsin.events.Signal;
import org.tocsin.events.Verdict;
import org.tocsin.jobs.alert.AlertDesk;
import org.tocsin.jobs.alert.AllPosts;
import org.tocsin.jobs.alert.AtOnce;
import org.tocsin.jobs.alert.Candidate;
import org.tocsin.jobs.alert.Control;
import org.tocsin.jobs.alert.Notice;
import org.tocsin.jobs.alert.Partial;
import org.tocsin.jobs.alert.RuleBooks;
import org.tocsin.jobs.alert.RuleRouter;
import org.tocsin.jobs.alert.Totals;
import org.tocsin.jobs.alert.WindowsOperator;
import org.tocsin.jobs.detect.Change;
import org.tocsin.jobs.detect.PostSeen;

/** From changes of posts to alerts: the second half of {@link MonitorTopology}. */
public final class AlertTopology {
  private AlertTopology() {}

  /**
   * What the alert half reads.
   *
   * @param changes of the de-duplicated versions of posts, with watermarks of event time
   * @param posts every post that was read, with the same watermarks
   * @param watches armed by analysts; ends with, or emits, the last watermark
   * @param verdicts of analysts; ends with, or emits, the last watermark
   */
  public record Inputs(
      DataStream<Change> changes,
      DataStream<PostSeen> posts,
      DataStream<Control> watches,
      DataStream<Verdict> verdicts) {}

  /**
   * What it gives.
   *
   * @param alerts each record of each alert
   * @param late signals that came after their pane
   */
  public record Outputs(DataStream<Alert> alerts, DataStream<Signal> late) {}

  /** Adds the alert half. */
  public static Outputs build(RuleBooks books, Inputs inputs) {
    SingleOutputStreamOperator<Partial> sums =
        inputs
            .changes()
            .transform("route to rules", TypeInformation.of(Partial.class), new RuleRouter(books))
            .uid("route-to-rules");
    DataStream<Partial> counted = sums;
    DataStream<Control> rules = sums.getSideOutput(RuleRouter.RULES);
    DataStream<Control> known = inputs.watches();
    if (books.needsTotals()) {
      SingleOutputStreamOperator<Partial> all =
          inputs
              .posts()
              .transform("count all posts", TypeInformation.of(Control.class), new Totals())
              .uid("count-all-posts")
              .process(new AllPosts(books))
              .name("rules on all posts")
              .uid("all-posts");
      counted = counted.union(all);
      rules = rules.union(all.getSideOutput(RuleRouter.RULES));
      known = known.union(all.getSideOutput(AllPosts.TOTALS));
    }
    SingleOutputStreamOperator<Candidate> candidates =
        counted
            .keyBy(Partial::key)
            .connect(known.union(rules).broadcast())
            .transform("windows", TypeInformation.of(Candidate.class), new WindowsOperator())
            .uid("windows");
    DataStream<Notice> notices =
        inputs
            .verdicts()
            .map(Notice::of)
            .returns(Notice.class)
            .uid("notices-of-verdicts")
            .union(rules.map(Notice::of).returns(Notice.class).uid("notices-of-rules"));
    SingleOutputStreamOperator<Candidate> first =
        inputs
            .changes()
            .process(new AtOnce(books))
            .returns(Candidate.class)
            .name("rules at once")
            .uid("rules-at-once");
    SingleOutputStreamOperator<Alert> alerts =
        candidates
            .union(first)
            .keyBy(candidate -> AlertDesk.KEY, Types.INT)
            .connect(notices.keyBy(notice -> AlertDesk.KEY, Types.INT))
            .process(new AlertDesk())
            .name("alert desk")
            .uid("alert-desk")
            // No max parallelism of 1: sinks are chained to it when the job runs with 1, and their
            // state could never be taken over by a job that runs with 2.
            .setParallelism(1);
    return new Outputs(alerts, sums.getSideOutput(RuleRouter.LATE));
  }
}
