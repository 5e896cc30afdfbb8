package org.tocsin.lexicons.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Category;
import org.tocsin.events.Match;
import org.tocsin.events.Signal;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.pack.PackException;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.pack.Packs;

class ScorerTest {
  private final Scorer scorer = new Scorer(bundle());

  @Test
  void findings_nothingMatched_isEmpty() {
    assertThat(findings("a calm day", "a calm day")).isEmpty();
  }

  @Test
  void findings_twoEntries_scoreIsNoisyOr() {
    String text = "red river under green hills";
    assertThat(findings(text, text))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.category()).isEqualTo(Category.ARMS);
              assertThat(finding.score()).isEqualTo(0.7); // 1 - (1 - 0.4) * (1 - 0.5)
              assertThat(finding.flagged()).isTrue();
              assertThat(finding.matches())
                  .containsExactly(
                      new Match("red", "t@1", Category.ARMS, 0, 9, "red river", "exact", 0.4),
                      new Match(
                          "green", "t@1", Category.ARMS, 16, 27, "green hills", "exact", 0.5));
            });
  }

  @Test
  void findings_sameEntryTwice_countsOnce() {
    String text = "red river, red river";
    assertThat(findings(text, text).get(0).score()).isEqualTo(0.4);
  }

  @Test
  void findings_belowEveryRule_isShownNotFlagged() {
    String text = "red river";
    assertThat(findings(text, text)).extracting(Finding::flagged).containsExactly(false);
  }

  @Test
  void findings_shadowEntry_isShownWithScoreZero() {
    assertThat(findings("blue lake", "blue lake"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.score()).isZero();
              assertThat(finding.flagged()).isFalse();
              assertThat(finding.matches()).hasSize(1);
            });
  }

  @Test
  void findings_maskedText_surfaceIsCutFromIt() {
    assertThat(findings("red river", "••• river").get(0).matches().get(0).text())
        .isEqualTo("••• river");
  }

  @Test
  void findings_veryMany_areBoundedAndCounted() {
    String text = "red river ".repeat(Signal.MAX_MATCHES + 7);
    Finding finding = findings(text, text).get(0);
    assertThat(finding.matches()).hasSize(Signal.MAX_MATCHES);
    assertThat(finding.matchesOmitted()).isEqualTo(7);
  }

  @Test
  void bundleDigest_changesWithContentOnly() {
    assertThat(bundle().digest()).isEqualTo(bundle().digest()).matches("[0-9a-f]{64}");
  }

  private List<Finding> findings(String text, String shownText) {
    return scorer.match(text, "en") ? scorer.findings(shownText) : List.of();
  }

  private static LexiconBundle bundle() {
    String pack =
        "id: t\nversion: 1\ntitle: T\nlanguages: [en]\nowner: o\nlicence: Apache-2.0\nreview_by: 2027-01-01\n";
    String entries =
        "entries:\n"
            + entry("red", "red river", 0.4, "active")
            + entry("green", "green hills", 0.5, "active")
            + entry("blue", "blue lake", 0.5, "shadow")
            + entry("old", "old mill", 0.5, "retired");
    String rules =
        "rules:\n  - {id: r, title: R, on: {categories: [arms], min_score: 0.45}, window: 1h, when: {posts: 1},"
            + " severity: P3, status: active}\n";
    try {
      return LexiconBundle.compile(
          Packs.parse(
              new PackSource(
                  new TreeMap<>(
                      Map.of(
                          "t/pack.yaml",
                          pack,
                          "t/entries.yaml",
                          entries,
                          "t/rules.yaml",
                          rules)))));
    } catch (PackException e) {
      throw new AssertionError(e);
    }
  }

  private static String entry(String id, String match, double weight, String status) {
    return "  - {id: %s, match: %s, category: arms, weight: %s, status: %s, meaning: m, source: s, added: 2026-01-01, review_by: 2027-01-01}\n"
        .formatted(id, match, weight, status);
  }
}
