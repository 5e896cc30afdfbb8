package org.tocsin.connectors.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.events.Observable;
import org.tocsin.events.Pseudonyms;

class PrivateObservablesTest {
  private static final String PHONE = "+49 30 901820";
  private static final String CARD = "4111 1111 1111 1111";

  private final PrivateObservables observables = under("a key for tests only");

  private static PrivateObservables under(String key) {
    return new PrivateObservables(new Pseudonyms(key.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+4930901820",
        "+49 (30) 901-820",
        "0049 30 901820",
        "https://wa.me/4930901820",
        "https://api.whatsapp.com/send?phone=4930901820"
      })
  void of_spellingsOfOnePhone_haveOnePseudonym(String text) {
    String expected = observables.of(PHONE, List.of(), 9).get(0).value();
    List<Observable> found = observables.of(text, List.of(), 9);

    assertThat(found).extracting(Observable::kind).containsExactly("phone");
    assertThat(found.get(0).value()).isEqualTo(expected).matches("[0-9a-f]{32}");
    assertThat(Redaction.mask(text)).doesNotContain("901820");
  }

  @Test
  void of_phoneAndCard_spanWhatIsMasked() {
    String text = "call " + PHONE + " or pay " + CARD + " now";
    List<Observable> found = observables.of(text, List.of(), 9);

    assertThat(found)
        .extracting(one -> text.substring(one.start(), one.end()))
        .containsExactly(PHONE, CARD);
    assertThat(found).extracting(Observable::kind).containsExactly("phone", "card");
    assertThat(found).extracting(Observable::checksumValid).containsExactly(null, true);
  }

  @Test
  void of_anotherKey_givesOtherPseudonyms() {
    assertThat(under("another key for tests").of(PHONE, List.of(), 9).get(0).value())
        .isNotEqualTo(observables.of(PHONE, List.of(), 9).get(0).value());
  }

  @Test
  void of_found_keepsItInOrderAndMasksNamesAndNumbersInUrls() {
    Observable url = new Observable("url", "https://example.org/@name", 20, 45, null);
    Observable wallet = new Observable("btc", "1abc", 50, 54, true, "usdt");

    assertThat(observables.of(PHONE, List.of(wallet, url), 9))
        .extracting(Observable::kind)
        .containsExactly("phone", "url", "btc");
    assertThat(PrivateObservables.masked(url).value()).isEqualTo("https://example.org/@••••");
    assertThat(PrivateObservables.masked(wallet)).isSameAs(wallet);
  }

  @Test
  void of_numberWithinALink_isACardUnlessItBeginsAsIdsDo() {
    String id = "https://example.org/status/1111111111111117";
    Observable url = new Observable("url", id, 0, id.length(), null);
    assertThat(observables.of(id, List.of(url), 9)).containsExactly(url);

    String card = "https://example.org/?card=4111111111111111";
    assertThat(observables.of(card, List.of(new Observable("url", card, 0, 42, null)), 9))
        .extracting(Observable::kind)
        .containsExactly("url", "card");
    assertThat(Redaction.maskLink("https://example.org/@name/1 wa.me/4930901820"))
        .isEqualTo("https://example.org/@••••/1 wa.me/••••••••••");
  }

  @Test
  void of_moreNumbersThanAskedFor_addsNoMore() {
    assertThat(observables.of((PHONE + "; ").repeat(50), List.of(), 3)).hasSize(3);
    assertThat(observables.of(PHONE, List.of(), 0)).isEmpty();
  }

  @Test
  void mask_phoneWordsWithoutANumber_stay() {
    assertThat(Redaction.mask("wa.me/name phone=no 1/2")).isEqualTo("wa.me/name phone=no 1/2");
  }
}
