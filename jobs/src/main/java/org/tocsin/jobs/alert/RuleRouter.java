package org.tocsin.jobs.alert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Signal;
import org.tocsin.jobs.SourceTally;
import org.tocsin.jobs.detect.Change;
import org.tocsin.lexicons.pack.AlertRule;

/**
 * Gives each signal to every rule that counts it, summed up by rule, group and pane before the
 * shuffle: a group that all of a platform falls into costs the network no more than any other.
 *
 * <p>A signal counts by the rules of the bundle that matched it, and each rule is told to those who
 * judge it before the watermark by which they can: see {@link RuleNews}.
 *
 * <p>Holds sums back until a watermark, a checkpoint barrier or {@link #MOST} of them; its only
 * state is the last watermark. A signal whose pane has closed for some rule goes to {@link #LATE},
 * once; rules whose pane is still open count it all the same.
 */
public final class RuleRouter extends HoldingBack<Change, Partial> {
  private static final long serialVersionUID = 1L;

  /** Signals that came after their pane. */
  public static final OutputTag<Signal> LATE = new OutputTag<>("late-posts") {};

  /** The most sums held; a few kilobytes each at most. */
  static final int MOST = 5_000;

  /** Each rule, before a watermark by which something of it can be judged. */
  public static final OutputTag<Control> RULES = new OutputTag<>("rules") {};

  private final RuleBooks books;
  private transient @Nullable RuleNews news;
  private transient Map<String, Map<Long, Held>> held = new HashMap<>();
  private transient int size;
  private transient @Nullable LastWatermark last;
  private transient @Nullable SourceTally late;

  private record Held(String rule, List<String> group, Pane pane) {}

  /** Routes to the rules that are in force. */
  public RuleRouter(RuleBooks books) {
    this.books = books;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    last = new LastWatermark(context);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    Objects.requireNonNull(last).snapshot();
  }

  @Override
  public void open() throws Exception {
    super.open();
    news = new RuleNews(control -> output.collect(RULES, new StreamRecord<>(control)));
    held = new HashMap<>();
    size = 0;
    late = new SourceTally(getRuntimeContext(), "late");
  }

  @Override
  public void processElement(StreamRecord<Change> element) {
    Change change = element.getValue();
    Signal signal = change.signal();
    RuleBook book = books.of(signal);
    Routing routes = book.routing();
    List<AlertRule> rules = routes.rules(signal);
    if (rules.isEmpty()) {
      return;
    }
    Row row = Row.of(change);
    long watermark = Objects.requireNonNull(last).time();
    boolean tooLate = false;
    for (AlertRule rule : rules) {
      long length = rule.pane().toMillis();
      long start = Windows.start(change.at(), length);
      // What a version is told to have ended still matters to windows that have not closed.
      long closes = change.known() ? start + rule.window().toMillis() : start + length;
      if (closes - 1 <= watermark) {
        tooLate |= !change.known();
        continue;
      }
      String key = book.key(rule);
      Row seen = row.of(rule, signal);
      for (List<String> group : routes.groups(rule, signal)) {
        pane(rule, key, group, start).add(seen, signal);
      }
    }
    if (tooLate && change.until() > change.at()) {
      late(signal);
    }
    if (size >= MOST) {
      flush();
    }
  }

  private Pane pane(AlertRule rule, String key, List<String> group, long start) {
    return held.computeIfAbsent(Partial.key(key, group), k -> new HashMap<>())
        .computeIfAbsent(
            start,
            s -> {
              size++;
              Objects.requireNonNull(news).needed(key, rule, s + rule.pane().toMillis());
              return new Held(
                  key, group, new Pane(s, rule.pane().toMillis(), rule.panes(), rule.samples()));
            })
        .pane();
  }

  private void late(Signal signal) {
    Objects.requireNonNull(late).add(signal.post().platform());
    output.collect(LATE, new StreamRecord<>(signal));
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (Objects.requireNonNull(last).advance(mark.getTimestamp())) {
      if (mark.getTimestamp() != Long.MAX_VALUE) {
        Objects.requireNonNull(news).advance(books, mark.getTimestamp());
      }
      super.processWatermark(mark);
    }
  }

  @Override
  void flush() {
    for (Map<Long, Held> panes : held.values()) {
      for (Held one : panes.values()) {
        output.collect(
            new StreamRecord<>(new Partial(one.rule, one.group, one.pane), one.pane.start));
      }
    }
    held.clear();
    size = 0;
  }
}
