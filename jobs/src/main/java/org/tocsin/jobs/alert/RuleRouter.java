package org.tocsin.jobs.alert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.core.memory.DataOutputSerializer;
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
  private transient Map<Place, Pane> held = new HashMap<>();
  private transient DataOutputSerializer buffer = new DataOutputSerializer(1);
  private transient @Nullable LastWatermark last;
  private transient @Nullable SourceTally late;

  /** Rule and group, and when the pane begins. */
  private record Place(String key, long start) {}

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
    buffer = new DataOutputSerializer(4096);
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
    Evidence evidence = Evidence.of(row, signal);
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
        pane(rule, key, group, start).add(seen, evidence);
      }
    }
    if (tooLate && change.until() > change.at()) {
      late(signal);
    }
    if (held.size() >= MOST) {
      flush();
    }
  }

  private Pane pane(AlertRule rule, String key, List<String> group, long start) {
    Place place = new Place(Partial.key(key, group), start);
    Pane pane = held.get(place);
    if (pane == null) {
      long length = rule.pane().toMillis();
      Objects.requireNonNull(news).needed(key, rule, start + length);
      pane = new Pane(start, length, rule.panes(), rule.samples());
      held.put(place, pane);
    }
    return pane;
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
    for (Map.Entry<Place, Pane> one : held.entrySet()) {
      Partial partial = new Partial(one.getKey().key(), PaneCodec.write(one.getValue(), buffer));
      output.collect(new StreamRecord<>(partial, one.getKey().start()));
    }
    held.clear();
  }
}
