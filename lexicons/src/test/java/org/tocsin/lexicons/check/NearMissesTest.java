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
              .file(
                  "entries-3.yaml",
                  "entries:\n"
                      + query("near", "fn:maxgaps(1 fn:ordered(old tower))")
                      + query(
                          "except",
                          "fn:notWithin(fn:notContaining(fn:ordered(tall mast) \"not (yet)\") 2 never)"))
              .entry("plain", "bright lantern", ", evasions: [diacritics]")
              .bundle());

  private static String query(String id, String query) {
    return "  - {id: %s, query: '%s', category: arms, status: active, meaning: m, source: s, added: 2026-01-01, review_by: 2027-01-01}\n"
        .formatted(id, query);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "red harbour             | ''",
        "painting of red harbour | unless: 'painting' stands in the same clause",
        "green hills             | 'language: the entry is for ru, the text is en'",
        "blue lake               | status: draft",
        "tower, old              | 'order: its words are there, in another order or further apart'",
        "old a b c tower         | 'order: its words are there, in another order or further apart'",
        "tower old, old tower    | ''",
        "never tall mast         | 'exclusion: words that its query rules out stand there too'",
        "tall mast               | ''",
        "bright l4ntern          | 'evasions: found as ''evaded:leet'', which the entry does not ask for'",
        "bright lanterns         | 'mode: an inflected form, which the entry does not ask for'",
        "bright lanterns and bright lantern | ''",
        "calm                    | ''"
      })
  void of_text_tellsWhyNot(String text, String reason) {
    assertThat(MISSES.of(text, "en").stream().map(NearMisses.NearMiss::reason))
        .isEqualTo(reason.isEmpty() ? java.util.List.of() : java.util.List.of(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a                                                   | a",
        "fn:or(a b)                                          | fn:or(a b)",
        "fn:notContaining(fn:or(a b) c)                      | fn:or(a b)",
        "fn:notWithin(fn:notContaining(a \"b) c\") 3 fn:or(d e)) | a",
        "fn:ordered(fn:notWithin(a 1 @no) fn:notContainedBy(\"b c\" d)) | fn:ordered(a \"b c\")",
        "fn:notContaining(a                                  | a",
      })
  void withoutExclusions_query_keepsWhatIsLookedFor(String query, String left) {
    assertThat(Relaxed.withoutExclusions(query)).isEqualTo(left);
  }
}
