package org.tocsin.lexicons.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.lexicons.Lexicon;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.PackTexts;

class ConditionsTest {
  private static final LexiconBundle BUNDLE =
      new PackTexts("en")
          .file("sets.yaml", "museum: [museum, old depot]\n")
          .entry("lone", "red harbour", ", unless: [painting, \"@museum\"]")
          .entry("paired", "green", ", needs: [for sale, \"@museum\"]")
          .entry("but", "blue lake", ", exceptions: [Blue Lake]")
          .entry("free", "calm", "")
          .bundle();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the red harbour at dawn            | lone[red harbour] exact",
        "a painting of the red harbour      | ''",
        "the red harbour, an old depot      | ''",
        "a painting. The red harbour burns  | lone[red harbour] exact",
        "a painting; the red harbour burns  | lone[red harbour] exact",
        "a painting - the red harbour burns | lone[red harbour] exact",
        "green for sale                     | paired[green] exact",
        "green in the museum                | paired[green] exact",
        "green. All for sale                | ''",
        "blue lake                          | ''",
        "calm and the painting              | calm"
      })
  void match_conditions_areHeldWithinTheClause(String text, String found) {
    List<String> expected =
        found.equals("calm")
            ? List.of("free[calm] exact")
            : found.isEmpty() ? List.of() : List.of(found);
    assertThat(Lexicon.matches(BUNDLE.newMatcher(), text, "en")).isEqualTo(expected);
  }

  @Test
  void match_needsAListedName_isDroppedForWhoeverKnowsTheNames() {
    LexiconBundle bundle =
        new PackTexts("en").entry("give", "give to", ", needs: [\"@watchlist\", someone]").bundle();
    List<String> told = new ArrayList<>();
    ContextMatcher matcher =
        bundle.newContextMatcher((entry, start, end, how, reason) -> told.add(reason));
    String text = "give to Ann. Give to Ben";
    matcher.match(text, "en", (entry, start, end, how) -> {});
    assertThat(told).containsExactly(ContextMatcher.NO_LISTED_NAME, ContextMatcher.NO_LISTED_NAME);
    assertThat(matcher.inClauseOf(0, 7, 8, 11)).isTrue();
    assertThat(matcher.inClauseOf(0, 7, 21, 24)).isFalse();
    assertThat(Lexicon.matches(bundle.newMatcher(), "give to someone", "en"))
        .containsExactly("give[give to] exact");
  }

  @Test
  void dropped_everyKind_tellsItsReason() {
    List<String> told = new ArrayList<>();
    ContextMatcher matcher =
        BUNDLE.newContextMatcher(
            (entry, start, end, how, reason) -> told.add(entry.id() + ": " + reason));
    matcher.match("a painting of the red harbour", "en", (entry, start, end, how) -> {});
    matcher.match("green hills, blue lake", "en", (entry, start, end, how) -> {});
    assertThat(told)
        .containsExactly(
            "lone: unless: 'painting' stands in the same clause",
            "paired: needs: none of [for sale, @museum] stands in the same clause",
            "but: 'blue lake' is one of its exceptions");
  }

  @Test
  void match_textAfterText_forgetsTheCuesOfTheLast() {
    ContextMatcher matcher = BUNDLE.newContextMatcher((entry, start, end, how, reason) -> {});
    matcher.match("painting, red harbour", "en", (entry, start, end, how) -> {});
    assertThat(Lexicon.matches(matcher, "nothing at the red harbour", "en")).hasSize(1);
  }

  @Test
  void match_veryManyMatchesInOneClause_isFast() {
    String text = "red harbour ".repeat(50_000) + "painting";
    assertThat(Lexicon.matches(BUNDLE.newMatcher(), text, "en")).isEmpty();
  }

  @Test
  void digest_conditionChanges_changes() {
    String before = new PackTexts("en").entry("a", "red harbour", "").bundle().digest();
    assertThat(new PackTexts("en").entry("a", "red harbour", ", unless: [x]").bundle().digest())
        .isNotEqualTo(before);
    assertThat(new PackTexts("en").entry("a", "red harbour", ", target_group: x").bundle().digest())
        .isNotEqualTo(before);
  }
}
