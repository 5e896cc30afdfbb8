package org.tocsin.jobs.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.jobs.Signals.event;
import static org.tocsin.jobs.Signals.retraction;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.events.Category;
import org.tocsin.events.Signal;
import org.tocsin.jobs.Signals;

class DeduplicatorTest {
  private static final long RETENTION = 10_000;
  private static final Signal FIRST = Signals.of("x:1", 1_000);
  private static final Signal SECOND = Signals.of("x:1", 2_000);
  private static final Signal THIRD = Signals.of("x:1", 3_000);

  private KeyedOneInputStreamOperatorTestHarness<String, PostEvent, Change> harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void process_duplicate_isGivenOnce() throws Exception {
    process(event(FIRST), event(FIRST), event(FIRST));

    assertThat(told()).containsExactly(FIRST);
  }

  @Test
  void process_duplicateAsLongAsRetained_isGivenOnceAndThenAgain() throws Exception {
    process(event(FIRST));
    harness.processWatermark(1_000 + RETENTION - 1);
    process(event(FIRST));
    assertThat(told()).containsExactly(FIRST);

    harness.processWatermark(1_000 + RETENTION);
    assertEmpty();
    process(event(FIRST));
    assertThat(told()).containsExactly(FIRST, FIRST);
  }

  @Test
  void process_samePostUnderTwoCategories_givesBothAndRetractsBoth() throws Exception {
    Signal other = Signals.of("x:1", 1_000, Category.CYBER);
    process(event(FIRST), event(other), retraction("x:1", 1_500));

    assertThat(told().subList(0, 2)).containsExactly(FIRST, other);
    assertThat(last().values()).containsExactlyInAnyOrder(until(FIRST, 1_500), until(other, 1_500));
  }

  /** Versions were objects of their own once, their ends with them. */
  @Test
  void restore_stateOfAnOlderBuild_remembersWhatItHadTold() throws Exception {
    harness.close();
    harness = harnessOf(new Older());
    harness.open();
    process(event(until(FIRST, 1_500)), event(SECOND));
    var snapshot = harness.snapshot(1, 1);
    harness.close();
    harness = harness();
    harness.initializeState(snapshot);
    harness.open();
    process(event(FIRST), event(SECOND), retraction("x:1", 1_700), retraction("x:1", 2_500));

    assertThat(told()).containsExactly(until(SECOND, 2_500));
    harness.processWatermark(2_500 + RETENTION);
    assertEmpty();
  }

