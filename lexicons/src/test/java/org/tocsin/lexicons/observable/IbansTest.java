package org.tocsin.lexicons.observable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.events.Observable;

/** IBANs against the examples of the registry, and against ISO 13616's arithmetic. */
class IbansTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DE89370400440532013000",
        "GB29NWBK60161331926819",
        "FR1420041010050500013M02606",
        "NO9386011117947",
        "MT84MALT011000012345MTLCAST001S",
        "KZ86125KZT5004100100",
        "AZ21NABZ00000000137010001944",
        "TR330006100519786457841326",
        "SA0380000000608010167519",
        "AE070331234567890123456",
        "UA213223130000026007233566001",
      })
  void extract_exampleOfTheRegistry_isFoundWholeGroupedAndInSmallLetters(String iban) {
    assertThat(Finds.named("to " + iban + ".")).containsExactly("iban " + iban);
    assertThat(Finds.named(iban.toLowerCase(java.util.Locale.ROOT)))
        .containsExactly("iban " + iban);
    String grouped = iban.replaceAll("(.{4})(?=.)", "$1 ");
    assertThat(Finds.in("IBAN: " + grouped + ", thanks"))
        .containsExactly(new Observable("iban", iban, 6, 6 + grouped.length(), true));
    assertThat(Finds.named(iban.replaceAll("(.{4})(?=.)", "$1-"))).containsExactly("iban " + iban);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DE89370400440532013001", // checksum
        "DE8937040044053201300", // one digit short
        "DE893704004405320130000", // one too many
        "XX89370400440532013000", // no such country
        "US89370400440532013000", // a country without IBANs
        "DE89 3704 0044 0532 0130", // cut
        "de89 3704 0044 0532 0130 00", // grouped and in small letters: words may look so
        "DE89  3704 0044 0532 0130 00",
        "xDE89370400440532013000",
      })
  void extract_whatIsNoIban_isNotFound(String text) {
    assertThat(Finds.named("pay to " + text + " today")).isEmpty();
  }

  @Property(seed = "17", tries = 500)
  void extract_anyAccount_isFoundAndWithOneDigitChangedIsNot(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder account = new StringBuilder();
    for (int i = 0; i < 18; i++) {
      account.append(random.nextInt(10));
    }
    String iban = Addresses.iban("DE", account.toString());
    assertThat(Finds.named("to " + iban)).containsExactly("iban " + iban);
    assertThat(Finds.named("to " + Addresses.broken(iban, 2, "0123456789", random))).isEmpty();
  }
}
