package org.tocsin.jobs.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.tocsin.events.Alert;
import org.tocsin.events.Signal;
import org.tocsin.events.Verdict;
import org.tocsin.jobs.Signals;
import org.tocsin.jobs.detect.Change;
import org.tocsin.jobs.detect.PostSeen;

/** The operators from changes to alerts as they are wired, in so many subtasks each, by hand. */
@SuppressWarnings("try") // A harness's close may be interrupted; a test is not.
final class Line implements AutoCloseable {
  private RuleBooks books;
  private final List<OneInputStreamOperatorTestHarness<Change, Partial>> routers =
      new ArrayList<>();
  private final List<KeyedBroadcastOperatorTestHarness<String, Partial, Control, Candidate>>
      windows = new ArrayList<>();
  private final List<OneInputStreamOperatorTestHarness<Change, Candidate>> atOnce =
      new ArrayList<>();
  private final List<Alert> told = new ArrayList<>();
  private final Map<String, Long> rulesUntil = new HashMap<>();
  private final Set<Long> ruleTimers = new HashSet<>();
  private long time = Long.MIN_VALUE;
  private OneInputStreamOperatorTestHarness<PostSeen, Control> totals;
  private final OneInputStreamOperatorTestHarness<Control, Partial> allPosts;
  private KeyedTwoInputStreamOperatorTestHarness<Integer, Candidate, Notice, Alert> desk;

