package org.tocsin.jobs.alert;

import java.util.ArrayList;
import java.util.List;
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
import org.tocsin.events.Alert;
import org.tocsin.events.Signal;
import org.tocsin.events.Verdict;
import org.tocsin.jobs.Signals;
import org.tocsin.jobs.detect.Change;
import org.tocsin.jobs.detect.PostSeen;

/** The operators from changes to alerts as they are wired, in so many subtasks each, by hand. */
@SuppressWarnings("try") // A harness's close may be interrupted; a test is not.
final class Line implements AutoCloseable {
  private final RuleBook book;
  private final List<OneInputStreamOperatorTestHarness<Change, Partial>> routers =
      new ArrayList<>();
  private final List<KeyedBroadcastOperatorTestHarness<String, Partial, Control, Candidate>>
      windows = new ArrayList<>();
  private final List<OneInputStreamOperatorTestHarness<Change, Candidate>> atOnce =
      new ArrayList<>();
  private final List<Alert> told = new ArrayList<>();
  private OneInputStreamOperatorTestHarness<PostSeen, Control> totals;
  private KeyedTwoInputStreamOperatorTestHarness<Integer, Candidate, Verdict, Alert> desk;

  Line(RuleBook book, int subtasks) throws Exception {
    this.book = book;
    for (int i = 0; i < subtasks; i++) {
      routers.add(new OneInputStreamOperatorTestHarness<>(new RuleRouter(book)));
      routers.get(i).open();
      atOnce.add(new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new AtOnce(book))));
      atOnce.get(i).open();
      windows.add(newWindows());
      windows.get(i).open();
    }
    totals = new OneInputStreamOperatorTestHarness<>(new Totals());
    totals.open();
    desk = newDesk();
    desk.open();
  }

  private KeyedBroadcastOperatorTestHarness<String, Partial, Control, Candidate> newWindows()
      throws Exception {
    var harness =
        new KeyedBroadcastOperatorTestHarness<>(
            new WindowsOperator(book), Partial::key, Types.STRING, 1, 1, 0);
    harness.setup(
        TypeInformation.of(Candidate.class)
            .createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    return harness;
  }

  private KeyedTwoInputStreamOperatorTestHarness<Integer, Candidate, Verdict, Alert> newDesk()
      throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new KeyedCoProcessOperator<>(new AlertDesk(book)),
        candidate -> AlertDesk.KEY,
        verdict -> AlertDesk.KEY,
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
    router(change.signal().post().id()).processElement(change, change.at());
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
    desk.processElement2(new StreamRecord<>(verdict));
    take();
  }

  /** Event time has come to here. */
  void watermark(long time) throws Exception {
    totals.processWatermark(time);
    for (Control total : totals.extractOutputValues()) {
      control(total);
      new AllPosts(book)
          .flatMap(total, new org.apache.flink.api.common.functions.util.ListCollector<>(loose));
    }
    totals.getOutput().clear();
    for (Partial partial : loose) {
      toWindows(partial);
    }
    loose.clear();
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

  private final List<Partial> loose = new ArrayList<>();

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
      routers.set(i, new OneInputStreamOperatorTestHarness<>(new RuleRouter(book)));
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
    }
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

  /** Entries of keyed state and timers that are left. */
  int left() {
    int left = entries(desk) + desk.numEventTimeTimers();
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
    desk.close();
  }
}
