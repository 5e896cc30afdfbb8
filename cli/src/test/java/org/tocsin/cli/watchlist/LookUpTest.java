package org.tocsin.cli.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that read watchlists. */
class LookUpTest {
  private static final String ROW =
      "%s,\"%s\",\"individual\",\"DOCKS\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"%s\"\n";

  @TempDir private Path folder = Path.of("");
  private Desk desk = new Desk(Path.of("target"));
  private Path old = Path.of("");
  private Path now = Path.of("");

  @BeforeEach
  void lists() {
    desk = new Desk(folder);
    old =
        list(
            "old",
            ROW.formatted("1", "LAKESIDE, Ann Dóck", "Digital Currency Address - XBT " + Desk.BTC)
                + ROW.formatted("2", "QUAY, Ben", "-0-"));
    now =
        list(
            "now",
            ROW.formatted("1", "LAKESIDE, Ann Dóck", "a.k.a. 'LAKEY'")
                + ROW.formatted("3", "PIER, Cleo", "Digital Currency Address - TRX " + Desk.TRON));
  }

  private Path list(String name, String rows) {
    Path to = folder.resolve(name);
    assertThat(
            desk.run("import", "--from", "ofac-sdn", desk.file(name + ".csv", rows), "--out", to))
        .isZero();
    return to;
  }

  @Test
  void diff_twoEditions_tellsNewDelistedAndChanged() {
    assertThat(desk.run("diff", old, now)).isZero();
    assertThat(desk.out)
        .isEqualTo(
            """
            + ofac:3  Cleo PIER
                + tron %s
            - ofac:2  Ben QUAY
            ~ ofac:1  Ann Dóck LAKESIDE
                + name LAKEY (alias, weak)
                - btc %s (XBT)
            1 new, 1 delisted, 1 changed
            """
                .formatted(Desk.TRON, Desk.BTC));
    assertThat(desk.run("diff", old, old)).isZero();
    assertThat(desk.out).isEqualTo("0 new, 0 delisted, 0 changed\n");
  }

  @Test
  void diff_plainLists_tellsAnAddressOnce() {
    Path one = plain("one", Desk.BTC);
    Path two = plain("two", Desk.TRON);
    assertThat(desk.run("diff", one, two)).isZero();
    assertThat(desk.out)
        .isEqualTo(
            """
            + made-up:%s  tron
            - made-up:%s  btc
            1 new, 1 delisted, 0 changed
            """
                .formatted(Desk.TRON, Desk.BTC));
  }

  private Path plain(String name, String address) {
    Path to = folder.resolve(name);
    Path from = desk.file(name + ".txt", address);
    assertThat(desk.run("import", "--from", "plain", from, "--list", "made-up", "--out", to))
        .isZero();
    return to;
  }

  @Test
  void diff_json_isOneObject() throws Exception {
    assertThat(desk.run("diff", old, now, "--json")).isZero();
    JsonNode told = new ObjectMapper().readTree(desk.out);
    assertThat(told.at("/added/0/reference").asText()).isEqualTo("ofac:3");
    assertThat(told.at("/delisted/0/reference").asText()).isEqualTo("ofac:2");
    assertThat(told.at("/changed/0/lost/0").asText()).isEqualTo("btc %s (XBT)".formatted(Desk.BTC));
  }

  @Test
  void search_allWordsOfOneName_inAnyCaseWithoutDiacritics() {
    assertThat(desk.run("search", "lakeside", "DOCK", "--watchlist", old)).isZero();
    assertThat(desk.out).isEqualTo("ofac:1  individual, Ann Dóck LAKESIDE\n1 items\n");
    assertThat(desk.run("search", "lakeside", "quay", "--watchlist", old)).isZero();
    assertThat(desk.out).isEqualTo("0 items\n");
    assertThat(desk.run("search", Desk.TRON, "--watchlist", old + "," + now)).isZero();
    assertThat(desk.out).startsWith("ofac:3  individual");
    assertThat(desk.run("search", "quay", "--json", "--watchlist", old)).isZero();
    assertThat(desk.out).startsWith("{\"items\":[{\"reference\":\"ofac:2\"");
  }

  @Test
  void show_asAlertsReferToIt_orSaysWhereToLook() {
    assertThat(desk.run("show", "watchlist:ofac:2", "--json", "--watchlist", old)).isZero();
    assertThat(desk.out).startsWith("{\"reference\":\"ofac:2\",\"kind\":\"individual\"");
    assertThat(desk.run("show", "ofac:7", "--watchlist", old)).isOne();
    assertThat(desk.err).contains("no item 'ofac:7': look for it by ./tocsin watchlist search");
  }

  @Test
  void check_wholeAndBroken_differ() {
    assertThat(desk.run("check", "--watchlist", old)).isZero();
    assertThat(desk.out)
        .contains("2 items: 2 individual")
        .containsPattern("watchlist [0-9a-f]{64}");
    Path broken = desk.file("broken", "tocsin-watchlist 1 " + "0".repeat(64) + "\n");
    Path other = desk.file("other", "tocsin-watchlist 9 " + "0".repeat(64) + "\n");
    assertThat(
            desk.run("check", "--watchlist", broken + "," + other + "," + folder.resolve("none")))
        .isOne();
    assertThat(desk.err)
        .contains("broken is damaged")
        .contains("other is a watchlist of format 9, this is format 1")
        .contains("none: there is no such file");
  }

  @Test
  void withoutCommand_namesThem() {
    assertThat(desk.run()).isEqualTo(2);
    assertThat(desk.err).contains("import, check, diff, search, show");
  }
}
