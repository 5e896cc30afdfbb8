package org.tocsin.cli.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.events.Category;
import org.tocsin.events.Severity;
import org.tocsin.events.Sha256;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Pack;
import org.tocsin.lexicons.pack.Packs;

class ImportCommandTest {
  @TempDir Path folder;
  private Keeper keeper = new Keeper(Path.of("target", "unused"));

  @BeforeEach
  void pack() {
    keeper = new Keeper(folder);
  }

  @Test
  void import_plain_everyRowIsImportedOrTold() throws Exception {
    Path list = keeper.file("list.txt", "red harbour\n# note\nRed Harbour\n!!\n12: yes\n");
    assertThat(run(list, "--from", "plain")).isZero();
    assertThat(keeper.out)
        .isEqualTo(
            """
            line 2: a comment: # note
            line 3: duplicate of line 1: Red Harbour
            line 4: no letter or digit: !!
                 1  a comment
                 1  duplicate
                 1  no letter or digit
            5 items = 2 imported as 2 entries into %s + 3 not
            """
                .formatted(folder.resolve("new")));
    Pack pack = Packs.read(folder.resolve("new")).get(0);
    assertThat(pack.licence()).isEqualTo("CC0-1.0");
    assertThat(pack.entries())
        .extracting(Entry::id, entry -> entry.match().get(0), Entry::status, Entry::source)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "line.1", "red harbour", Entry.Status.DRAFT, source("line 1")),
            org.assertj.core.groups.Tuple.tuple(
                "line.5", "12: yes", Entry.Status.DRAFT, source("line 5")));
  }

  @Test
  void import_csv_readsTheColumn() throws Exception {
    Path list = keeper.file("list.csv", "n,word\n1,\"red, harbour\"\n2,true\n");
    assertThat(run(list, "--from", "csv", "--column", "word")).isZero();
    assertThat(Packs.read(folder.resolve("new")).get(0).entries())
        .flatExtracting(Entry::match)
        .containsExactly("red, harbour", "true");
  }

  @Test
  void import_overAPack_refuses() {
    Path list = keeper.file("list.txt", "red harbour\n");
    keeper.file("new/pack.yaml", "# by hand");
    assertThat(run(list, "--from", "plain")).isEqualTo(1);
    assertThat(folder.resolve("new/pack.yaml")).hasContent("# by hand");
  }

  @Test
  void import_csvWithoutColumn_isWrongUsage() {
    assertThat(run(keeper.file("list.csv", "a\nb\n"), "--from", "csv")).isEqualTo(2);
  }

  @Test
  void import_un_oneEntryForEachHolderAndEveryNameCounted() throws Exception {
    Path list =
        keeper.file(
            "un.xml",
            """
            <CONSOLIDATED_LIST>
            <ENTITY><FIRST_NAME>RED HARBOUR</FIRST_NAME><UN_LIST_TYPE>Harbours</UN_LIST_TYPE>
            <REFERENCE_NUMBER>HBe.001</REFERENCE_NUMBER>
            <ENTITY_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Harbour</ALIAS_NAME></ENTITY_ALIAS>
            <ENTITY_ALIAS><QUALITY/><ALIAS_NAME/></ENTITY_ALIAS>
            <ENTITY_ALIAS><QUALITY/><ALIAS_NAME>red Harbour</ALIAS_NAME></ENTITY_ALIAS>
            <ENTITY_ALIAS><QUALITY/><ALIAS_NAME>RH</ALIAS_NAME></ENTITY_ALIAS>
            <ENTITY_ALIAS><QUALITY/><ALIAS_NAME>House</ALIAS_NAME></ENTITY_ALIAS>
            <ENTITY_ALIAS><QUALITY/><ALIAS_NAME>Harbour Men</ALIAS_NAME></ENTITY_ALIAS></ENTITY>
            <INDIVIDUAL><FIRST_NAME>Ann</FIRST_NAME></INDIVIDUAL>
            </CONSOLIDATED_LIST>
            """);
    assertThat(names(list, "un")).isZero();
    assertThat(keeper.out)
        .isEqualTo(
            """
            line 4: low-quality alias: Harbour
            line 5: empty: alias name of HBe.001
            line 6: duplicate of line 2: red Harbour
            line 7: too short to be looked for alone: RH
            line 8: also a common word: House
            line 10: individual, not among --kinds: Ann
                 1  also a common word
                 1  duplicate
                 1  empty
                 1  individual, not among --kinds
                 1  low-quality alias
                 1  too short to be looked for alone
            8 items = 2 imported as 1 entries into %s + 6 not
            """
                .formatted(folder.resolve("new")));
    assertThat(folder.resolve("new/not-imported.txt")).content().hasLineCount(6);
    assertThat(folder.resolve("new/pack.yaml"))
        .content()
        .containsPattern(
            "sources:\n- \"UN Security Council Consolidated List: un.xml, SHA-256 [0-9a-f]{64}, read 2026-01-01\"");
    Entry entry = Packs.read(folder.resolve("new")).get(0).entries().get(0);
    assertThat(entry.id()).isEqualTo("hbe.001");
    assertThat(entry.match()).containsExactly("RED HARBOUR", "Harbour Men");
    assertThat(entry.severity()).isEqualTo(Severity.P3);
    assertThat(entry.category()).isEqualTo(Category.PROPAGANDA);
    assertThat(entry.meaning()).isEqualTo("Listed entity: RED HARBOUR (Harbours)");
    assertThat(entry.languages()).contains("en", "ru", "ar");
  }

  @Test
  void import_ofac_programmesAndKindsNarrow() throws Exception {
    String none = ",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n";
    Path list =
        keeper.file(
            "sdn.csv",
            "1,\"RED HARBOUR\",-0- ,\"LAKES\""
                + none
                + "2,\"DOCK, Ann\",\"individual\",\"SEAS\""
                + none);
    Path alt = keeper.file("alt.csv", "2,1,\"aka\",\"DOCKER, Ann\",-0- \n");
    assertThat(
            names(
                list,
                "ofac",
                "--aliases",
                alt.toString(),
                "--kinds",
                "individual,entity",
                "--programmes",
                "seas"))
        .isZero();
    assertThat(keeper.out)
        .endsWith("3 items = 2 imported as 1 entries into " + folder.resolve("new") + " + 1 not\n");
    assertThat(Packs.read(folder.resolve("new")).get(0).entries().get(0).match())
        .containsExactly("Ann DOCK", "Ann DOCKER");
  }

  @Test
  void import_hurtlex_knowsLanguageAndLicenceByName() throws Exception {
    Path list =
        keeper.file(
            "hurtlex_RU.tsv",
            "id\tpos\tcategory\tstereotype\tlemma\tlevel\nRU1\tn\tan\tno\tгусь\tinclusive\n");
    assertThat(names(list, "hurtlex")).isZero();
    Pack pack = Packs.read(folder.resolve("new")).get(0);
    assertThat(pack.licence()).isEqualTo("CC-BY-NC-SA-4.0");
    assertThat(pack.languages()).containsExactly("ru");
    assertThat(pack.entries().get(0).meaning())
        .isEqualTo("AN, animals; the list is less certain of it");
  }

  @Test
  void import_mistakes_areAllToldAtOnce() {
    Path list = keeper.file("words", "red harbour\n");
    assertThat(names(list, "ldnoobw", "--kinds", "horse", "--category", "haet")).isEqualTo(2);
    assertThat(keeper.err).contains("--lang", "'horse'", "haet");
    assertThat(names(list, "plain")).isEqualTo(2);
    assertThat(keeper.err).contains("--source", "--licence", "--category", "--lang");
    assertThat(names(list, "un")).isEqualTo(1);
    assertThat(keeper.err).contains("words: not a UN list, line 1");
    assertThat(folder.resolve("new")).doesNotExist();
  }

  /** Imports with nothing given but what every import needs. */
  private int names(Path list, String from, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "lexicon",
                "import",
                list.toString(),
                "--from",
                from,
                "--into",
                folder.resolve("new").toString(),
                "--owner",
                "me",
                "--today",
                "2026-01-01"));
    args.addAll(List.of(more));
    return keeper.plain(args.toArray(new String[0]));
  }

  private String source(String place) throws IOException {
    return "a list, %s; list.txt, SHA-256 %s..., read 2026-01-01"
        .formatted(
            place, Sha256.hex(Files.readString(folder.resolve("list.txt"))).substring(0, 12));
  }

  private int run(Path list, String... more) {
    List<String> args = new ArrayList<>(List.of("lexicon", "import", list.toString()));
    args.addAll(List.of(more));
    args.addAll(
        List.of(
            "--into",
            folder.resolve("new").toString(),
            "--category",
            "arms",
            "--lang",
            "en",
            "--source",
            "a list",
            "--licence",
            "CC0-1.0",
            "--owner",
            "me",
            "--today",
            "2026-01-01"));
    return keeper.plain(args.toArray(new String[0]));
  }
}
