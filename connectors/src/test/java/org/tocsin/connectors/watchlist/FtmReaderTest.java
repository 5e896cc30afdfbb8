package org.tocsin.connectors.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FtmReaderTest {
  @Test
  void read_person_tellsAllNamesWithTheirQuality() throws IOException {
    assertThat(
            Items.of(
                new FtmReader(),
                """
                {"id":"Q1","caption":"Ann","schema":"Person","properties":{"name":["Ann Dock"],"alias":["A. Dock"],\
                "previousName":["Ann Quay"],"weakAlias":["Annie"],"topics":["sanction"]},"datasets":["a","b"],"target":true}

                """))
        .containsExactly(
            "1 Q1 PRIMARY INDIVIDUAL [a,b] Ann Dock",
            "1 Q1 ALIAS INDIVIDUAL [a,b] A. Dock",
            "1 Q1 FORMER INDIVIDUAL [a,b] Ann Quay",
            "1 Q1 ALIAS? INDIVIDUAL [a,b] Annie");
  }

  @Test
  void read_wallet_isItsHoldersElseItsOwn() throws IOException {
    assertThat(
            Items.of(
                new FtmReader(),
                """
                {"id":"w1","schema":"CryptoWallet","properties":{"publicKey":["bc1made","bc1up"],"currency":["XBT"],"holder":["Q1"]}}
                {"id":"w2","schema":"CryptoWallet","properties":{"publicKey":["0xmade"]}}
                {"id":"w3","schema":"CryptoWallet","properties":{"holder":["Q1"]}}
                """))
        .containsExactly(
            "1 Q1 XBT bc1made",
            "1 Q1 XBT bc1up",
            "2 w2 CryptoWallet 0xmade",
            "3 unusable: empty publicKey of w3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":\"o1\",\"schema\":\"Ownership\",\"properties\":{\"owner\":[\"Q1\"]}} | empty name of o1, a Ownership",
        "{\"schema\":\"Person\"}                             | no entity: expected an id and a schema",
        "{\"id\":\"x\",\"schema\":\"Person\",\"properties\":{\"name\":\"Ann\"}} | no entity: field 'properties.name'",
        "{\"id\":                                            | no entity: not valid JSON",
      })
  void read_otherLines_areToldAndTheNextIsRead(String line, String said) throws IOException {
    assertThat(
            Items.of(
                new FtmReader(),
                line
                    + "\n{\"id\":\"c\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Quay\"]}}"))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("1 unusable: " + said),
            second -> assertThat(second).isEqualTo("2 c PRIMARY ENTITY [] Quay"));
  }
}
