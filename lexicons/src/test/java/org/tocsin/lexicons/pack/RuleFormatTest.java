package org.tocsin.lexicons.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.events.Category;
import org.tocsin.events.Severity;
import org.tocsin.lexicons.PackTexts;
import org.tocsin.lexicons.pack.AlertRule.Cooccur;
import org.tocsin.lexicons.pack.AlertRule.Counts;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;
import org.tocsin.lexicons.pack.AlertRule.Inhibits;
import org.tocsin.lexicons.pack.AlertRule.Life;
import org.tocsin.lexicons.pack.AlertRule.On;
import org.tocsin.lexicons.pack.AlertRule.Rate;
import org.tocsin.lexicons.pack.AlertRule.Sequence;
import org.tocsin.lexicons.pack.AlertRule.Step;
import org.tocsin.lexicons.pack.AlertRule.When;
import org.tocsin.lexicons.pack.Rehearsal.Expected;

class RuleFormatTest {
  private static final String RULE =
      """
      rules:
        - id: r
          title: Rule
          on:
            categories: [hate, arms]
            entries: [red]
            observables: [any]
            context: {with: [quotation], without: [news]}
            min_score: 0.3
            severity: P2
            languages: [en]
            platforms: [x]
          group_by: [observable, target_group, near_duplicate]
          window: 1h
          pane: 10m
          when:
            posts: 3
            weight: 1.5
            share: 0.01
            near_duplicates: 4
            rate: {z: 5, fdr: 0.01, at_least: 10}
            cooccur: {at_least: 2, of: [hate, arms, cyber]}
            sequence: {steps: [hate, arms], within: 30m}
            first_seen: 28d
          severity: P3
          steps:
            - {when: {authors: 20}, severity: P1}
          cool_down: 2h
          resolve: {quiet_panes: 3, below: {posts: 2}}
          inhibits: {rules: [other/rule], severities: [P3]}
          budget: 5
          digest_above: 7
          samples: 4
          armed: true
          status: shadow
      """;
  private static final String REHEARSAL =
      """
      examples:
        - note: why
          rules: [r]
          watch: true
          posts:
            - {at: 1m, times: 3, every: 10s, authors: 2, author: b, platform: y, channel: c, lang: ru, category: arms,
               score: 0.7, entries: [red], observables: ["btc:1a"], context: [news], links: ["https://a.example"],
               tags: [harbour]}
            - {text: quiet}
          alerts:
            - {rule: r, severity: P1, group: {observable: "btc:1a"}, posts: 3}
      """;

  @Test
  void parse_everyKey_isInTheRule() {
    AlertRule rule = texts(RULE, REHEARSAL).packs().get(0).rules().get(0);

    assertThat(rule)
        .isEqualTo(
            new AlertRule(
                "r",
                "t@1",
                "Rule",
                new On(
                    false,
                    List.of(Category.HATE, Category.ARMS),
                    List.of("red"),
                    List.of("any"),
                    List.of(ContextTag.QUOTATION),
                    List.of(ContextTag.NEWS),
                    0.3,
                    Severity.P2,
                    List.of("en"),
                    List.of("x")),
                List.of(GroupBy.OBSERVABLE, GroupBy.TARGET_GROUP, GroupBy.NEAR_DUPLICATE),
                Duration.ofHours(1),
                Duration.ofMinutes(10),
                new When(
                    new Counts(3, null, null, null, 1.5),
                    0.01,
                    4,
                    new Rate(5, 0.01, 10),
                    new Cooccur(2, List.of("hate", "arms", "cyber")),
                    new Sequence(List.of("hate", "arms"), Duration.ofMinutes(30), false),
                    false,
                    Duration.ofDays(28)),
                Severity.P3,
                List.of(new Step(new Counts(null, 20, null, null, null), Severity.P1)),
                new Life(
                    Duration.ofHours(2),
                    new Counts(2, null, null, null, null),
                    3,
                    new Inhibits(List.of("other/rule"), List.of(Severity.P3)),
                    5,
                    7),
                4,
                true,
                AlertRule.Status.SHADOW,
                false));
    assertThat(rule.panes()).isEqualTo(6);
  }

  @Test
  void parse_atOnceAndListed_areInTheRecord() {
    String conditions = RULE.substring(RULE.indexOf("    when:"), RULE.indexOf("    severity: P3"));
    AlertRule rule =
        texts(
                RULE.replace(conditions, "    when: {posts: 1}\n")
                    .replace("observables: [any]", "listed: true")
                    .replace("armed: true", "at_once: true"),
                REHEARSAL)
            .packs()
            .get(0)
            .rules()
            .get(0);
    assertThat(rule.atOnce()).isTrue();
    assertThat(rule.with(AlertRule.Status.ACTIVE).atOnce()).isTrue();
    assertThat(rule.on().listed()).isTrue();
  }

