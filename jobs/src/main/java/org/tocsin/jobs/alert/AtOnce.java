package org.tocsin.jobs.alert;

import java.util.List;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.tocsin.events.Alert;
import org.tocsin.events.Signal;
import org.tocsin.jobs.detect.Change;
import org.tocsin.lexicons.pack.AlertRule;

/**
 * For rules with {@code at_once}: judges each post by itself as soon as it is read, beside the
 * windows that judge all posts of a pane when event time has passed it. Has no state: {@link
 * Provisionals} tells one of them, and the pane's end tells what it has become.
 */
public final class AtOnce extends ProcessFunction<Change, Candidate> {
  private static final long serialVersionUID = 1L;

  private final RuleBooks books;

  /** Looks at those rules in force that tell at once. */
  public AtOnce(RuleBooks books) {
    this.books = books;
  }

  @Override
  public void processElement(Change change, Context context, Collector<Candidate> out) {
    Signal signal = change.signal();
    RuleBook book = books.of(signal).atOnce();
    if (change.known() || book.rules().isEmpty()) {
      return;
    }
    Routing routes = book.routing();
    for (AlertRule rule : routes.rules(signal)) {
      long length = rule.pane().toMillis();
      long start = Windows.start(change.at(), length);
      if (start + length - 1 <= context.timerService().currentWatermark()) {
        continue;
      }
      Row told = Row.of(change);
      Row row = told.of(rule, signal);
      Evidence evidence = Evidence.of(told, signal);
      for (List<String> group : routes.groups(rule, signal)) {
        Pane pane = new Pane(start, length, rule.panes(), rule.samples());
        pane.add(row, evidence);
        List<Pane> window = List.of(pane);
        Candidate found =
            Judge.judge(
                rule,
                book.key(rule),
                group,
                pane.end(),
                window,
                () -> window,
                null,
                null,
                () -> Long.MAX_VALUE);
        if (found != null && found.alert() != null) {
          out.collect(provisional(rule, found, found.alert()));
        }
      }
    }
  }

  /** Under the id that the alert will have if the window of this pane opens one. */
  private static Candidate provisional(AlertRule rule, Candidate found, Alert alert) {
    Alert opened = Digests.opened(rule.name(), Partial.name(found.group()), alert);
    return new Candidate(
        found.rule(),
        found.group(),
        found.end(),
        true,
        false,
        Candidate.UNTESTED,
        alert.told(
            opened.id(),
            0,
            Alert.Status.OPEN,
            alert.severity(),
            "Provisional, told at the first post: " + alert.reason(),
            alert.windowEnd()),
        null);
  }
}
