package org.tocsin.lexicons.observable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Observable;

class ObservableExtractorTest {
  private static final String WALLET = "TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE";

  @Test
  void extract_twoTextsInTurn_leavesNothingOfTheFirst() {
    ObservableExtractor extractor = new ObservableExtractor();
    extractor.extract("a\u200Bb https://example.org/a " + WALLET, found -> {});
    List<Observable> found = new ArrayList<>();
    extractor.extract("x https://b.org", found::add);
    assertThat(found).containsExactly(new Observable("url", "https://b.org", 2, 15, null));
  }

  @Test
  void extract_tooMany_keepsWhatCarriesMoney() {
    String text = "https://example.org/a ".repeat(30) + WALLET + " t.me/+abc";
    List<Observable> found = new ObservableExtractor().extract(text, 5);
    assertThat(found)
        .extracting(Observable::kind)
        .containsExactly("tron", "invite", "url", "url", "url");
  }

  @Test
  void isFinancing_isForWalletsAccountsInvitesAndPages() {
    assertThat(
            new ObservableExtractor().extract(WALLET + " https://example.org/a x@example.org", 9))
        .extracting(ObservableExtractor::isFinancing)
        .containsExactly(true, false, false);
  }

  @Test
  void extract_overlongLink_isLeftOut() {
    assertThat(Finds.in("https://example.org/" + "a".repeat(5_000))).isEmpty();
  }

  /** Whatever the text, spans lie in it, in order; and a second look finds the same. */
  @Property(seed = "17", tries = 2_000)
  void extract_anyText_tellsSpansInsideItInOrder(@ForAll("pieces") List<String> pieces) {
    String text = String.join("", pieces);
    List<Observable> found = Finds.in(text);
    int before = 0;
    for (Observable one : found) {
      assertThat(one.start()).isGreaterThanOrEqualTo(before).isLessThan(one.end());
      assertThat(one.end()).isLessThanOrEqualTo(text.length());
      before = one.start();
    }
    assertThat(Finds.in(text)).isEqualTo(found);
  }

  @Provide
  Arbitrary<List<String>> pieces() {
    return Arbitraries.of(
            "http://",
            "https",
            "example",
            ".",
            "org",
            "com",
            "/",
            "(",
            ")",
            "[",
            "]",
            "[.]",
            "(dot)",
            "@",
            " ",
            "\n",
            "-",
            ":",
            "\u200B",
            "\u2026",
            "t.me/+",
            "bc1q",
            "0x",
            "1A",
            "TQn9Y2khEs",
            WALLET,
            "DE89",
            "3704",
            "EQ",
            "$",
            "\u0430",
            "\uD83D\uDE00",
            "\uD83D",
            "a",
            "9",
            "gift card",
            "code",
            "cashapp")
        .list()
        .ofMaxSize(25);
  }
}
