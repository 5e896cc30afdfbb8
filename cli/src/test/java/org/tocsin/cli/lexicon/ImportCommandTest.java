package org.tocsin.cli.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
            row 2: a comment: # note
            row 3: 'Red Harbour' is the same as row 1
            row 4: no letter in '!!'
            5 rows: 2 imported into %s, 3 not, 0 unreadable
            """
                .formatted(folder.resolve("new")));
    Pack pack = Packs.read(folder.resolve("new")).get(0);
    assertThat(pack.licence()).isEqualTo("CC0-1.0");
    assertThat(pack.entries())
        .extracting(Entry::id, entry -> entry.match().get(0), Entry::status, Entry::source)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "row.1", "red harbour", Entry.Status.DRAFT, "a list, row 1"),
            org.assertj.core.groups.Tuple.tuple(
                "row.5", "12: yes", Entry.Status.DRAFT, "a list, row 5"));
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
