package org.tocsin.cli.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.lexicons.watchlist.Watchlist;
import org.tocsin.lexicons.watchlist.WatchlistItem;

class ImportCommandTest {
  @TempDir private Path folder = Path.of("");
  private Desk desk = new Desk(Path.of("target"));
  private Path to = Path.of("");

  @BeforeEach
  void desk() {
    desk = new Desk(folder);
    to = folder.resolve("w");
  }

  @Test
  void import_plain_everyLineIsImportedOrToldWithItsPlace() throws Exception {
    Path list =
        desk.file(
            "docks_XBT.txt",
            "# of a port\n%s\n%s\n\n1234567\n%s\n"
                .formatted(Desk.BTC, Desk.TRON, Desk.BTC.toUpperCase(Locale.ROOT)));
    assertThat(desk.run("import", "--from", "plain", list, "--out", to)).isZero();
    assertThat(desk.out)
        .startsWith(
            """
            docks_XBT.txt:1: a comment: # of a port
            docks_XBT.txt:4: empty
            docks_XBT.txt:5: no form in which posts are searched for addresses: 1234567
            docks_XBT.txt:6: an identifier that docks_xbt:%s has already: %s
            """
                .formatted(Desk.BTC, Desk.BTC.toUpperCase(Locale.ROOT)))
        .contains(
            """
            6 read = 2 imported + 4 not
            """)
        .contains("identifiers: 1 btc, 1 tron")
        .contains("typed by their form, not their label: 1 XBT is tron");
    assertThat(folder.resolve("w.not-imported.txt")).content().hasLineCount(4);
    assertThat(Watchlist.open(to).items())
        .extracting(WatchlistItem::reference)
        .containsExactly("docks_xbt:" + Desk.TRON, "docks_xbt:" + Desk.BTC);
  }

  @Test
  void import_ofacPair_joinsAliasesAndTypesWalletsByTheirForm() throws Exception {
    Path sdn =
        desk.file(
            "sdn.csv",
            """
            901,"LAKESIDE, Ann Dock","individual","DOCKS",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"a.k.a. 'LAKEY'; Digital \
            Currency Address - XBT %s; alt. Digital Currency Address - USDT %s."
            902,"RED HARBOUR FRONT",-0- ,"DOCKS",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-\s
            """
                .formatted(Desk.TRON, Desk.ETH));
    Path alt =
        desk.file("alt.csv", "902,1,\"fka\",\"QUAY FRONT\",-0- \n999,2,\"aka\",\"X\",-0- \n");
    assertThat(desk.run("import", "--from", "ofac-sdn", sdn, alt, "--out", to)).isZero();
    assertThat(desk.out)
        .contains("alt.csv:2: alias of 999, whom the list does not name")
        .contains("7 read = 6 imported + 1 not");
    assertThat(desk.run("show", "ofac:901", "--watchlist", to)).isZero();
    assertThat(desk.out)
        .isEqualTo(
            """
            ofac:901  individual
              programme   DOCKS
              name        Ann Dock LAKESIDE  (primary, alone)
              name        LAKEY  (alias, weak)
              identifier  tron %s  (listed as XBT)
              identifier  eth %s  (listed as USDT)
            """
                .formatted(Desk.TRON, Desk.ETH.toLowerCase(Locale.ROOT)));
  }

  @Test
  void import_un_emptyAliasesAreTold() {
    Path list =
        desk.file(
            "un.xml",
            """
            <CONSOLIDATED_LIST><ENTITY><FIRST_NAME>Red Harbour Front</FIRST_NAME><REFERENCE_NUMBER>HBe.1</REFERENCE_NUMBER>
            <ENTITY_ALIAS><QUALITY/><ALIAS_NAME/></ENTITY_ALIAS>
            <ENTITY_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Harbourmen</ALIAS_NAME></ENTITY_ALIAS></ENTITY></CONSOLIDATED_LIST>
            """);
    assertThat(desk.run("import", "--from", "un", list, "--out", to)).isZero();
    assertThat(desk.out)
        .contains("un.xml:2: empty alias name of HBe.1")
        .contains("3 read = 2 imported + 1 not")
        .contains("names: 1 alone, 1 weak");
  }

