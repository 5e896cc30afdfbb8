package org.tocsin.connectors.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FormatsTest {
  @Test
  void byName_everyName_givesTheFormatOfThatName() {
    assertThat(Formats.names())
        .containsExactly("bluesky", "jsonl", "mastodon", "text", "tocsin", "x");
    for (String name : Formats.names()) {
      assertThat(Formats.byName(name).name()).isEqualTo(name);
    }
    assertThat(Formats.byName("mastodon:one.example").name()).isEqualTo("mastodon");
  }

  @Test
  void byName_typo_isRefusedWithTheNamesAndTheNearest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Formats.byName("Blusky"))
        .withMessage(
            "no format 'Blusky' (did you mean 'bluesky'?); there are bluesky, jsonl, mastodon, text,"
                + " tocsin, x, csv");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Formats.byName("parquet"))
        .withMessageEndingWith("csv");
  }

  @Test
  void byName_csv_asksForItsColumns() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Formats.byName("csv"))
        .withMessageContaining("id=tweet id,text=tweet");
  }
}
