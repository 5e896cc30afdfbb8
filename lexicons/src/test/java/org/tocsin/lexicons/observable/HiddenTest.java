package org.tocsin.lexicons.observable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.events.Observable;

/** Addresses and links that somebody took care to hide. */
class HiddenTest {
  private static final String TRON = "TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE";
  private static final String SEGWIT = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";
  private static final String[] WALLETS = {
    TRON,
    SEGWIT,
    "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
    "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
    "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"
  };

  @Property(seed = "17", tries = 300)
  void extract_splitInGroups_isFoundWithItsWholeSpan(
      @ForAll @IntRange(min = 4, max = 17) int group, @ForAll @IntRange(max = 3) int separator) {
    for (String wallet : WALLETS) {
      String parted =
          wallet.replaceAll("(.{" + group + "})(?=.)", "$1" + " \n-\u00A0".charAt(separator));
      String text = "send all of it to " + parted + " today";
      assertThat(Finds.surfaces(text)).as(text).containsExactly(parted);
      assertThat(Finds.in(text).get(0).value()).isEqualToIgnoringCase(wallet);
    }
  }

  /** Also those few of whose groups are mixed: one of 600 in groups of four. */
  @Property(seed = "17", tries = 3_000)
  void extract_anyAddressInGroups_isFound(
      @ForAll long seed, @ForAll @IntRange(min = 4, max = 9) int group) {
    int version = new int[] {0x00, 0x05, 0x41, 0x30}[(int) (seed & 3)];
    String wallet =
        Addresses.base58Check(
            Addresses.join(Addresses.bytes(version), Addresses.hash(seed, 20)), Addresses.BITCOIN);
    String parted = wallet.replaceAll("(.{" + group + "})(?=.)", "$1 ");
    // Groups that are all letters, or all digits, could be words.
    Assume.that(parted.matches("(.* )?(?=\\S*[0-9])(?=\\S*[A-Za-z])\\S+( .*)?"));
    assertThat(Finds.surfaces("send all of it to " + parted + " today")).containsExactly(parted);
  }

  @Property(seed = "17", tries = 300)
  void extract_zeroWidthAnywhere_isFoundWithItsWholeSpan(@ForAll long seed) {
    Random random = new Random(seed);
    for (String wallet : WALLETS) {
      StringBuilder hidden = new StringBuilder(wallet);
      for (int i = 0; i < 4; i++) {
        char mark = Cleaner.HIDDEN.charAt(random.nextInt(Cleaner.HIDDEN.length()));
        hidden.insert(1 + random.nextInt(hidden.length() - 1), mark);
      }
      Observable found = Finds.in("to " + hidden + " now").get(0);
      assertThat(found.value()).isEqualToIgnoringCase(wallet);
      assertThat(found.start()).isEqualTo(3);
      assertThat(found.end()).isEqualTo(3 + hidden.length());
    }
  }

  @ParameterizedTest
  @CsvSource({
    // Bech32 leaves 1, i, o and b out of its data for this reason.
    "bc1qw5o8d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4, bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
    "bc1qw508dbqejxtdg4y5r3zarvaryoc5xw7kv8f3t4, bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
    // Cyrillic and full-width letters.
    "b\u04411qw508d6q\u0435jxtdg4y5r3zarvary0c5xw7kv8f3t4, bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
    "\u0422Qn9Y2khEsLJW1ChVWFMSM\u0435RDow5KcbLSE, TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE",
    "\uFF34Qn9Y2khEsLJW\uFF11ChVWFMSMeRDow5KcbLSE, TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE",
  })
  void extract_lookAlikes_areReadAsWhatTheyLookLike(String written, String meant) {
    assertThat(Finds.in("to " + written).get(0).value()).isEqualTo(meant);
    assertThat(Finds.surfaces("to " + written)).containsExactly(written);
  }

  @Test
  void extract_add0x_isFoundOnlyWhenToldTo() {
    String digits = "de709f2102306220921060314715629080e2fb77";
    assertThat(Finds.named(digits + " (add 0x)")).containsExactly("eth 0x" + digits);
    assertThat(Finds.named("commit " + digits)).isEmpty();
    assertThat(Finds.named("fB6916095ca1df60bB79Ce92cE3Ea74c37c5d359")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bitcoin:%s?amount=0.1",
        "#%s",
        "https://example.org/address/%s",
        "wallet=%s",
        "\u043A\u043E\u0448\u0435\u043B\u0451\u043A:%s.",
        "\u0627\u0644\u0645\u062D\u0641\u0638\u0629 %s\u060C",
        "\u201C%s\u201D",
        "BTC_%s",
        "btc/%s/",
        "<b>%s</b>"
      })
  void extract_insideUrisHashtagsAndPunctuation_isFound(String frame) {
    String text = frame.formatted(SEGWIT);
    assertThat(Finds.named(text)).contains("btc " + SEGWIT);
    assertThat(Finds.surfaces(text)).contains(SEGWIT);
  }

  @ParameterizedTest
  @CsvSource({
    "hxxps://example[.]org/a, https://example.org/a",
    "HXXP://Example(.)ORG/a, http://example.org/a",
    "http[:]//example[.]org, http://example.org",
    "https://example [.] org/a, https://example.org/a",
    "https://example(dot)org/a, https://example.org/a",
    "https://example [DOT] org/a, https://example.org/a",
    "https://exam\u200Bple.org/a, https://example.org/a",
  })
  void extract_defanged_isFoundWithItsWholeSpan(String written, String meant) {
    String text = "see " + written + " now";
    assertThat(Finds.named(text)).containsExactly("url " + meant);
    assertThat(Finds.surfaces(text)).containsExactly(written);
  }

  @Test
  void extract_defangedMail_isFound() {
    assertThat(Finds.named("mail name [at] example [dot] org"))
        .containsExactly("email name@example.org");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "meet me (at) home [.] we go",
        "( . ) [.",
        "a (dot",
        "[",
        "(at)",
        "1 2 3 4 5 6 7 8 9 10 11 12",
        "A1 B2 C3 D4 E5 F6 G7 H8 I9 J10 K11 L12",
        "\u200B\u200C\u200D",
        "1a\u200B",
        "100% [:] :)",
        "iPhone4S vs iPad2 vs Nexus7 vs Kindle3G vs PS3 vs Wii2U vs Xbox360"
      })
  void extract_marksThatHideNothing_findNothing(String text) {
    assertThat(Finds.named(text)).isEmpty();
  }
}
