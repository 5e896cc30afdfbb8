package org.tocsin.lexicons.observable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.lexicons.observable.Addresses.BITCOIN;
import static org.tocsin.lexicons.observable.Addresses.RIPPLE;
import static org.tocsin.lexicons.observable.Addresses.base58Check;
import static org.tocsin.lexicons.observable.Addresses.broken;
import static org.tocsin.lexicons.observable.Addresses.bytes;
import static org.tocsin.lexicons.observable.Addresses.hash;
import static org.tocsin.lexicons.observable.Addresses.join;
import static org.tocsin.lexicons.observable.Addresses.monero;
import static org.tocsin.lexicons.observable.Addresses.ton;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.events.Observable;

/** Wallets against the published vectors of their formats, and against an encoder. */
class WalletsTest {

  @ParameterizedTest
  @CsvSource({
    // Base58check of each chain, as documented by it.
    "btc, 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
    "btc, 3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
    "ltc, LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1",
    "tron, TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE",
    "doge, DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L",
    "dash, XpESxaUmonkq8RaLLp46Brx2K39ggQe226",
    "xrp, rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh",
    "xrp, rrrrrrrrrrrrrrrrrrrrrhoLvTp",
    // BIP-173 and BIP-350.
    "btc, bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
    "btc, bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y",
    "btc, bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs",
    "btc, bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
    "ltc, ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9",
    // Monero's general fund.
    "xmr, 44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
    "xmr, 888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDavup3H",
  })
  void extract_vector_isFoundAsWritten(String kind, String address) {
    Observable found = Finds.in("send to " + address + ", please").get(0);
    assertThat(found).isEqualTo(new Observable(kind, address, 8, 8 + address.length(), true));
  }

