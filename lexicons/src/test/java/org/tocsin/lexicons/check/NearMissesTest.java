package org.tocsin.lexicons.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.lexicons.PackTexts;

class NearMissesTest {
  private static final NearMisses MISSES =
      new NearMisses(
          new PackTexts("en")
              .entry("red", "red harbour", ", unless: [painting]")
              .entry("other", "green hills", ", languages: [ru]")
              .file(
                  "entries-2.yaml",
                  "entries:\n  - {id: draft, match: blue lake, category: arms, status: draft, meaning: m, source: s,"
                      + " added: 2026-01-01, review_by: 2027-01-01}\n")
              .bundle());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "red harbour             | ''",
        "painting of red harbour | unless: 'painting' stands in the same clause",
        "green hills             | 'language: the entry is for ru, the text is en'",
        "blue lake               | status: draft",
        "calm                    | ''"
      })
  void of_text_tellsWhyNot(String text, String reason) {
    assertThat(MISSES.of(text, "en").stream().map(NearMisses.NearMiss::reason))
        .isEqualTo(reason.isEmpty() ? java.util.List.of() : java.util.List.of(reason));
  }
}
