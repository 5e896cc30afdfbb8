package org.tocsin.cli.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.lexicons.LexiconBundle;

class KeeperToolsTest {
  private static final String POSTS =
      "a red harbour\nred harbour, green hills\nthey reported green hills\ncalm\n";

  @TempDir Path folder;
  private Keeper keeper = new Keeper(Path.of("target", "unused"));

  @BeforeEach
  void pack() {
    keeper = new Keeper(folder);
  }

  @Test
  void search_words_findsEntries() {
    assertThat(keeper.run("search", "harbour")).isZero();
    assertThat(keeper.out).isEqualTo("t@1/red  arms, en, active\n    A test word.\n1 entries\n");
    assertThat(keeper.run("search", "id:[")).isEqualTo(2);
  }

  @Test
  void show_id_printsEveryKeyAndThePlace() {
    assertThat(keeper.run("show", "red")).isZero();
    assertThat(keeper.out)
        .startsWith(
            folder + "/t/entries.yaml:2:5\n  id           red\n  match        red harbour\n")
        .contains("  unless       painting\n")
        .contains("  weight       0.4\n");
    assertThat(keeper.run("show", "rad")).isEqualTo(1);
    assertThat(keeper.err).contains("no entry 'rad'");
  }

  @Test
  void compile_packs_writesABundle() throws IOException {
    Path file = folder.resolve("b.tocsin");
    assertThat(keeper.run("compile", "--out", file.toString())).isZero();
    assertThat(keeper.out)
        .contains("1 packs, 2 entries")
        .contains(LexiconBundle.open(file).digest());
  }

  @Test
  void try_entry_showsHitsAndOverlap() {
    Path posts = keeper.file("posts.txt", POSTS);
    Path entry = keeper.file("new.yaml", "entries:\n" + Keeper.ENTRY.formatted("new", "hills", ""));
    assertThat(keeper.run("try", entry.toString(), "--on", posts.toString(), "--format", "text"))
        .isZero();
    assertThat(keeper.out)
        .isEqualTo(
            """
            2 of 4 posts match: 5000.0 per 10,000
              red harbour, green [hills]
              they reported green [hills]
            2 of them are matched by t@1/green too
            1 of them are matched by t@1/red too
            """);
  }

  @Test
  void try_wrongEntry_isToldInItsOwnFile() {
    Path posts = keeper.file("posts.txt", POSTS);
    Path entry =
        keeper.file(
            "new.yaml", "entries:\n" + Keeper.ENTRY.formatted("new", "hills", ", wight: 1"));
    assertThat(keeper.run("try", entry.toString(), "--on", posts.toString(), "--format", "text"))
        .isEqualTo(1);
    assertThat(keeper.err)
        .contains(entry + ":2:")
        .contains("unknown key 'wight'", "did you mean 'weight'?", "1 problems in the packs");
  }

  @Test
  void commands_packWithProblems_tellWhereFromHere() {
    keeper.file("t/sets.yaml", "[a]");
    assertThat(keeper.run("search", "x")).isEqualTo(1);
    assertThat(keeper.err).contains(folder.resolve("t/sets.yaml") + ":1:1: expected a mapping");
  }

  @Test
  void diff_changedPack_tellsEntriesAndMatches() {
    Path posts = keeper.file("posts.txt", POSTS);
    Keeper other = new Keeper(folder.resolve("new"));
    other.file(
        "t/entries.yaml",
        "entries:\n"
            + Keeper.ENTRY.formatted("red", "red harbour", ", weight: 0.6, unless: [painting]")
            + Keeper.ENTRY.formatted("calm", "calm", ""));
    assertThat(
            keeper.plain(
                "lexicon",
                "diff",
                folder.resolve("t").toString(),
                folder.resolve("new/t").toString(),
                "--on",
                posts.toString(),
                "--format",
                "text"))
        .isZero();
    assertThat(keeper.out)
        .isEqualTo(
            """
            + t/calm
            - t/green
            ~ t/red
                weight: 0.4 -> 0.6
            3 entries differ

            matches gained: 1
              + [calm]
            matches lost: 2
              - red harbour, [green hills]
              - they reported [green hills]
            """);
  }

  @Test
  void export_packs_isCsvWithoutFormulas() {
    keeper.file(
        "t/entries.yaml",
        "entries:\n" + Keeper.ENTRY.formatted("sum", "\"=1, 2\"", ", weight: 0.3"));
    assertThat(keeper.run("export")).isZero();
    assertThat(keeper.out)
        .startsWith("pack,licence,id,match,query,category,languages,")
        .contains("\nt@1,Apache-2.0,sum,\"'=1, 2\",,arms,en,exact,");
  }
}