  Line(RuleBooks books, int subtasks) throws Exception {
    this.books = books;
    for (int i = 0; i < subtasks; i++) {
      routers.add(new OneInputStreamOperatorTestHarness<>(new RuleRouter(books)));
      routers.get(i).open();
      atOnce.add(new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new AtOnce(books))));
      atOnce.get(i).open();
      windows.add(newWindows());
      windows.get(i).open();
    }
    totals = new OneInputStreamOperatorTestHarness<>(new Totals());
    totals.open();
    allPosts = new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new AllPosts(books)));
    allPosts.open();
    desk = newDesk();
    desk.open();
  }

  private KeyedBroadcastOperatorTestHarness<String, Partial, Control, Candidate> newWindows()
      throws Exception {
    var harness =
        new KeyedBroadcastOperatorTestHarness<>(
            new WindowsOperator(), Partial::key, Types.STRING, 1, 1, 0);
    harness.setup(
        TypeInformation.of(Candidate.class)
            .createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    return harness;
  }

  private KeyedTwoInputStreamOperatorTestHarness<Integer, Candidate, Notice, Alert> newDesk()
      throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new KeyedCoProcessOperator<>(new AlertDesk()),
        candidate -> AlertDesk.KEY,
        notice -> AlertDesk.KEY,
        Types.INT);
  }

  /** Tells what became of a post to the subtask that has it. */
  void change(Change change) throws Exception {
    var first = atOnce.get(Math.floorMod(change.signal().post().id().hashCode(), atOnce.size()));
    first.processElement(change, change.at());
    for (Candidate candidate : first.extractOutputValues()) {
      desk.processElement1(new StreamRecord<>(candidate));
    }
    first.getOutput().clear();
    take();
    var router = router(change.signal().post().id());
    router.processElement(change, change.at());
    tellRules(router);
    take();
  }

  /** Versions told for the first time. */
  void signals(Signal... signals) throws Exception {
    for (Signal signal : signals) {
      change(Change.first(signal));
    }
  }

  /** A version that was told before has ended. */
  void ended(Signal signal) throws Exception {
    change(new Change(signal, true, Change.STANDING));
  }

  void post(String platform, String lang, long at) throws Exception {
    totals.processElement(new PostSeen(platform, lang, at, false), at);
  }

  void control(Control control) throws Exception {
    for (var window : windows) {
      window.processBroadcastElement(control, 0);
    }
  }

  void verdict(Verdict verdict) throws Exception {
    desk.processElement2(new StreamRecord<>(Notice.of(verdict)));
    take();
  }

  /** Event time has come to here. */
  void watermark(long time) throws Exception {
    this.time = time;
    totals.processWatermark(time);
    for (Control total : totals.extractOutputValues()) {
      allPosts.processElement(total, total.from());
    }
    totals.getOutput().clear();
    for (Control total : taken(allPosts, AllPosts.TOTALS)) {
      control(total);
    }
    tellRules(allPosts);
    for (Partial partial : allPosts.extractOutputValues()) {
      toWindows(partial);
    }
    allPosts.getOutput().clear();
    for (var router : routers) {
      router.processWatermark(time);
    }
    for (var first : atOnce) {
      first.processWatermark(time);
      first.getOutput().clear();
    }
    flushed();
    for (var window : windows) {
      window.processBroadcastWatermark(Long.MAX_VALUE);
      window.processWatermark(time);
      for (Candidate candidate : window.extractOutputValues()) {
        desk.processElement1(new StreamRecord<>(candidate));
      }
      window.getOutput().clear();
    }
    desk.processWatermark2(new org.apache.flink.streaming.api.watermark.Watermark(Long.MAX_VALUE));
    desk.processWatermark1(new org.apache.flink.streaming.api.watermark.Watermark(time));
    take();
  }

  /** The same, with other books from then on. */
  void restart(RuleBooks other) throws Exception {
    books = other;
    restart();
  }

  /** Takes a checkpoint, ends everything and begins anew from it: without any watermark yet. */
  void restart() throws Exception {
    for (var router : routers) {
      ((RuleRouter) router.getOneInputOperator()).prepareSnapshotPreBarrier(1);
    }
    flushed();
    for (int i = 0; i < windows.size(); i++) {
      var snapshot = windows.get(i).snapshot(1, 1);
      windows.get(i).close();
      windows.set(i, newWindows());
      windows.get(i).initializeState(snapshot);
      windows.get(i).open();
      var routed = routers.get(i).snapshot(1, 1);
      routers.get(i).close();
      routers.set(i, new OneInputStreamOperatorTestHarness<>(new RuleRouter(books)));
      routers.get(i).initializeState(routed);
      routers.get(i).open();
    }
    var snapshot = desk.snapshot(1, 1);
    desk.close();
    desk = newDesk();
    desk.initializeState(snapshot);
    desk.open();
  }

  private void flushed() throws Exception {
    for (var router : routers) {
      for (Partial partial : router.extractOutputValues()) {
        toWindows(partial);
      }
      router.getOutput().clear();
      // After what it is about, as it may be on a cluster.
      tellRules(router);
    }
  }

  private void tellRules(OneInputStreamOperatorTestHarness<?, Partial> teller) throws Exception {
    for (Control rule : taken(teller, RuleRouter.RULES)) {
      control(rule);
      desk.processElement2(new StreamRecord<>(Notice.of(rule)));
      KnownRule known = rule.rule();
      if (known == null) {
        continue;
      }
      long window = Objects.requireNonNull(RuleText.read(known.said())).window().toMillis();
      rulesUntil.merge(known.key(), known.needed() + window, Math::max);
      ruleTimers.add(rulesUntil.getOrDefault(known.key(), 0L) - 1);
    }
  }

  private static List<Control> taken(
      OneInputStreamOperatorTestHarness<?, Partial> teller, OutputTag<Control> tag) {
    List<Control> taken = new ArrayList<>();
    var output = teller.getSideOutput(tag);
    if (output != null) {
      output.forEach(record -> taken.add(record.getValue()));
      output.clear();
    }
    return taken;
  }

  /** Names of the rules that some subtask of the windows knows. */
  List<String> knownRules() throws Exception {
    Set<String> known = new TreeSet<>();
    for (var window : windows) {
      for (var entry : window.getBroadcastState(RuleWindows.RULES).entries()) {
        known.add(entry.getValue().key().replaceAll("#.*", ""));
      }
    }
    return List.copyOf(known);
  }

  private void toWindows(Partial partial) throws Exception {
    windows.get(Math.floorMod(partial.key().hashCode(), windows.size())).processElement(partial, 0);
  }

  private OneInputStreamOperatorTestHarness<Change, Partial> router(String post) {
    return routers.get(Math.floorMod(post.hashCode(), routers.size()));
  }

  private void take() {
    told.addAll(desk.extractOutputValues());
    desk.getOutput().clear();
  }

  /** All that was told, in order. */
  List<Alert> alerts() {
    return told;
  }

  /** Signals that came too late. */
  List<Signal> late() {
    List<Signal> late = new ArrayList<>();
    for (var router : routers) {
      var output = router.getSideOutput(RuleRouter.LATE);
      if (output != null) {
        output.forEach(record -> late.add(record.getValue()));
      }
    }
    return late;
  }

  /** Entries of keyed state and timers that are left, but for what the desk knows of rules. */
  int left() {
    long rules = rulesUntil.values().stream().filter(until -> until - 1 > time).count();
    long timers = ruleTimers.stream().filter(timer -> timer > time).count();
    int left = Math.toIntExact(entries(desk) + desk.numEventTimeTimers() - rules - timers);
    for (var window : windows) {
      left += entries(window) + window.numEventTimeTimers();
    }
    return left;
  }

  private static int entries(AbstractStreamOperatorTestHarness<?> harness) {
    return ((HeapKeyedStateBackend<?>)
            ((AbstractStreamOperator<?>) harness.getOperator()).getKeyedStateBackend())
        .numKeyValueStateEntries();
  }

  /** Bytes of all panes held, one number for each. */
  static long at(Signal signal) {
    return Signals.at(signal);
  }

  @Override
  public void close() throws Exception {
    for (var router : routers) {
      router.close();
    }
    for (var window : windows) {
      window.close();
    }
    totals.close();
    allPosts.close();
    desk.close();
  }
}