  @Test
  void parse_everyKeyOfARehearsal_isInTheRecord() {
    Rehearsal rehearsal = texts(RULE, REHEARSAL).packs().get(0).rehearsals().get(0);

    assertThat(rehearsal.watch()).isTrue();
    assertThat(rehearsal.posts().get(0))
        .isEqualTo(
            new Rehearsal.TimedPost(
                Duration.ofMinutes(1),
                3,
                Duration.ofSeconds(10),
                2,
                "b",
                "y",
                "c",
                "ru",
                null,
                Category.ARMS,
                0.7,
                List.of("red"),
                List.of("btc:1a"),
                false,
                List.of(ContextTag.NEWS),
                List.of("https://a.example"),
                List.of("harbour")));
    assertThat(rehearsal.posts().get(1).lang()).isEqualTo("en");
    assertThat(rehearsal.alerts())
        .containsExactly(new Expected("r", Severity.P1, Map.of("observable", "btc:1a"), 3));
    assertThat(rehearsal.at()).isEqualTo(new Place("t/examples.yaml", 2, 5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "near_duplicate]      | near_duplicates]    | 13:15: 'group_by' is 'near_duplicates':"
            + " expected one of",
        "near_duplicate]      | near_duplicates]    | (did you mean 'near_duplicate'?)",
        "pane: 10m            | pane: 7m            | 15:11: expected a 'window' that is a multiple"
            + " of its 'pane'",
        "first_seen: 28d       | first_seen: 10m     | expected in 'first_seen' at least the rule's 'window'"
            + " and at most 56 d",
        "first_seen: 28d       | first_seen: 57d     | at most 56 d",
        "near_duplicate]      | hashtags]           | (did you mean 'hashtag'?)",
        "pane: 10m            | pane: 10s           | 360 panes in a window: expected at most 336",
        "window: 1h           | window: 30d         | expected at most 336",
        "{at_least: 2, of:    | {of:                | expected either 'all_of: [...]' or 'at_least:"
            + " n' with 'of: [...]'",
        "{at_least: 2, of:    | {at_least: 4, of:   | 4 of 3 can never be met",
        "[hate, arms], within | [hate], within      | expected at least two categories or signs in"
            + " 'sequence: steps'",
        "within: 30m          | within: 2h          | 'within' is longer than the rule's 'window'",
        "weight: 1.5          | wieght: 1.5         | unknown key 'wieght'",
        "severity: P1}        | severity: P3}       | 'severity' is P3: expected one more urgent"
            + " than P3",
        "quiet_panes: 3       | quiet_panes: 0      | 'quiet_panes' is '0': expected a whole number"
            + " of at least 1",
        "samples: 4           | samples: 11         | 'samples' is 11: expected at most 10",
        "severities: [P3]     | severities: [P4]    | 'severities' is 'P4': expected one of P0, P1,"
            + " P2, P3",
        "without: [news]      | without: [newz]     | (did you mean 'news'?)",
        "min_score: 0.3       | all_posts: true     | 'all_posts' goes with languages and platforms"
            + " only",
        "armed: true          | at_once: true       | 'at_once' goes with 'when: {posts: 1}' alone",
        "observables: [any]   | observables: [btcs] | 'observables' is 'btcs': expected one of",
        "observables: [any]   | observables: [btcs] | (did you mean 'btc'?)",
        "observables: [any]   | listed: maybe       | 'listed' is 'maybe': expected true or false",
        "categories: [hate, arms] | categories: [hate, armz] | (did you mean 'arms'?)",
        "min_score: 0.3       | min_score: 2        | 'min_score' is '2': expected a number from",
        "min_score: 0.3       | signs: [{name: hate, listed: true}] | 'hate' is a category or another"
            + " sign: expected a new name",
        "min_score: 0.3       | signs: [{name: new}] | sign 'new' selects nothing: say what it asks"
            + " for",
        "fdr: 0.01            | fdr: 1              | 'fdr' is '1': expected a number from",
      })
  void check_mistakeInARule_isToldWithItsPlace(String from, String to, String expected) {
    PackCheck check = Packs.check(texts(RULE.replace(from, to), REHEARSAL).source());
    assertThat(check.problems().toString()).contains(expected == null ? "" : expected);
    assertThat(check.problems().isEmpty()).isEqualTo(RULE.replace(from, to).equals(RULE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rules: [r]       | rules: [s]        | 3:12: no rule 's' here",
        "rule: r,         | rule: s,          | no rule 's' here",
        "btc:1a\"], con   | bitcoin\"], con   | expected observables as kind:value",
        "at: 1m           | at: soon          | 'at' is 'soon': expected a duration",
        "{observable:     | {observables:     | unknown key 'observables'",
      })
  void check_mistakeInARehearsal_isToldWithItsPlace(String from, String to, String expected) {
    PackCheck check = Packs.check(texts(RULE, REHEARSAL.replace(from, to)).source());
    assertThat(check.problems().toString()).contains(expected);
  }

  private static PackTexts texts(String rules, String examples) {
    return new PackTexts("en")
        .entry("red", "red harbour", "")
        .file("rules.yaml", rules)
        .file("examples.yaml", examples);
  }
}
