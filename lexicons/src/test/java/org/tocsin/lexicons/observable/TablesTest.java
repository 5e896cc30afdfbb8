package org.tocsin.lexicons.observable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shipped tables hold what they say. */
class TablesTest {

  @Test
  void benign_wallets_holdTheirChecksumsAndAreWrittenCanonically() {
    Wallets wallets = new Wallets();
    for (List<String> row : Table.read("benign.tsv", 4)) {
      String value = row.get(1);
      assertThat(row).as(value).allSatisfy(field -> assertThat(field).isNotBlank());
      if (row.get(0).equals("sol") || row.get(0).equals("ton")) {
        continue;
      }
      Address address = wallets.address(value.toCharArray(), 0, value.length());
      String found = address == null ? "none" : address.kind().label() + " " + address.value();
      assertThat(found).isEqualTo(row.get(0) + " " + value);
    }
  }

  @Test
  void benign_rows_areDistinct() {
    Set<String> seen = new HashSet<>();
    Table.read("benign.tsv", 4)
        .forEach(row -> assertThat(seen.add(row.get(1))).as(row.get(1)).isTrue());
  }

  @Test
  void links_rows_makeRules() {
    LinkRules rules = new LinkRules(Table.read("links.tsv", 5));
    assertThat(rules.host("telegram.me")).isEqualTo("t.me");
    assertThat(rules.know("t.me")).isTrue();
    assertThat(rules.know("example.org")).isFalse();
  }

  @Test
  void read_rowOfAnotherLength_isABrokenBuild() {
    assertThatThrownBy(() -> Table.read("links.tsv", 4))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("links.tsv:")
        .hasMessageContaining("expected 4 fields");
    assertThatThrownBy(() -> Table.read("missing.tsv", 1)).hasMessage("no resource missing.tsv");
  }

  @Test
  void lookAlikes_areNotAsciiAndStandForAscii() {
    for (char c : LookAlikes.ALL.toCharArray()) {
      assertThat((int) c).isGreaterThan(127);
      assertThat(LookAlikes.isAsciiAlphanumeric(LookAlikes.toAscii(c))).isTrue();
    }
    assertThat(LookAlikes.toAscii('\u0436')).isEqualTo('\u0436');
  }

  @Test
  void crc16_ofTheStandardText_isThePublishedValue() {
    assertThat(Ton.crc16(Addresses.ascii("123456789"), 9)).isEqualTo(0x31C3);
  }
}
