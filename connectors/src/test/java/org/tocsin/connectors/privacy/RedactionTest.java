package org.tocsin.connectors.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello @some_one!|hello @••••••••!",
        "@a.|@•.",
        "(@name.bsky.social) x|(@••••.••••.••••••) x",
        "to @user@host.example, ok|to @••••@••••.•••••••, ok",
        "https://host.example/@user/1|https://host.example/@••••/1",
        "@одна @двое|@•••• @••••",
        "＠wide|＠••••",
        "@a@ b|@•@ b",
        "@one@two@three|@•••@•••@•••••"
      })
  void handles_areMaskedInPlace(String text, String masked) {
    assertThat(Redaction.mask(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "card 4111111111111111 ok|card •••••••••••••••• ok",
        "4111 1111 1111 1111|•••• •••• •••• ••••",
        "4111-1111-1111-1111 12/27 123|••••-••••-••••-•••• 12/27 123",
        "378282246310005|•••••••••••••••",
        "٤١١١١١١١١١١١١١١١|••••••••••••••••"
      })
  void cards_areMaskedInPlace(String text, String masked) {
    assertThat(Redaction.mask(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "call +49 30 901820 now|call +•• •• •••••• now",
        "tel 0049 30 901820|tel •••• •• ••••••",
        "＋442083661177|＋••••••••••••",
        "+1 (415) 555-2671.|+• (•••) •••-••••."
      })
  void phones_areMaskedInPlace(String text, String masked) {
    assertThat(Redaction.mask(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain words",
        "mail someone@host.example",
        "4111111111111112",
        "1234 5678",
        "at 12:00 + 30 minutes",
        "+12",
        "call 030 901820",
        "3.00 200 400",
        "@ @- @.",
        "41111111111111111111111111"
      })
  void textWithoutAny_isTheSameInstance(String text) {
    assertThat(Redaction.mask(text)).isSameAs(text);
  }

  @Test
  void hostileTexts_ofAMegabyte_keepTheirLength() {
    int size = 1_000_000;
    for (String text :
        new String[] {
          "1".repeat(size),
          "4 ".repeat(size / 2),
          "@".repeat(size),
          "@a.".repeat(size / 3),
          "+49 30 901820 ".repeat(size / 14),
          "+".repeat(size),
          "001".repeat(size / 3),
          "a@".repeat(size / 2)
        }) {
      assertThat(Redaction.mask(text)).hasSameSizeAs(text);
    }
  }

  @Test
  void phonesBeyondTheCheckedOnes_areStillMasked() {
    assertThat(Redaction.mask("+49 30 901820; ".repeat(1_000))).doesNotContain("9");
  }
}
