package org.tocsin.connectors.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

class RedactionPropertyTest {
  private static final Pattern RUN = Pattern.compile("[0-9](?:[ \u00A0-]?[0-9])*");

  @Property
  void mask_anyText_keepsLengthAndEverythingThatIsNoName(@ForAll String text) {
    String masked = Redaction.mask(text);
    assertThat(masked).hasSameSizeAs(text);
    for (int i = 0; i < text.length(); i++) {
      assertThat(masked.charAt(i)).isIn(text.charAt(i), Redaction.MASK);
    }
  }

  @Property
  void mask_mixtures_keepLengthAndLoseHandles(@ForAll("mixtures") String text) {
    String masked = Redaction.mask(text);
    assertThat(masked).hasSameSizeAs(text);
    assertThat(masked).doesNotContainPattern("(^|\\s)@[a-z]");
  }

  @Property(tries = 5_000)
  void mask_digits_leavesNoRunWithAValidCheckDigit(@ForAll("digits") String text) {
    var runs = RUN.matcher(Redaction.mask(text));
    while (runs.find()) {
      String digits = runs.group().replaceAll("[^0-9]", "");
      if (digits.length() >= 13 && digits.length() <= 19) {
        assertThat(LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits)).as(runs.group()).isFalse();
      }
    }
  }

  @Property
  void mask_wordsAlone_isTheSameInstance(@ForAll("words") String text) {
    assertThat(Redaction.mask(text)).isSameAs(text);
  }

  @Provide
  Arbitrary<String> mixtures() {
    return Arbitraries.of(
            "@",
            "a",
            "name",
            ".",
            "-",
            "_",
            " ",
            "+49 30 901820",
            "00",
            "4111",
            "1111",
            "1",
            "\ud83d\udd14",
            "\ud83d",
            "@user@host",
            "\n",
            "ش")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> digits() {
    return Arbitraries.strings().withChars("0123456789").withChars(' ', '-').ofMaxLength(40);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings().alpha().withChars(" .,!?\n").ofMaxLength(200);
  }
}
