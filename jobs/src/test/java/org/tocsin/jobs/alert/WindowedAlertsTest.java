package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.jobs.alert.Oracle.Expected;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.Severity;
import org.tocsin.events.Signal;
import org.tocsin.jobs.Signals;
import org.tocsin.jobs.detect.Deduplicator;
import org.tocsin.jobs.detect.PostEvent;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;

/** Deduplicator, router and windows together against a brute-force {@link Oracle}. */
@SuppressWarnings("try") // A harness's close may be interrupted; a test is not.
class WindowedAlertsTest {
  private static final List<Category> ANY = List.of(Category.HATE, Category.ARMS);
  private static final List<AlertRule> RULES =
      List.of(
          rule("posts", ANY, List.of(GroupBy.CATEGORY), 10, 2),
          rule("all", List.of(Category.ARMS), List.of(), 30, 3),
          new AlertRule(
              "spread",
              "pack@1",
              "Spread",
              new AlertRule.On(ANY, List.of(), 0.6),
              List.of(GroupBy.LANGUAGE, GroupBy.CATEGORY),
              Duration.ofSeconds(20),
              new AlertRule.When(null, 2, 2, null),
              Severity.P3,
              2,
              AlertRule.Status.ACTIVE));

  /** What one record of a source gives: a post, an edit of it, or a deletion. */
  @Provide
  Arbitrary<List<List<PostEvent>>> records() {
    Arbitrary<List<PostEvent>> record =
        Combinators.combine(
                Arbitraries.integers().between(0, 7),
                Arbitraries.integers().between(0, 25).map(second -> second * 2_000L),
                Arbitraries.frequencyOf(
                    Tuple.of(5, Arbitraries.just("post")),
                    Tuple.of(3, Arbitraries.just("edit")),
                    Tuple.of(1, Arbitraries.just("delete"))),
                Arbitraries.subsetOf(ANY),
                Arbitraries.of("one", "two", "three"))
            .as(WindowedAlertsTest::eventsOf);
    return record.list().ofMinSize(1).ofMaxSize(30);
  }

  @Property(tries = 80)
  void alerts_anyEventsInAnyOrder_areThoseOfTheOracle(
      @ForAll("records") List<List<PostEvent>> records, @ForAll long seed) throws Exception {
    List<PostEvent> events = new ArrayList<>();
    records.forEach(events::addAll);
    Set<Expected> expected = Oracle.alerts(RULES, events);
    Statistics.collect(expected.isEmpty() ? "silent" : "rings");
    Set<Alert> first = new HashSet<>(alerts(events));

    assertThat(first.stream().map(Expected::of).collect(Collectors.toSet())).isEqualTo(expected);

    Collections.shuffle(events, new Random(seed));
    assertThat(new HashSet<>(alerts(events))).isEqualTo(first);
  }

  private static List<Alert> alerts(List<PostEvent> events) throws Exception {
    List<Signal> signals = deduplicated(events);
    List<Counted> counted = new ArrayList<>();
    try (var harness = Rules.router(RULES)) {
      for (Signal signal : signals) {
        harness.processElement(signal, Signals.at(signal));
      }
      counted.addAll(harness.extractOutputValues());
    }
    try (var harness = Rules.windows(RULES)) {
      harness.open();
      for (Counted one : counted) {
        harness.processElement(one, Signals.at(one.signal()));
      }
      harness.processWatermark(Watermark.MAX_WATERMARK);
      assertThat(harness.numKeyedStateEntries()).isZero();
      return harness.extractOutputValues();
    }
  }

  private static List<Signal> deduplicated(List<PostEvent> events) throws Exception {
    var operator = new KeyedProcessOperator<>(new Deduplicator(Duration.ofHours(1), Duration.ZERO));
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<String, PostEvent, Signal>(
            operator, PostEvent::postId, Types.STRING)) {
      harness.open();
      for (PostEvent event : events) {
        harness.processElement(event, event.at());
      }
      harness.processWatermark(Watermark.MAX_WATERMARK);
      assertThat(harness.numKeyedStateEntries()).isZero();
      return harness.extractOutputValues();
    }
  }

  /** As the detector tells them; who wrote a post and where does not change between versions. */
  private static List<PostEvent> eventsOf(
      int post, long at, String what, Set<Category> categories, String text) {
    String platform = post % 2 == 0 ? "x" : "b|y";
    String id = platform + ":" + post;
    List<PostEvent> events = new ArrayList<>();
    if (!what.equals("post")) {
      events.add(Signals.retraction(id, at));
    }
    if (!what.equals("delete")) {
      String lang = text.equals("two") ? "en" : "de";
      double score = text.equals("one") ? 0.5 : 0.7;
      for (Category category : categories) {
        events.add(
            Signals.event(
                Signals.of(id, at, category, "a" + post / 2, platform, lang, score, text)));
      }
    }
    return events;
  }

  private static AlertRule rule(
      String id, List<Category> categories, List<GroupBy> groupBy, int seconds, int posts) {
    return Rules.rule(id, categories, groupBy, Duration.ofSeconds(seconds), posts, null, null);
  }
}