  private static final class Older extends KeyedProcessFunction<String, PostEvent, Change> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(PostEvent event, Context context, Collector<Change> out)
        throws Exception {
      Signal signal = Objects.requireNonNull(event.signal());
      getRuntimeContext()
          .getMapState(
              new MapStateDescriptor<>(
                  "versions", TypeInformation.of(String.class), TypeInformation.of(Signal.class)))
          .put(signal.category().label() + "@" + event.at(), signal);
      context.timerService().registerEventTimeTimer(event.at() + RETENTION);
    }
  }

  static Stream<List<PostEvent>> editOrders() {
    return Signals.orders(
        List.of(
            event(FIRST),
            retraction("x:1", 2_000),
            event(SECOND),
            retraction("x:1", 3_000),
            event(THIRD)))
        .stream();
  }

  @ParameterizedTest
  @MethodSource("editOrders")
  void process_editsInAnyOrder_leaveTheLastVersionStanding(List<PostEvent> order) throws Exception {
    process(order.toArray(PostEvent[]::new));

    assertThat(last().values())
        .containsExactlyInAnyOrder(until(FIRST, 2_000), until(SECOND, 3_000), THIRD);
    harness.processWatermark(3_000 + RETENTION);
    assertEmpty();
  }

  @Test
  void process_deletionBeforeThePost_retractsItOnArrival() throws Exception {
    process(retraction("x:1", 1_001), event(FIRST));

    assertThat(told()).containsExactly(until(FIRST, 1_001));
  }

  @Test
  void process_deletionAtTheTimeOfTheVersion_isOfEarlierOnesOnly() throws Exception {
    process(event(FIRST), retraction("x:1", 1_000));

    assertThat(told()).containsExactly(FIRST);
  }

  @Test
  void process_deletionTwice_isToldOnceAndTheEarlierOneHolds() throws Exception {
    process(
        event(FIRST),
        retraction("x:1", 5_000),
        retraction("x:1", 5_000),
        retraction("x:1", 4_000),
        retraction("x:1", 6_000));

    assertThat(told()).containsExactly(FIRST, until(FIRST, 5_000), until(FIRST, 4_000));
  }

  @Test
  void process_deletionLongAfterRetention_tellsNothingAndKeepsNothing() throws Exception {
    process(event(FIRST));
    harness.processWatermark(1_000 + RETENTION);
    process(retraction("x:1", 50_000));
    assertThat(told()).containsExactly(FIRST);

    harness.processWatermark(50_000);
    assertEmpty();
  }

  @Test
  void process_deletionOfUnseenPost_isForgottenWhenTheWatermarkPasses() throws Exception {
    process(retraction("x:1", 1_000), retraction("x:2", 2_000));
    harness.processWatermark(1_000);
    assertThat(harness.numKeyedStateEntries()).isOne();
    assertThat(harness.numEventTimeTimers()).isOne();

    harness.processWatermark(2_000);
    assertEmpty();
  }

  @Test
  void process_postBehindItsDeletion_isRetractedWhileItsWindowMayBeOpen() throws Exception {
    harness.close();
    harness = harness(() -> Duration.ofMillis(500));
    harness.open();
    process(retraction("x:1", 1_100));
    harness.processWatermark(1_599);
    process(event(FIRST));
    assertThat(told()).containsExactly(until(FIRST, 1_100));
    harness.processWatermark(1_000 + RETENTION);
    assertEmpty();
  }

  @Test
  void process_lateDeletion_isForgottenAtTheNextWatermark() throws Exception {
    harness.processWatermark(9_000);
    process(retraction("x:1", 1_000));
    harness.processWatermark(9_001);

    assertEmpty();
  }

  @Test
  void process_otherPosts_areTheirOwn() throws Exception {
    Signal other = Signals.of("x:2", 1_000);
    process(event(FIRST), event(other), retraction("x:1", 2_000));

    assertThat(last().values()).containsExactlyInAnyOrder(until(FIRST, 2_000), other);
  }

  @Test
  void process_twoTextsUnderOneTime_theGreaterDigestStandsInAnyOrder() throws Exception {
    Signal a = Signals.of("x:1", 1_000, Category.HATE, "author", "x", "en", 0.5, "one");
    Signal b = Signals.of("x:1", 1_000, Category.HATE, "author", "x", "en", 0.5, "two");
    Signal greater = a.textSha256().compareTo(b.textSha256()) > 0 ? a : b;
    Signal lesser = greater.equals(a) ? b : a;

    process(event(lesser), event(greater), event(lesser));
    assertThat(told()).containsExactly(lesser, until(lesser, 1_000), greater, until(lesser, 1_000));

    open();
    process(event(greater), event(lesser));
    assertThat(told()).containsExactly(greater, until(lesser, 1_000));
  }

  @Test
  void restore_inTheMiddle_remembersVersionsAndRetractions() throws Exception {
    process(event(FIRST), retraction("x:1", 3_000));
    var snapshot = harness.snapshot(1, 1);
    harness.close();
    harness = harness();
    harness.initializeState(snapshot);
    harness.open();
    process(event(FIRST), event(SECOND));

    assertThat(told()).containsExactly(until(SECOND, 3_000));
    harness.processWatermark(Watermark.MAX_WATERMARK);
    assertEmpty();
  }

  @Test
  void process_thousandsOfEditsOfOnePost_keepABoundedState() throws Exception {
    edit(1, 1_000);
    long some = harness.snapshot(1, 1).getManagedKeyedState().getStateSize();
    edit(1_001, 3_000);
    long many = harness.snapshot(2, 2).getManagedKeyedState().getStateSize();

    // Timers stay one for each version: 30 bytes, not a text.
    assertThat(many).isLessThan(some * 3 / 2);
    assertThat(told()).endsWith(Signals.of("x:1", 3_000));
    assertThat(last().values()).filteredOn(signal -> signal.retractedAt() == null).hasSize(1);
    harness.processWatermark(3_000 + RETENTION);
    assertEmpty();
  }

  private void edit(long from, long to) throws Exception {
    for (long at = from; at <= to; at++) {
      process(retraction("x:1", at), event(Signals.of("x:1", at)));
    }
  }

  /** A rule comes whose window is longer than any was when the versions came. */
  @Test
  void longestWindow_grows_remembersWhatIsThereAsLong() throws Exception {
    AtomicReference<Duration> longest = new AtomicReference<>(Duration.ZERO);
    harness = harness(longest::get);
    harness.open();
    process(event(FIRST), retraction("x:1", 2_000));
    longest.set(Duration.ofMillis(2 * RETENTION));
    harness.processWatermark(1_000 + RETENTION);
    process(event(FIRST));
    assertThat(told()).containsExactly(FIRST, until(FIRST, 2_000));
    harness.processWatermark(2_000 + 2 * RETENTION);
    assertEmpty();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, PostEvent, Change> harness()
      throws Exception {
    return harness(() -> Duration.ZERO);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, PostEvent, Change> harness(
      SerializableSupplier<Duration> longestWindow) throws Exception {
    return harnessOf(new Deduplicator(Duration.ofMillis(RETENTION), longestWindow));
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, PostEvent, Change> harnessOf(
      KeyedProcessFunction<String, PostEvent, Change> function) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(function), PostEvent::postId, Types.STRING);
  }

  private void process(PostEvent... events) throws Exception {
    for (PostEvent event : events) {
      harness.processElement(event, event.at());
    }
  }

  private List<Signal> told() {
    return harness.extractOutputValues().stream().map(Change::signal).toList();
  }

  private Map<String, Signal> last() {
    return Signals.last(told());
  }

  private void assertEmpty() {
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  private static Signal until(Signal signal, long at) {
    return signal.retracted(Instant.ofEpochMilli(at));
  }
}
