package org.tocsin.connectors.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfacReaderTest {
  private static final String EMPTY = ",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ";
  private static final String SDN =
      "36,\"RED HARBOUR CO., LTD.\",-0- ,\"HARBOURS] [LAKES\""
          + EMPTY
          + ",\"a.k.a. 'R.H.'; Website x.example; a.k.a. 'O'HARBOUR'.\"\n"
          + "41,\"DOCK, Ann\",\"individual\",-0- "
          + EMPTY
          + ",\"DOB 1970; Digital Currency Address - XBT 1abc; alt. Digital Currency Address - ETH 0xdef.\"\n"
          + "52,\"SEA STAR\",\"vessel\",\"LAKES\""
          + EMPTY
          + ",-0- \n"
          + "53,-0- ,\"balloon\",\"LAKES\""
          + EMPTY
          + ",-0- \n"
          + "1,2\n\u001A\n";
  private static final String ALT =
      """
      36,1,"fka","HARBOUR MEN (HM)",-0-
      41,2,"aka","DOCKER, Annie",-0-
      99,3,"aka","NOBODY",-0-
      36,4
      """;

  @Test
  void read_both_tellsNamesWalletsAndWhatCannotBeUsed() throws IOException {
    OfacReader reader = new OfacReader();
    List<String> told = new ArrayList<>();
    reader.read(Items.stream(SDN), Items.into(told));
    reader.readAliases(Items.stream(ALT), Items.into(told));
    assertThat(told)
        .containsExactly(
            "1 36 PRIMARY ENTITY [HARBOURS,LAKES] RED HARBOUR CO., LTD.",
            "1 36 ALIAS? ENTITY [HARBOURS,LAKES] R.H.",
            "1 36 ALIAS? ENTITY [HARBOURS,LAKES] O'HARBOUR",
            "2 41 PRIMARY INDIVIDUAL [] Ann DOCK",
            "2 41 XBT 1abc",
            "2 41 ETH 0xdef",
            "3 52 PRIMARY VESSEL [LAKES] SEA STAR",
            "4 unusable: empty name of 53",
            "5 unusable: 2 cells: expected 12",
            "1 36 FORMER ENTITY [HARBOURS,LAKES] HARBOUR MEN",
            "1 36 ALIAS? ENTITY [HARBOURS,LAKES] HM",
            "2 41 ALIAS INDIVIDUAL [] Annie DOCKER",
            "3 unusable: alias of 99, whom the list does not name",
            "4 unusable: 2 cells: expected 5");
  }

  @Test
  void read_openQuote_saysTheLine() {
    assertThatThrownBy(() -> Items.of(new OfacReader(), "36,\"RED\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a table");
  }
}
