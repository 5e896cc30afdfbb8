package org.tocsin.lexicons.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchlistBuilderTest {
  private final WatchlistBuilder builder = new WatchlistBuilder();

  /** Vectors of the formats' specifications and developer guides. */
  @ParameterizedTest
  @CsvSource({
    "XBT, TJRabPrwbZy45sbavfcjinPJC18kjpRTv8, tron",
    "XBT, bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4, btc",
    "USDT, TJRabPrwbZy45sbavfcjinPJC18kjpRTv8, tron",
    "USDT, 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, eth",
    "USDT, 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2, btc",
    "ETH, 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed, eth",
    "BCH, qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a, bch",
    "SOL, 7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV, sol",
    "IBAN, GB82 WEST 1234 5698 7654 32, iban",
  })
  void identifier_wronglyOrVaguelyLabelled_isTypedByItsForm(
      String label, String value, String kind) {
    assertThat(builder.identifier("x:1", "other", List.of(), label, value)).isNull();
    assertThat(builder.build(List.of()).items().get(0).identifiers())
        .singleElement()
        .satisfies(one -> assertThat(one.kind() + one.label()).isEqualTo(kind + label));
  }

  @Test
  void identifier_oneCaseAndMixedCaseEth_areOneValue() {
    String lower = Lists.ETH.toLowerCase(java.util.Locale.ROOT);
    assertThat(builder.identifier("x:1", "other", List.of(), "ETH", Lists.ETH)).isNull();
    assertThat(builder.identifier("x:1", "other", List.of(), "ETH", lower))
        .isEqualTo("an identifier that x:1 has already");
  }

  @ParameterizedTest
  @CsvSource({
    "XBT, bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
    "XMR, 00000000000000000000000000000000000000000000000000000000000000ab",
    "XBT, 1234567890",
    "XBT, see bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4 and others",
    "ETH, https://example.org",
  })
  void identifier_thatNoPostCouldHold_isRefused(String label, String value) {
    assertThat(builder.identifier("x:1", "other", List.of(), label, value))
        .isEqualTo("no form in which posts are searched for addresses");
    assertThat(builder.build(List.of()).items()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Red Harbour Front, true, entity, ALONE",
    "Red Harbour Front, false, entity, WEAK",
    "Harbourmen, true, entity, ALONE",
    "Lakesider, true, individual, WEAK",
    "time, true, entity, NEVER",
    "Sunshine, true, vessel, WEAK",
    "'\"The Base\"', true, entity, WEAK",
    "RH, true, entity, NEVER",
  })
  void name_ofSomeQuality_isUsedAccordingly(String name, boolean sure, String kind, NameUse use) {
    assertThat(builder.name("x:1", kind, List.of(), name, "alias", sure)).isNull();
    assertThat(builder.build(List.of()).items().get(0).names())
        .containsExactly(new WatchlistItem.Name(name, "alias", use));
  }

  @Test
  void name_again_isTakenOnceInTheBetterQuality() {
    assertThat(builder.name("x:1", "entity", List.of(), "Harbourmen", "alias", false)).isNull();
    assertThat(builder.name("x:1", "entity", List.of(), "HARBOURMEN", "primary", true))
        .contains("better quality");
    assertThat(builder.name("x:1", "entity", List.of(), "Harbourmen", "alias", false))
        .isEqualTo("a name that x:1 has already");
    assertThat(builder.build(List.of()).items().get(0).names())
        .containsExactly(new WatchlistItem.Name("HARBOURMEN", "alias", NameUse.ALONE));
  }

  @Test
  void name_withoutALetter_isRefused() {
    assertThat(builder.name("x:1", "entity", List.of(), "--", "alias", true))
        .isEqualTo("a name without a letter or digit");
  }

  @Test
  void build_walletBeforeItsHolder_knowsTheHoldersKind() {
    assertThat(builder.identifier("x:1", "other", List.of("a"), "XBT", Lists.BTC)).isNull();
    assertThat(builder.name("x:1", "individual", List.of("b"), "Ann Dock", "primary", true))
        .isNull();
    WatchlistItem item = builder.build(List.of()).items().get(0);
    assertThat(item.kind()).isEqualTo("individual");
    assertThat(item.programmes()).containsExactly("a", "b");
    assertThat(item.title()).isEqualTo("Ann Dock");
  }
}
