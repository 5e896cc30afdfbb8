package org.tocsin.lexicons.observable;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.validator.routines.IBANValidator;
import org.junit.jupiter.api.Test;
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

  /** The registry's own examples, a country each. */
  private static final List<String> REGISTRY =
      List.of(
          "AD1200012030200359100100",
          "AE070331234567890123456",
          "AL47212110090000000235698741",
          "AT611904300234573201",
          "AZ21NABZ00000000137010001944",
          "BA391290079401028494",
          "BE68539007547034",
          "BG80BNBG96611020345678",
          "BH67BMAG00001299123456",
          "BI4210000100010000332045181",
          "BR1800360305000010009795493C1",
          "BY13NBRB3600900000002Z00AB00",
          "CH9300762011623852957",
          "CR05015202001026284066",
          "CY17002001280000001200527600",
          "CZ6508000000192000145399",
          "DE89370400440532013000",
          "DJ2100010000000154000100186",
          "DK5000400440116243",
          "DO28BAGR00000001212453611324",
          "EE382200221020145685",
          "EG380019000500000000263180002",
          "ES9121000418450200051332",
          "FI2112345600000785",
          "FK88SC123456789012",
          "FO6264600001631634",
          "FR1420041010050500013M02606",
          "GB29NWBK60161331926819",
          "GE29NB0000000101904917",
          "GI75NWBK000000007099453",
          "GL8964710001000206",
          "GR1601101250000000012300695",
          "GT82TRAJ01020000001210029690",
          "HN88CABF00000000000250005469",
          "HR1210010051863000160",
          "HU42117730161111101800000000",
          "IE29AIBK93115212345678",
          "IL620108000000099999999",
          "IQ98NBIQ850123456789012",
          "IS140159260076545510730339",
          "IT60X0542811101000000123456",
          "JO94CBJO0010000000000131000302",
          "KW81CBKU0000000000001234560101",
          "KZ86125KZT5004100100",
          "LB62099900000001001901229114",
          "LC55HEMM000100010012001200023015",
          "LI21088100002324013AA",
          "LT121000011101001000",
          "LU280019400644750000",
          "LV80BANK0000435195001",
          "LY83002048000020100120361",
          "MC5811222000010123456789030",
          "MD24AG000225100013104168",
          "ME25505000012345678951",
          "MK07250120000058984",
          "MN121234123456789123",
          "MR1300020001010000123456753",
          "MT84MALT011000012345MTLCAST001S",
          "MU17BOMM0101101030300200000MUR",
          "NI45BAPR00000013000003558124",
          "NL91ABNA0417164300",
          "NO9386011117947",
          "OM810180000001299123456",
          "PK36SCBL0000001123456702",
          "PL61109010140000071219812874",
          "PS92PALS000000000400123456702",
          "PT50000201231234567890154",
          "QA58DOHB00001234567890ABCDEFG",
          "RO49AAAA1B31007593840000",
          "RS35260005601001611379",
          "RU0204452560040702810412345678901",
          "SA0380000000608010167519",
          "SC18SSCB11010000000000001497USD",
          "SD2129010501234001",
          "SE4550000000058398257466",
          "SI56263300012039086",
          "SK3112000000198742637541",
          "SM86U0322509800000000270100",
          "SO211000001001000100141",
          "ST23000100010051845310146",
          "SV62CENR00000000000000700025",
          "TL380080012345678910157",
          "TN5910006035183598478831",
          "TR330006100519786457841326",
          "UA213223130000026007233566001",
          "VA59001123000012345678",
          "VG96VPVG0000012345678901",
          "XK051212012345678906",
          "YE15CBYE0001018861234567891234");

  /** Of Finland, France and the United Kingdom: the registry lists them under those. */
  private static final Set<String> TERRITORIES =
      Set.of(
          "AX", "BL", "GF", "GG", "GP", "IM", "JE", "MF", "MQ", "NC", "PF", "PM", "RE", "TF", "WF",
          "YT");

  @Test
  void extract_exampleOfEveryCountry_isFoundAndNotWithAnotherCheckDigit() {
    for (String iban : REGISTRY) {
      assertThat(Finds.named("to " + iban + ".")).containsExactly("iban " + iban);
      char digit = iban.charAt(3);
      String broken = iban.substring(0, 3) + (digit == '9' ? '0' : (char) (digit + 1));
      assertThat(Finds.named("to " + broken + iban.substring(4) + ".")).as(iban).isEmpty();
    }
  }

  /** What the library knows, and no example proves here, shows when it is upgraded. */
  @Test
  void registry_hasAnExampleOfEveryCountryThatTheLibraryKnows() {
    Set<String> proven = REGISTRY.stream().map(iban -> iban.substring(0, 2)).collect(toSet());
    List<String> unproven = new ArrayList<>();
    for (String country : Locale.getISOCountries()) {
      IBANValidator.Validator known = IBANValidator.getInstance().getValidator(country);
      // Territories bank under the code of the country that they belong to.
      if (known != null && !proven.contains(country) && !TERRITORIES.contains(country)) {
        unproven.add(country);
      }
    }
    assertThat(unproven).isEmpty();
    assertThat(proven).hasSize(REGISTRY.size());
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
