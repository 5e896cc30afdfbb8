package org.tocsin.lexicons.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.PackTexts;
import org.tocsin.lexicons.score.Finding;
import org.tocsin.lexicons.score.Scorer;

class ContextTest {
  private static final String CONTEXT =
      """
      context:
        - {tag: news, cues: [reported, according to], lowers: 0.5}
        - {tag: news, cues: [herald], lowers: 0.8}
        - {tag: negated, cues: [not, never], before: 3, lowers: 0.6}
        - {tag: counter-speech, cues: [stop saying], scope: window, before: 6, after: 6, lowers: 0.25}
      """;
  private static final LexiconBundle BUNDLE =
      new PackTexts("en")
          .entry("red", "red harbour", ", weight: 0.4")
          .entry("green", "green hills", ", weight: 0.5")
          .entry("never", "never a harbour", ", weight: 0.5")
          .file("context.yaml", CONTEXT)
          .file(
              "rules.yaml",
              "rules:\n  - {id: r, title: R, on: {categories: [arms], min_score: 0.3}, window: 1h, when: {posts: 1},"
                  + " severity: P3, status: active}\n")
          .bundle();
  private static final List<String> WORDS =
      List.of("reported", "not", "one", "two.", "three;", "four,", "red harbour");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "red harbour                                 | ''             | 0.4",
        "they reported: red harbour                  | news           | 0.2",
        "they reported it. Red harbour               | ''             | 0.4",
        "the herald reported red harbour             | news           | 0.08",
        "not red harbour                             | negated        | 0.16",
        "not one two red harbour                     | negated        | 0.16",
        "not one two three red harbour               | ''             | 0.4",
        "red harbour not                             | ''             | 0.4",
        "not. Red harbour                            | ''             | 0.4",
        "never a harbour                             | ''             | 0.5",
        "red harbour! Stop saying that               | counter-speech | 0.3",
        "red harbour a b c d e f. Stop saying that   | ''             | 0.4",
        "reported, not red harbour                   | negated+news   | 0.08",
        "red harbour. It is reported green hills     | news           | 0.55",
        "not red harbour; red harbour                | negated        | 0.4",
      })
  void findings_cues_lowerOnlyWhatIsInTheirScope(String text, String tags, double score) {
    Finding finding = finding(text);
    assertThat(String.join("+", finding.context())).isEqualTo(tags);
    assertThat(finding.score()).isEqualTo(score);
  }

  @Test
  void findings_cue_isShownWithItsPlace() {
    String text = "According to them, red harbour";
    assertThat(finding(text).contextEvidence())
        .singleElement()
        .satisfies(
            evidence -> {
              assertThat(evidence.tag()).isEqualTo("news");
              assertThat(text.substring(evidence.start(), evidence.end()))
                  .isEqualTo("According to");
              assertThat(evidence.text()).isEqualTo("According to");
            });
  }

  @Test
  void findings_loweredBelowARule_isShownNotFlagged() {
    assertThat(finding("red harbour").flagged()).isTrue();
    assertThat(finding("they reported red harbour").flagged()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"the hills are not theirs, ''", "never the hills are not theirs, negated"})
  void findings_cueThatTheQueryNamesByASet_doesNotCount(String text, String tags) {
    LexiconBundle bundle =
        new PackTexts("en")
            .file("context.yaml", CONTEXT)
            .file("sets.yaml", "denied: [are not theirs]\n")
            .file(
                "entries.yaml",
                "entries:\n  - {id: q, query: 'fn:phrase(hills @denied)',"
                    + " category: arms, status: active, meaning: m, source: a book, added: 2026-01-01, review_by: 2027-01-01}\n")
            .bundle();
    Scorer scorer = new Scorer(bundle);
    assertThat(scorer.match(text, "en")).isTrue();
    assertThat(scorer.findings(text))
        .allSatisfy(finding -> assertThat(String.join("+", finding.context())).isEqualTo(tags));
  }

  @ParameterizedTest
  @CsvSource({
    "the gazette on the red harbour, news, 0.2",
    "the gazette on the green hills, '', 0.5",
    "the herald on the green hills, news, 0.1"
  })
  void findings_cueOfSomeEntries_lowersOnlyThose(String text, String tags, double score) {
    LexiconBundle bundle =
        new PackTexts("en")
            .entry("red.one", "red harbour", ", weight: 0.4")
            .entry("green", "green hills", ", weight: 0.5")
            .file("sets.yaml", "papers: [gazette]\n")
            .file(
                "context.yaml",
                """
                context:
                  - {tag: news, cues: ["@papers"], entries: ["red.*"], lowers: 0.5}
                  - {tag: news, cues: [herald], entries: [green], lowers: 0.8}
                """)
            .bundle();
    Scorer scorer = new Scorer(bundle);
    assertThat(scorer.match(text, "en")).isTrue();
    Finding finding = scorer.findings(text).get(0);
    assertThat(String.join("+", finding.context())).isEqualTo(tags);
    assertThat(finding.score()).isEqualTo(score);
  }

  @Property(tries = 300)
  void contexts_anyText_comeFromWithinTheScopeOnly(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 6) Integer> words) {
    StringBuilder text = new StringBuilder();
    words.forEach(word -> text.append(WORDS.get(word)).append(' '));
    Scorer scorer = new Scorer(BUNDLE);
    scorer.match(text.toString(), "en");
    scorer
        .weighed()
        .forEach(
            hit ->
                hit.contexts()
                    .forEach(
                        context -> {
                          boolean before = context.end() <= hit.start();
                          int from = before ? context.end() : hit.end();
                          int to = before ? hit.start() : context.start();
                          String between = text.substring(from, to);
                          assertThat(between).doesNotContain(";");
                          if (context.tag().label().equals("negated")) {
                            assertThat(context.end()).isLessThanOrEqualTo(hit.start());
                            assertThat(between.strip().split("\\W+")).hasSizeLessThan(3);
                          }
                        }));
  }

  private static Finding finding(String text) {
    Scorer scorer = new Scorer(BUNDLE);
    assertThat(scorer.match(text, "en")).isTrue();
    return scorer.findings(text).get(0);
  }
}
