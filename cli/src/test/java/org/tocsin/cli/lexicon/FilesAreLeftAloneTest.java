package org.tocsin.cli.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comments are the keeper's: no command rewrites a file that a person wrote. */
class FilesAreLeftAloneTest {
  @TempDir Path folder;

  @Test
  void commands_all_leavePackFilesByteForByte() {
    Keeper keeper = new Keeper(folder);
    keeper.file("t/sets.yaml", "# why\ng: [quay] # here\n");
    keeper.file(
        "t/entries-2.yaml",
        "# a comment\nentries:\n" + Keeper.ENTRY.formatted("b", "lake", "") + "# end");
    keeper.file("t/examples.yaml", "# c\nexamples:\n  - {text: red harbour, match: [red]} # d\n");
    String posts = keeper.file("posts.txt", "red harbour\n").toString();
    String entry =
        keeper.file("new.yaml", "entries:\n" + Keeper.ENTRY.formatted("n", "quay", "")).toString();
    String table = keeper.file("p.csv", "class,tweet\n0,red harbour\n").toString();
    Map<String, String> before = files();
    assertThat(keeper.run("check", "--today", "2026-06-01")).isZero();
    assertThat(keeper.run("test")).isZero();
    assertThat(keeper.run("explain", "red harbour")).isZero();
    assertThat(
            keeper.run("evaluate", table, "--text", "tweet", "--label", "class", "--positive", "0"))
        .isZero();
    assertThat(keeper.run("search", "harbour")).isZero();
    assertThat(keeper.run("show", "red")).isZero();
    assertThat(keeper.run("stats", posts, "--format", "text")).isZero();
    assertThat(keeper.run("try", entry, "--on", posts, "--format", "text")).isZero();
    assertThat(keeper.run("export")).isZero();
    assertThat(keeper.run("compile", "--out", folder.resolve("b").toString())).isZero();
    String pack = folder.resolve("t").toString();
    assertThat(keeper.plain("lexicon", "diff", pack, pack)).isZero();
    assertThat(files()).isEqualTo(before);
  }

  private Map<String, String> files() {
    try (Stream<Path> paths = Files.list(folder.resolve("t"))) {
      return paths.collect(
          Collectors.toMap(Path::toString, FilesAreLeftAloneTest::read, (a, b) -> a, TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the test's pack", e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