  @Test
  void import_ofacAdvanced_joinsProgrammesFromTheEndOfTheFile() {
    Path list =
        desk.file(
            "adv.xml",
            """
            <Sanctions><ReferenceValueSets><SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType></SanctionsTypeValues>
            </ReferenceValueSets><DistinctParties><DistinctParty FixedRef="7"><Profile ID="7"><Identity><Alias Primary="true">
            <DocumentedName><DocumentedNamePart><NamePartValue>RED HARBOUR FRONT</NamePartValue></DocumentedNamePart></DocumentedName>
            </Alias></Identity></Profile></DistinctParty></DistinctParties><SanctionsEntries><SanctionsEntry ProfileID="7">
            <SanctionsMeasure SanctionsTypeID="1"><Comment>DOCKS</Comment></SanctionsMeasure></SanctionsEntry>
            <SanctionsEntry ProfileID="8"/></SanctionsEntries></Sanctions>
            """);
    assertThat(desk.run("import", "--from", "ofac-advanced", list, "--out", to)).isZero();
    assertThat(desk.out)
        .contains("adv.xml:6: entry of 8, whom the list does not name")
        .contains("     1  entry, of a holder that the list does not name\n")
        .contains("2 read = 1 imported + 1 not");
    assertThat(desk.run("search", "docks", "--watchlist", to)).isZero();
    assertThat(desk.out).startsWith("ofac:7  other, RED HARBOUR FRONT");
  }

  @Test
  void import_sameFilesTwice_giveTheSameFile() throws Exception {
    Path list = desk.file("a.txt", Desk.BTC + "\n");
    assertThat(desk.run("import", "--from", "plain", list, "--out", to)).isZero();
    byte[] first = Files.readAllBytes(to);
    assertThat(desk.run("import", "--from", "plain", list, "--out", to)).isZero();
    assertThat(to).hasBinaryContent(first);
  }

  /** Random rows of every kind: whatever they are, none is lost. */
  @Test
  void import_anyRows_countsInAreCountsOut() throws Exception {
    List<String> kinds =
        List.of(
            Desk.BTC,
            Desk.TRON,
            Desk.ETH,
            Desk.ETH.toLowerCase(Locale.ROOT),
            "",
            "#",
            "a b",
            "0x12");
    Random random = new Random(7);
    for (int round = 0; round < 20; round++) {
      List<String> rows = new ArrayList<>(List.of(Desk.BTC));
      for (int i = random.nextInt(40); i > 0; i--) {
        rows.add(kinds.get(random.nextInt(kinds.size())));
      }
      Path list = desk.file("rows_USDT.txt", String.join("\n", rows) + "\n");
      assertThat(desk.run("import", "--json", "--from", "plain", list, "--out", to)).isZero();
      JsonNode told = new ObjectMapper().readTree(desk.out);
      assertThat(told.get("read").asInt()).isEqualTo(rows.size());
      assertThat(told.get("imported").asInt() + told.get("notImported").asInt())
          .isEqualTo(rows.size());
      assertThat(told.get("refused")).hasSize(told.get("notImported").asInt());
      assertThat(Watchlist.open(to).items()).hasSize(told.get("imported").asInt());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "un            | <other/>       | expected a <CONSOLIDATED_LIST>",
        "ofac-advanced | <other/>       | expected <DistinctParties>",
        "ofac-sdn      | a,b            | nothing in it can be watched for: is it --from ofac-sdn?",
        "opensanctions | id,name        | no column schema",
        "ftm           | {}             | nothing in it can be watched for",
        "plain         | neither        | nothing in it can be watched for",
      })
  void import_wrongFile_failsAndWritesNothing(String from, String text, String said) {
    assertThat(desk.run("import", "--from", from, desk.file("f", text), "--out", to)).isOne();
    assertThat(desk.err).contains(said);
    assertThat(to).doesNotExist();
  }

  @Test
  void import_wrongUsage_tellsAllMistakes() {
    Path one = desk.file("f", "");
    assertThat(
            desk.run(
                "import",
                "--from",
                "ofac-sdn",
                one,
                one,
                one,
                "--list",
                "A list",
                "--out",
                folder.resolve("no/w")))
        .isEqualTo(2);
    assertThat(desk.err)
        .contains("--list 'A list'")
        .contains("not 3 files")
        .contains("does not exist");
    assertThat(desk.run("import", "--from", "other", one, "--out", to)).isEqualTo(2);
    assertThat(desk.err).contains("ofac-advanced");
  }
}