  @ParameterizedTest
  @CsvSource({
    // EIP-55: mixed case holds a checksum, one case does not.
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, true",
    "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359, true",
    "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB, true",
    "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb, true",
    "0x52908400098527886E0F7030069857D2E4169EE7,",
    "0x8617E340B3D01FA5F11F306F4090FD50E238070D,",
    "0xde709f2102306220921060314715629080e2fb77,",
    "0x27b1fdb04752bbc536007a920d24acb045561c26,",
  })
  void extract_evmVector_isFoundInLowerCase(String address, Boolean checksumValid) {
    Observable found = Finds.in(address).get(0);
    assertThat(found.kind()).isEqualTo("eth");
    assertThat(found.value()).isEqualTo(address.toLowerCase(java.util.Locale.ROOT));
    assertThat(found.checksumValid()).isEqualTo(checksumValid);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
        "qr95sy3j9xwd2ap32xkykttr4cvcu7as4y0qverfuy",
        "qqq3728yw0y47sqn6l2na30mcw6zm78dzqre909m2r",
        "ppm2qsznhks23z7629mms6s4cwef74vcwvn0h829pq",
        "qvch8mmxy0rtfrlarg7ucrxxfzds5pamg73h7370aa87d80gyhqxq5nlegake",
      })
  void extract_cashaddrVector_isFoundWithPrefixAndWithout(String address) {
    String canonical = "bch bitcoincash:" + address;
    assertThat(Finds.named("to " + address)).containsExactly(canonical);
    assertThat(Finds.named("to bitcoincash:" + address)).containsExactly(canonical);
    assertThat(Finds.surfaces("to bitcoincash:" + address))
        .containsExactly("bitcoincash:" + address);
    assertThat(Finds.named(address.toUpperCase(java.util.Locale.ROOT))).containsExactly(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // BIP-350: the wrong constant, an unknown version, a wrong length, padding that is no
        // padding.
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
        "BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh",
        "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4",
        "BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav",
        "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf",
        "bc1Qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        // Not the case that EIP-55 asks for.
        "0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        // A transaction, and a hash that nobody calls an address.
        "0x88df016429689c079f3b2f6ad39fa052532c56795b733da78a91ebe6a713944b",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709",
        // Letters around an address.
        "x1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
        "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2x",
        // The first block's wallet and the contract of a token are no one's.
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
        "0xdAC17F958D2ee523a2206206994597C13D831ec7",
        "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
      })
  void extract_whatIsNoWallet_isNotFound(String text) {
    assertThat(Finds.named("send to " + text + " now")).isEmpty();
  }

  @Property(seed = "17", tries = 400)
  void extract_encodedAddress_isFoundAndWithOneCharacterChangedIsNot(@ForAll long seed) {
    Random random = new Random(seed);
    written(seed)
        .forEach(
            (address, kind) -> {
              Observable found = Finds.in("(" + address + ")").get(0);
              assertThat(found.kind()).as(address).isEqualTo(kind);
              assertThat(found.checksumValid()).isTrue();
              assertThat(found.start()).isEqualTo(1);
              assertThat(found.end()).isEqualTo(1 + address.length());
              String alphabet = kind.equals("xrp") ? RIPPLE : BITCOIN;
              assertThat(Finds.in("(" + broken(address, 1, alphabet, random) + ")")).isEmpty();
            });
  }

  private static Map<String, String> written(long seed) {
    byte[] hash = hash(seed, 20);
    Map<String, String> all = new LinkedHashMap<>();
    all.put(base58Check(join(bytes(0x00), hash), BITCOIN), "btc");
    all.put(base58Check(join(bytes(0x05), hash), BITCOIN), "btc");
    all.put(base58Check(join(bytes(0x30), hash), BITCOIN), "ltc");
    all.put(base58Check(join(bytes(0x32), hash), BITCOIN), "ltc");
    all.put(base58Check(join(bytes(0x41), hash), BITCOIN), "tron");
    all.put(base58Check(join(bytes(0x1E), hash), BITCOIN), "doge");
    all.put(base58Check(join(bytes(0x16), hash), BITCOIN), "doge");
    all.put(base58Check(join(bytes(0x4C), hash), BITCOIN), "dash");
    all.put(base58Check(join(bytes(0x10), hash), BITCOIN), "dash");
    all.put(base58Check(join(bytes(0x1C, 0xB8), hash), BITCOIN), "zec");
    all.put(base58Check(join(bytes(0x1C, 0xBD), hash), BITCOIN), "zec");
    all.put(base58Check(join(bytes(0x00), hash), RIPPLE), "xrp");
    all.put(monero(join(bytes(18), hash(seed, 64))), "xmr");
    all.put(monero(join(bytes(42), hash(seed, 64))), "xmr");
    all.put(monero(join(bytes(19), hash(seed, 72))), "xmr");
    return all;
  }

  @Property(seed = "17", tries = 400)
  void extract_tonAddress_isFoundInTheRawFormWhateverItsSpelling(@ForAll long seed) {
    byte[] account = hash(seed, 32);
    String raw = "0:" + java.util.HexFormat.of().formatHex(account);
    for (int tag : new int[] {0x11, 0x51}) {
      String friendly = ton(tag, 0, account);
      assertThat(Finds.in("to " + friendly + " now"))
          .containsExactly(new Observable("ton", raw, 3, 51, true));
      assertThat(Finds.surfaces("ton:" + friendly)).containsExactly(friendly);
      String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
      String broken = broken(friendly, 2, digits, new Random(seed));
      assertThat(Finds.named("to " + broken + " now")).isEmpty();
    }
    assertThat(Finds.in("to " + raw))
        .containsExactly(new Observable("ton", raw, 3, 3 + raw.length(), null));
  }

  @ParameterizedTest
  @CsvSource({
    "'solana: 7EYnhQoR9YM3N7UoaKRoA44Uy8JeaZV3qyouov87awMs', true",
    "'7EYnhQoR9YM3N7UoaKRoA44Uy8JeaZV3qyouov87awMs (SOL)', true",
    "'the key 7EYnhQoR9YM3N7UoaKRoA44Uy8JeaZV3qyouov87awMs', false",
    "'a soldier 7EYnhQoR9YM3N7UoaKRoA44Uy8JeaZV3qyouov87awMs', false",
  })
  void extract_solana_needsAWordThatSaysSo(String text, boolean found) {
    assertThat(Finds.in(text)).hasSize(found ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "USDT (TRC20): TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE, tron, usdt",
    "TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE, tron,",
    "tether 0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359, eth, usdt",
    "USDT 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2, btc, usdt",
    "USDT DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L, doge,",
  })
  void extract_usdt_isATokenOfTheAddresssChain(String text, String kind, String token) {
    Observable found = Finds.in(text).get(0);
    assertThat(found.kind()).isEqualTo(kind);
    assertThat(found.token()).isEqualTo(token);
  }
}
