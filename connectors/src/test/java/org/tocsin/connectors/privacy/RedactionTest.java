package org.tocsin.connectors.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.events.Observable;

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
        "٤١١١١١١١١١١١١١١١|••••••••••••••••",
        "4111\u00A01111\u20091111\u202F1111|••••\u00A0••••\u2009••••\u202F••••",
        "4111.1111.1111.1111 4111 - 1111 - 1111 - 1111|••••.••••.••••.•••• •••• - •••• - •••• - ••••",
        "4111–1111‑1111—1111|••••–••••‑••••—••••",
        "41\u200B11111111\u2060111111|••\u200B••••••••\u2060••••••",
        "4111\u200D 1111\u00AD 1111 1111|••••\u200D ••••\u00AD •••• ••••",
        "https://pay.example/?card=4111111111111111|https://pay.example/?card=••••••••••••••••"
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
        "+1 (415) 555-2671.|+• (•••) •••-••••.",
        "+49\u200B 30 9\u206001820|+••\u200B •• •\u2060•••••",
        "+49–30–901820|+••–••–••••••",
        "звоните 8 (999) 123-45-67|звоните • (•••) •••-••-••",
        "8-701-123-45-67, 89991234567|•-•••-•••-••-••, •••••••••••",
        "https://wa.me/4930901820 tel:4930901820|https://wa.me/•••••••••• tel:••••••••••",
        "https://api.example/send?phone=%2B4930901820|https://api.example/send?phone=%••••••••••••",
        "t.me/+4930901820|t.me/+••••••••••"
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
        "8 000 000 рублей",
        "8 дней, 900 рублей",
        "3.00 200 400",
        "@ @- @.",
        "41111111111111111111111111"
      })
  void textWithoutAny_isTheSameInstance(String text) {
    assertThat(Redaction.mask(text)).isSameAs(text);
  }

  private static Observable found(String text, String kind, String value) {
    int start = text.indexOf(value);
    return new Observable(kind, value, start, start + value.length(), true);
  }

  /** The digits of both have the check digit of a card, or look like a phone number. */
  @ParameterizedTest
  @CsvSource({
    "iban, NO93 8601 1117 947",
    "iban, DE49 3700 4111 1111 1111 11",
    "eth, 0x0041 1111 1111 1111 1111",
    "payment-page, yoomoney.ru/to/4111111111111111",
    "invite, t.me/+4930901820AbCdEf"
  })
  void numbersWithinMoneyAndInvites_stay(String kind, String value) {
    String text = "to " + value + " or 4111111111111111";
    assertThat(Redaction.mask(text, List.of(found(text, kind, value))))
        .isEqualTo("to " + value + " or ••••••••••••••••");
  }

  @Test
  void numbersWithinLinksAndLinksToPersons_doNotStay() {
    String text = "https://a.example/4111111111111111 t.me/+4930901820";
    assertThat(
            Redaction.mask(
                text,
                List.of(
                    found(text, "url", "https://a.example/4111111111111111"),
                    found(text, "invite", "t.me/+4930901820"))))
        .isEqualTo("https://a.example/•••••••••••••••• t.me/+••••••••••");
  }

  /** Ids of posts and times begin with 1, cards do not. */
  @Test
  void maskLink_hidesCardsAndKeepsIds() {
    assertThat(Redaction.maskLink("https://a.example/4111111111111111"))
        .isEqualTo("https://a.example/••••••••••••••••");
    String id = "https://host.example/status/1111111111111117";
    assertThat(Redaction.maskLink(id)).isEqualTo(id);
    assertThat(Redaction.mask("1111111111111117")).isEqualTo("••••••••••••••••");
  }

  @Test
  void maskRaw_anyBytes_keepTheirLengthAndLoseNumbers() {
    byte[] record =
        "{\"text\": \"4111 1111 1111 1111 é +49 30 901820\", \"at\": 1740830400000"
            .getBytes(StandardCharsets.UTF_8);
    String masked = new String(Redaction.maskRaw(record), StandardCharsets.UTF_8);
    assertThat(masked)
        .isEqualTo("{\"text\": \"**** **** **** **** é +** ** ******\", \"at\": 1740830400000");
    // The first digit is a wide one, of three bytes.
    byte[] wide = "５425233430109903 or 4111\u200B111111111111".getBytes(StandardCharsets.UTF_8);
    assertThat(new String(Redaction.maskRaw(wide), StandardCharsets.UTF_8))
        .isEqualTo("*".repeat(18) + " or ****\u200B************");
    byte[] latin = "\u00E9 4111111111111111".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(new String(Redaction.maskRaw(latin), StandardCharsets.ISO_8859_1))
        .isEqualTo("\u00E9 ****************");
    byte[] broken = {(byte) 0xFF, '{', (byte) 0xC3};
    assertThat(Redaction.maskRaw(broken)).isSameAs(broken);
  }

  @Test
  void hostileTexts_ofAMegabyte_keepTheirLength() {
    int size = 1_000_000;
    for (String text :
        new String[] {
          "1".repeat(size),
          "4 ".repeat(size / 2),
          "4\u200B".repeat(size / 2),
          "+\u200B".repeat(size / 2),
          "+4" + "\u200B".repeat(size - 2),
          "8 9".repeat(size / 3),
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
