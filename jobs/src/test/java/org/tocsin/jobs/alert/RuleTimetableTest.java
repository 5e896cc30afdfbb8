package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.jobs.alert.Rules.counts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.jobs.Signals;
import org.tocsin.jobs.detect.BundleTimeline;

class RuleTimetableTest {
  private static final Rules A = Rules.rule("a");
  private static final Rules B = Rules.rule("b").window(60, 10);
  private static final RuleTimetable TABLE =
      new RuleTimetable(
          BundleTimeline.of(book(A))
              .then(10_000, book(A, B))
              .then(20_000, book(B))
              .then(30_000, book(A, B)));

  private static RuleBook book(Rules... rules) {
    return new RuleBook(Arrays.stream(rules).map(Rules::build).toList());
  }

  private static RuleTimetable then(RuleTimetable table, long from, RuleBook book) {
    return new RuleTimetable(table.books().then(from, book));
  }

  private static List<String> forces(RuleBooks books) {
    return books.forces().stream()
        .map(
            force ->
                "%s from %s until %s"
                    .formatted(
                        force.rule().id(),
                        force.from() == Long.MIN_VALUE ? "ever" : force.from(),
                        force.until() == Long.MAX_VALUE ? "now" : force.until()))
        .toList();
  }

  @Test
  void at_eachTime_isTheBookOfTheNewestStepBefore() {
    assertThat(TABLE.at(9_999).rules()).hasSize(1);
    assertThat(TABLE.at(10_000).rules()).hasSize(2);
    assertThat(TABLE.at(29_999)).isSameAs(TABLE.of(Signals.of("x:1", 20_000)));
    assertThat(TABLE.longestWindow()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void forces_ofARuleThatCameBack_areItsNewestTime() {
    assertThat(forces(TABLE))
        .containsExactlyInAnyOrder("a from 30000 until now", "b from 10000 until now");
  }

  @Test
  void forces_ofARuleThatIsGone_endWithItsLastBook() {
    assertThat(forces(then(TABLE, 40_000, book(Rules.rule("c")))))
        .containsExactlyInAnyOrder(
            "a from 30000 until 40000", "b from 10000 until 40000", "c from 40000 until now");
    assertThat(forces(book(A))).containsExactly("a from ever until now");
  }

  @Test
  void then_reachesBack_replacesWhatItCovers() {
    RuleTimetable back = then(TABLE, 15_000, book(B));
    assertThat(back.books().steps()).hasSize(3);
    assertThat(forces(back))
        .containsExactlyInAnyOrder("a from ever until 15000", "b from 10000 until now");
  }

  @Test
  void knownRule_whatIsTold_isTheSameInAnyOrder() {
    List<KnownRule> told = new ArrayList<>();
    String key = "k";
    told.add(new KnownRule(key, "{}", 5, Long.MIN_VALUE, Long.MAX_VALUE));
    told.add(new KnownRule(key, "{}", 9, Long.MIN_VALUE, 20));
    told.add(new KnownRule(key, "{}", 7, 30, Long.MAX_VALUE));
    told.add(new KnownRule(key, "{}", 8, 30, 40));
    for (List<KnownRule> order : Signals.orders(told)) {
      KnownRule known = order.stream().reduce(KnownRule::and).orElseThrow();
      assertThat(known).isEqualTo(new KnownRule(key, "{}", 9, 30, 40));
    }
    assertThat(told.get(1).isInForce(0, 20)).isTrue();
    assertThat(told.get(1).isInForce(1, 21)).isFalse();
    assertThat(told.get(3).isInForce(29, 40)).isFalse();
  }

  @Test
  void news_ruleInForce_isToldOnceInALeaseAndTheOneThatIsGoneForItsEnd() {
    List<Control> told = new ArrayList<>();
    RuleNews news = new RuleNews(told::add);
    RuleTimetable before = new RuleTimetable(BundleTimeline.of(book(A.when(counts(1, null)))));
    for (long time = 0; time < RuleNews.LEASE; time += 60_000) {
      news.advance(before.at(0), time);
    }
    assertThat(told).hasSize(1);
    news.advance(before.at(0), RuleNews.LEASE);
    assertThat(told).hasSize(2);
    RuleTimetable after = then(before, RuleNews.LEASE + 5, book(B));
    news.advance(after, RuleNews.LEASE + 1);
    assertThat(told.subList(2, told.size()))
        .extracting(control -> control.rule() == null ? 0 : control.rule().until())
        .containsExactlyInAnyOrder(RuleNews.LEASE + 5, Long.MAX_VALUE);
  }
}
