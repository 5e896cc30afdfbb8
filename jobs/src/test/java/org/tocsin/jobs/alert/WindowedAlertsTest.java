package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.jobs.alert.Oracle.Expected;
import static org.tocsin.jobs.alert.Rules.counts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
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
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.Signal;
import org.tocsin.jobs.Signals;
import org.tocsin.jobs.detect.BundleTimeline;
import org.tocsin.jobs.detect.Change;
import org.tocsin.jobs.detect.Deduplicator;
import org.tocsin.jobs.detect.PostEvent;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.Counts;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;
import org.tocsin.lexicons.pack.AlertRule.Inhibits;
import org.tocsin.lexicons.pack.AlertRule.Life;

/**
 * From events of posts to alerts, against a brute-force {@link Oracle}: any order of arrival within
 * the lateness, any number of subtasks, any points of checkpoint and restore.
 */
@SuppressWarnings("try") // A harness's close may be interrupted; a test is not.
class WindowedAlertsTest {
  private static final Category[] ANY = {Category.HATE, Category.ARMS};
  private static final List<AlertRule> RULES =
      List.of(
          Rules.rule("posts").on(ANY).when(counts(2, null)).build(),
          Rules.rule("all").on(Category.ARMS).by().window(30, 10).when(counts(3, null)).build(),
          Rules.rule("spread")
              .on(AlertRule.On.of(List.of(ANY), List.of(), 0.6))
              .by(GroupBy.LANGUAGE, GroupBy.CATEGORY)
              .window(20, 4)
              .when(new Counts(null, 2, 2, null, null))
              .life(
                  new Life(Duration.ofSeconds(12), Counts.NONE, 2, Inhibits.NOTHING, 1_000, 1_000))
              .build());

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
    return record.list().ofMinSize(5).ofMaxSize(40);
  }

  @Property(tries = 60, seed = "17")
  void alerts_anyEventsAnyOrderSubtasksAndRestarts_areThoseOfTheOracle(
      @ForAll("records") List<List<PostEvent>> records, @ForAll long seed) throws Exception {
    List<PostEvent> events = new ArrayList<>();
    records.forEach(events::addAll);
    Set<Expected> expected = Oracle.alerts(RULES, events);
    Statistics.collect(expected.isEmpty() ? "silent" : "rings");
    Random random = new Random(seed);
    Set<Alert> first = new HashSet<>(alerts(RULES, events, 1, random));

    assertThat(first.stream().map(Expected::of).collect(Collectors.toSet())).isEqualTo(expected);

    for (int subtasks = 2; subtasks <= 3; subtasks++) {
      Collections.shuffle(events, random);
      assertThat(new HashSet<>(alerts(RULES, events, subtasks, random))).isEqualTo(first);
    }
  }

  /**
   * At some time one rule goes, one comes and one stays: each tells what it would tell of the posts
   * of its time alone.
   */
  @Property(tries = 25, seed = "17")
  void alerts_rulesThatComeAndGo_areThoseOfTheOracleInAnyOrder(
      @ForAll("records") List<List<PostEvent>> records, @ForAll long seed) throws Exception {
    List<PostEvent> events = new ArrayList<>();
    records.forEach(events::addAll);
    AlertRule stays = RULES.get(1);
    AlertRule other = Rules.rule("other").on(Category.ARMS).when(counts(2, null)).build();
    long change = 1_000L * new Random(seed).nextInt(50);
    RuleTimetable table =
        new RuleTimetable(
            BundleTimeline.of(new RuleBook(RULES.subList(0, 2)))
                .then(change, new RuleBook(List.of(stays, other))));
    Set<Expected> expected = new HashSet<>(Oracle.alerts(List.of(stays), events));
    expected.addAll(Oracle.alerts(RULES.subList(0, 1), published(events, at -> at < change)));
    expected.addAll(Oracle.alerts(List.of(other), published(events, at -> at >= change)));
    Random random = new Random(seed);
    Set<Alert> first = new HashSet<>(alerts(table, events, 1, random));

    assertThat(first.stream().map(Expected::of).collect(Collectors.toSet())).isEqualTo(expected);

    Collections.shuffle(events, random);
    assertThat(new HashSet<>(alerts(table, events, 2, random))).isEqualTo(first);
  }

  /** Signals of a time, and all that ends some. */
  private static List<PostEvent> published(List<PostEvent> events, LongPredicate time) {
    return events.stream()
        .filter(event -> event.signal() == null || time.test(event.at()))
        .toList();
  }

  /** Groups far beyond what panes know one by one, with edits and deletions. */
  @Property(tries = 3, seed = "17")
  void alerts_sketches_areTheSameInAnyOrder(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    List<PostEvent> events = new ArrayList<>();
    for (int post = 0; post < 400; post++) {
      String what = post % 7 == 0 ? "edit" : post % 11 == 0 ? "delete" : "post";
      events.addAll(
          eventsOf(
              what.equals("post") ? post : random.nextInt(post + 1),
              random.nextInt(20_000),
              what,
              Set.of(ANY),
              random.nextBoolean() ? "two" : "three"));
    }
    List<AlertRule> rules =
        List.of(
            Rules.rule("posts").on(ANY).by().window(20, 10).when(counts(2, null)).build(),
            RULES.get(2));
    Set<Alert> first = new HashSet<>(alerts(rules, events, 1, random));
    assertThat(first).anyMatch(alert -> Boolean.FALSE.equals(alert.exact()));

    for (int subtasks = 1; subtasks <= 3; subtasks++) {
      Collections.shuffle(events, random);
      assertThat(new HashSet<>(alerts(rules, events, subtasks, random))).isEqualTo(first);
    }
  }

  /** What is told at the first post adds records of its own, and changes no other. */
  @Property(tries = 15, seed = "17")
  void alerts_atOnce_addOnlyProvisionalsThatEnd(
      @ForAll("records") List<List<PostEvent>> records, @ForAll long seed) throws Exception {
    List<PostEvent> events = new ArrayList<>();
    records.forEach(events::addAll);
    Random random = new Random(seed);
    Rules rule = Rules.rule("one").on(ANY).window(20, 4).when(counts(1, null));
    Set<Alert> expected = new HashSet<>(alerts(List.of(rule.build()), events, 1, random));
    for (int subtasks = 1; subtasks <= 3; subtasks++) {
      Collections.shuffle(events, random);
      List<Alert> told = alerts(List.of(rule.buildAtOnce()), events, subtasks, random);
      List<String> provisional = ids(told, alert -> alert.revision() == 0);
      List<String> settled = ids(told, alert -> alert.revision() == 1);
      assertThat(provisional).doesNotHaveDuplicates();
      assertThat(settled).doesNotHaveDuplicates().containsAll(provisional);
      List<String> withdrawn = ids(told, WindowedAlertsTest::isWithdrawn);
      assertThat(provisional).containsAll(withdrawn);
      told.removeIf(alert -> alert.revision() == 0 || isWithdrawn(alert));
      assertThat(new HashSet<>(told)).isEqualTo(expected);
      Statistics.collect(withdrawn.isEmpty() ? "all held" : "some withdrawn");
    }
  }

  private static boolean isWithdrawn(Alert alert) {
    return alert.revision() == 1 && alert.status() == Alert.Status.RESOLVED;
  }

  private static List<String> ids(List<Alert> alerts, Predicate<Alert> which) {
    return alerts.stream().filter(which).map(Alert::id).toList();
  }

  /** The watermark follows behind what is still to come; nothing is late. */
  private static List<Alert> alerts(
      List<AlertRule> rules, List<PostEvent> events, int subtasks, Random random) throws Exception {
    return alerts(new RuleBook(rules), events, subtasks, random);
  }

  private static List<Alert> alerts(
      RuleBooks books, List<PostEvent> events, int subtasks, Random random) throws Exception {
    long[] oldestLeft = new long[events.size() + 1];
    oldestLeft[events.size()] = Long.MAX_VALUE;
    for (int i = events.size() - 1; i >= 0; i--) {
      oldestLeft[i] = Math.min(oldestLeft[i + 1], events.get(i).at());
    }
    try (Line line = new Line(books, subtasks);
        var deduplicator = deduplicator()) {
      deduplicator.open();
      for (int i = 0; i < events.size(); i++) {
        deduplicator.processElement(events.get(i), events.get(i).at());
        for (Change change : deduplicator.extractOutputValues()) {
          line.change(change);
        }
        deduplicator.getOutput().clear();
        if (random.nextInt(events.size()) < 8) {
          line.watermark(oldestLeft[i + 1] - 1);
        }
        if (random.nextInt(events.size()) < 3) {
          line.restart();
        }
      }
      line.watermark(Long.MAX_VALUE);
      assertThat(line.left()).isZero();
      assertThat(line.late()).isEmpty();
      return line.alerts();
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, PostEvent, Change> deduplicator()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(
            new Deduplicator(Duration.ofHours(1), () -> Duration.ofMinutes(1))),
        PostEvent::postId,
        Types.STRING);
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
        Signal signal = Signals.of(id, at, category, "a" + post / 2, platform, lang, score, text);
        events.add(Signals.event(signal));
      }
    }
    return events;
  }
}
