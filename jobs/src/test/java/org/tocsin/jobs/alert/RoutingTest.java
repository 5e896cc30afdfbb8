package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Category;
import org.tocsin.events.Match;
import org.tocsin.events.Observable;
import org.tocsin.events.Post;
import org.tocsin.events.Severity;
import org.tocsin.events.Signal;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;
import org.tocsin.lexicons.pack.AlertRule.On;
import org.tocsin.lexicons.pack.ContextTag;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.MatchMode;
import org.tocsin.lexicons.pack.Pack;

/** Which rules count a signal, under which groups. */
class RoutingTest {
  private static final Instant AT = Instant.EPOCH;
  private static final Entry ENTRY =
      new Entry(
          "slur",
          "pack@1",
          Category.HATE,
          List.of("en"),
          List.of("word"),
          null,
          MatchMode.EXACT,
          List.of(),
          Set.of(),
          Severity.P3,
          0.5,
          Entry.Status.ACTIVE,
          "meaning",
          List.of(),
          "source",
          LocalDate.EPOCH,
          LocalDate.EPOCH,
          "sailors",
          Entry.Conditions.NONE);
  private static final Pack PACK =
      new Pack("pack", "1", "Pack", List.of("en"), "o", "l", List.of(ENTRY), Map.of(), List.of());

  @Test
  void groups_eachDimension_isItsValues() {
    assertThat(groups(GroupBy.CATEGORY, GroupBy.LANGUAGE)).containsExactly(List.of("hate", "en"));
    assertThat(groups(GroupBy.PLATFORM, GroupBy.CHANNEL)).containsExactly(List.of("x", "room"));
    assertThat(groups(GroupBy.AUTHOR)).containsExactly(List.of("author"));
    assertThat(groups(GroupBy.ENTRY)).containsExactly(List.of("other"), List.of("slur"));
    assertThat(groups(GroupBy.TARGET_GROUP)).containsExactly(List.of("sailors"));
    assertThat(groups(GroupBy.LINK_DOMAIN)).containsExactly(List.of("a.example"));
    assertThat(groups(GroupBy.OBSERVABLE)).containsExactly(List.of("btc:1a"), List.of("iban:2b"));
    assertThat(groups(GroupBy.NEAR_DUPLICATE)).isEmpty();
    assertThat(groups(GroupBy.HASHTAG)).containsExactly(List.of("day"), List.of("harbour"));
    assertThat(groups()).containsExactly(List.of());
  }

  @Test
  void groups_severalValues_areCombined() {
    assertThat(groups(GroupBy.ENTRY, GroupBy.OBSERVABLE)).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void groups_manyValues_areBounded() {
    List<Observable> many =
        java.util.stream.IntStream.range(0, 100)
            .mapToObj(i -> new Observable("btc", "wallet" + i, 0, 1, null))
            .toList();
    AlertRule rule = Rules.rule("r").by(GroupBy.OBSERVABLE).build();

    assertThat(routing(rule).groups(rule, signal("room", 0.5, many))).hasSize(Routing.MAX_GROUPS);
  }

  @Test
  void groups_noChannel_isNoGroup() {
    AlertRule rule = Rules.rule("r").by(GroupBy.CHANNEL).build();

    assertThat(routing(rule).groups(rule, signal(null, 0.5, List.of()))).isEmpty();
  }

  @Test
  void rules_eachSelection_mustHold() {
    On all = on(List.of(), List.of(), List.of(), List.of(), 0, null, List.of());
    assertThat(counts(all)).isTrue();
    assertThat(counts(on(List.of("slur"), List.of(), List.of(), List.of(), 0, null, List.of())))
        .isTrue();
    assertThat(counts(on(List.of("none"), List.of(), List.of(), List.of(), 0, null, List.of())))
        .isFalse();
    assertThat(counts(on(List.of(), List.of("btc"), List.of(), List.of(), 0, null, List.of())))
        .isTrue();
    assertThat(counts(on(List.of(), List.of("any"), List.of(), List.of(), 0, null, List.of())))
        .isTrue();
    assertThat(counts(on(List.of(), List.of("eth"), List.of(), List.of(), 0, null, List.of())))
        .isFalse();
    List<ContextTag> news = List.of(ContextTag.NEWS);
    List<ContextTag> gaming = List.of(ContextTag.GAMING);
    assertThat(counts(on(List.of(), List.of(), news, gaming, 0, null, List.of()))).isTrue();
    assertThat(counts(on(List.of(), List.of(), gaming, List.of(), 0, null, List.of()))).isFalse();
    assertThat(counts(on(List.of(), List.of(), List.of(), news, 0, null, List.of()))).isFalse();
    assertThat(counts(on(List.of(), List.of(), List.of(), List.of(), 0.6, null, List.of())))
        .isFalse();
    assertThat(counts(on(List.of(), List.of(), List.of(), List.of(), 0, Severity.P2, List.of())))
        .isTrue();
    assertThat(counts(on(List.of(), List.of(), List.of(), List.of(), 0, Severity.P1, List.of())))
        .isFalse();
    assertThat(counts(on(List.of(), List.of(), List.of(), List.of(), 0, null, List.of("mastodon"))))
        .isFalse();
  }

  @Test
  void key_changedRule_isAnother() {
    AlertRule rule = Rules.rule("r").build();
    AlertRule changed = Rules.rule("r").severity(Severity.P1).build();

    assertThat(new RuleBook(List.of(rule)).key(rule))
        .isNotEqualTo(new RuleBook(List.of(changed)).key(changed));
    assertThat(Partial.parts(Partial.key("a|b", List.of("", "c:1|2", "é"))))
        .containsExactly("a|b", "", "c:1|2", "é");
  }

  private static On on(
      List<String> entries,
      List<String> observables,
      List<ContextTag> with,
      List<ContextTag> without,
      double minScore,
      @Nullable Severity severity,
      List<String> platforms) {
    return new On(
        false,
        List.of(Category.HATE),
        entries,
        observables,
        with,
        without,
        minScore,
        severity,
        List.of("en"),
        platforms);
  }

  private static boolean counts(On on) {
    AlertRule rule = Rules.rule("r").on(on).build();
    return !routing(rule).rules(signal("room", 0.5, observables())).isEmpty();
  }

  private static List<List<String>> groups(GroupBy... by) {
    AlertRule rule = Rules.rule("r").by(by).build();
    return routing(rule).groups(rule, signal("room", 0.5, observables()));
  }

  private static Routing routing(AlertRule rule) {
    return new Routing(RuleBook.of(List.of(PACK), List.of(rule)));
  }

  private static List<Observable> observables() {
    return List.of(
        new Observable("iban", "2b", 0, 1, true), new Observable("btc", "1a", 0, 1, true));
  }

  private static Signal signal(
      @Nullable String channel, double score, List<Observable> observables) {
    Post post =
        new Post(
            "x:1",
            "x",
            "author",
            channel,
            "word",
            "en-GB",
            AT,
            null,
            AT,
            List.of("https://www.A.example/p?q", "http://a.example:80/", "not a link"),
            List.of("Harbour", "\uff28ARBOUR", "#harbour", " ", "day"),
            List.of(),
            null,
            null,
            List.of());
    return new Signal(
        post,
        Category.HATE,
        score,
        true,
        Severity.P2,
        List.of("news"),
        List.of(
            new Match("slur", "pack@1", Category.HATE, 0, 4, "word", "exact", 0.5),
            new Match("other", "pack@1", Category.HATE, 0, 4, "word", "exact", 0.5)),
        0,
        observables,
        0,
        "ff",
        "bundle",
        null,
        List.of(),
        null);
  }
}
