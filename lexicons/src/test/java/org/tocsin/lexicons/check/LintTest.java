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
        "Red Harbour | ''                                  | WARNING t/entries.yaml:3:5: b: duplicate: 'Red Harbour' is matched by a too (t/entries.yaml:2:5)",
        "red harbour | ', weight: 0.2'                     | WARNING t/entries.yaml:3:5: b: contradiction: 'red harbour' is matched by a too",
        "red harbour now | ''                              | WARNING t/entries.yaml:3:5: b: shadowed: wherever 'red harbour now' matches, a does",
        "red harbour now | ', weight: 0.9'                 | ''",
        "red harbour now | ', languages: [ru]'             | ''",
        "'...'      | ''                                   | ERROR t/entries.yaml:3:5: b: '...' can never match",
        "blue lake  | ', exceptions: [blue lake]'          | ERROR t/entries.yaml:3:5: b: 'blue lake' can never match",
        "blue lake  | ', needs: [deep]'                    | ''",
        "blue lake  | ', needs: [deep], unless: [deep]'    | contradiction: 'deep' stands in both",
        "The        | ''                                   | WARNING t/entries.yaml:3:5: b: 'The' is one of the most frequent words",
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
        .singleElement()
        .asString()
        .contains("review expired on 2027-01-01");
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
        .anyMatch(line -> line.startsWith("ERROR t/entries.yaml:2:5: q: "))
        .anyMatch(line -> line.contains("source 'tbd' names none"));
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
