package org.tocsin.lexicons.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.lexicons.PackTexts;
import org.tocsin.lexicons.pack.PackSource;

class LintTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "blue lake  | ''                                   | ''",
        "Red Harbour | ''                                  | WARNING t/entries.yaml:3:20: b: duplicate: 'Red Harbour' is matched by a too (t/entries.yaml:2:5)",
        "red harbour | ', weight: 0.2'                     | WARNING t/entries.yaml:3:20: b: contradiction: 'red harbour' is matched by a too",
        "red harbour now | ''                              | WARNING t/entries.yaml:3:20: b: shadowed: wherever 'red harbour now' matches, a does",
        "red harbour now | ', weight: 0.9'                 | ''",
        "red harbour now | ', languages: [ru]'             | ''",
        "'...'      | ''                                   | ERROR t/entries.yaml:3:20: b: '...' can never match",
        "blue lake  | ', exceptions: [blue lake]'          | ERROR t/entries.yaml:3:20: b: 'blue lake' can never match",
        "blue lake  | ', needs: [deep]'                    | ''",
        "blue lake  | ', needs: [deep], unless: [deep]'    | contradiction: 'deep' stands in both",
        "The        | ''                                   | WARNING t/entries.yaml:3:20: b: too common: 'The' is made of words that stand in every text",
        "of the     | ''                                   | WARNING t/entries.yaml:3:20: b: too common: 'of the' is made of words that stand in every text",
        "House      | ''                                   | WARNING t/entries.yaml:3:20: b: too common: 'House' is number ",
        "house      | ', needs: [deep]'                    | ''",
        "house      | ', languages: [uz]'                  | ''",
        "houses burn | ''                                  | ''",
        "of The Hague | ''                                 | ''",
        "blue lake  | ', suffixes: [s]'                    | t/entries.yaml:3:145: b: 'suffixes' do nothing without",
        "blue lake  | ', source: TBD'                      | Duplicate field",
      })
  void of_entryBesideAnother_isTold(String match, String more, String expected) {
    List<String> notices =
        told(
            new PackTexts("en")
                .entry("a", "red harbour", "")
                .entry("b", "\"" + match + "\"", more)
                .source(),
            TODAY);
    if (expected.isEmpty()) {
      assertThat(notices).isEmpty();
    } else {
      assertThat(notices.toString()).contains(expected);
    }
  }

  @Test
  void of_dayAfterTheReview_saysExpired() {
    PackSource source = new PackTexts("en").entry("a", "red harbour", "").source();
    assertThat(told(source, LocalDate.of(2027, 1, 1))).isEmpty();
    assertThat(told(source, LocalDate.of(2027, 1, 2)))
        .satisfiesExactly(
            entry ->
                assertThat(entry)
                    .startsWith("WARNING t/entries.yaml:2:123: a: review expired on 2027-01-01"),
            pack ->
                assertThat(pack)
                    .startsWith("WARNING t/pack.yaml:8:12: review of the pack expired"));
  }

  @Test
  void of_refusedQuery_isToldWithItsPlace() {
    PackSource source =
        new PackTexts("en")
            .file(
                "entries.yaml",
                "entries:\n  - {id: q, query: \"/.*/\", category: arms, status: draft, meaning: m, source: tbd,"
                    + " added: 2026-01-01, review_by: 2027-01-01}\n")
            .source();
    assertThat(told(source, TODAY))
        .hasSize(2)
        .anyMatch(line -> line.startsWith("ERROR t/entries.yaml:2:20: q: "))
        .anyMatch(line -> line.contains("source 'tbd' names none"));
  }

  @Test
  void of_phraseTwiceInAList_isToldWhereItStands() {
    PackSource source =
        new PackTexts("en").entry("a", "[red harbour, blue lake, Red Harbour]", "").source();
    assertThat(told(source, TODAY))
        .containsExactly(
            "WARNING t/entries.yaml:2:45: a: duplicate: 'Red Harbour' stands twice in this entry");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "arms | 0.5 | duplicate: the same query as q1 (t/entries.yaml:2:5)",
        "arms | 0.4 | 'contradiction: the same query as q1 (t/entries.yaml:2:5), as arms, P3, weight 0.5; here arms, P3, weight 0.4'",
        "hate | 0.5 | 'contradiction: the same query as q1 (t/entries.yaml:2:5), as arms, P3, weight 0.5; here hate, P3, weight 0.5'",
      })
  void of_queryTwice_isADuplicateOrAContradiction(String category, String weight, String said) {
    String line =
        "  - {id: %s, query: %s, category: %s, weight: %s, status: active, meaning: m, source: a book,"
            + " added: 2026-01-01, review_by: 2027-01-01}\n";
    PackSource source =
        new PackTexts("en")
            .file(
                "entries.yaml",
                "entries:\n"
                    + line.formatted("q1", "fn:ordered(red harbour)", "arms", "0.5")
                    + line.formatted("q2", "'fn:ordered(Red  harbour) '", category, weight)
                    + line.formatted("q3", "fn:ordered(red lake)", "arms", "0.5"))
            .source();
    assertThat(told(source, TODAY)).containsExactly("WARNING t/entries.yaml:3:21: q2: " + said);
  }

  @Test
  void of_paperworkOfThePack_isLookedAtToo() {
    PackTexts texts = new PackTexts("en");
    String head = "id: t\nversion: 1\ntitle: T\nlanguages: [en]\nowner: o\nlicence: Apache-2.0\n";
    assertThat(told(texts.file("pack.yaml", head + "review_by: 2026-05-31\n").source(), TODAY))
        .containsExactly(
            "WARNING t/pack.yaml:1:1: missing provenance: name in 'sources' where the pack's knowledge comes from",
            "WARNING t/pack.yaml:7:12: review of the pack expired on 2026-05-31: look at it again and set 'review_by'");
    assertThat(
            told(
                texts.file("pack.yaml", head + "sources: [TODO]\nreview_by: 2026-06-01\n").source(),
                TODAY))
        .containsExactly(
            "WARNING t/pack.yaml:7:10: missing provenance: name in 'sources' where the pack's knowledge comes from");
  }

  @Test
  void of_entryWithoutAnExample_isToldWhenThePackHasExamples() {
    PackSource source =
        new PackTexts("en")
            .entry("a", "red harbour", "")
            .entry("b", "blue lake", "")
            .file("examples.yaml", "examples:\n  - {text: red harbour, match: [a]}\n")
            .source();
    assertThat(told(source, TODAY))
        .singleElement()
        .asString()
        .startsWith("WARNING t/entries.yaml:3:5: b: no example of examples.yaml must match it");
  }

  @Test
  void of_filesWithProblems_tellsThemAsErrors() {
    PackSource source =
        new PackTexts("en")
            .entry("a", "red harbour", ", weigt: 2")
            .file("rules.yaml", "rules: 1")
            .source();
    assertThat(told(source, TODAY))
        .anyMatch(line -> line.contains("unknown key 'weigt'"))
        .anyMatch(line -> line.contains("'rules' is '1'"));
  }

  @Test
  void of_shippedPacks_hasNoErrors() {
    assertThat(Lint.of(PackSource.builtIn(), LocalDate.of(2026, 11, 24)))
        .filteredOn(notice -> notice.level() == Notice.Level.ERROR)
        .isEmpty();
  }

  private static List<String> told(PackSource source, LocalDate today) {
    return Lint.of(source, today).stream()
        .map(notice -> notice.level() + " " + notice.problem())
        .toList();
  }
}
