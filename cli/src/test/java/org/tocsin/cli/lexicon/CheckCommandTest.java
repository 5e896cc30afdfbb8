package org.tocsin.cli.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir Path folder;
  private Keeper keeper = new Keeper(Path.of("target", "unused"));

  @BeforeEach
  void pack() {
    keeper = new Keeper(folder);
  }

  @Test
  void check_cleanPack_isZero() {
    assertThat(keeper.run("check", "--today", "2026-06-01")).isZero();
    assertThat(keeper.out).isEqualTo("0 errors, 0 warnings\n");
  }

  @Test
  void check_problems_tellsAllAndFails() {
    keeper.file(
        "t/entries.yaml",
        "entries:\n"
            + Keeper.ENTRY.formatted("a", "the", ", weigth: 1")
            + Keeper.ENTRY.formatted("b", "and", ""));
    assertThat(keeper.run("check", "--today", "2026-06-01")).isEqualTo(1);
    assertThat(keeper.out)
        .contains(folder + "/t/entries.yaml:2:")
        .contains("error: unknown key 'weigth'")
        .contains("(did you mean 'weight'?)")
        .contains(":3:20: warning: b: too common: 'and' is made of words that stand")
        .endsWith("1 errors, 1 warnings\n");
  }

  @Test
  void check_warningsOnly_failsOnlyWhenStrict() {
    assertThat(keeper.run("check", "--today", "2028-01-01")).isZero();
    assertThat(keeper.out).contains("review expired on 2027-01-01");
    assertThat(keeper.run("check", "--today", "2028-01-01", "--strict")).isEqualTo(1);
  }

  @Test
  void check_githubAndJson_areForMachines() {
    keeper.run("check", "--today", "2028-01-01", "--format", "github");
    assertThat(keeper.out)
        .startsWith(
            "::warning file=" + folder + "/t/entries.yaml,line=2,col=136::red: review expired");
    keeper.run("check", "--today", "2028-01-01", "--format", "json");
    assertThat(keeper.out)
        .startsWith("{\"level\":\"warning\",\"file\":\"" + folder)
        .contains("\"line\":2,\"column\":136,\"message\":\"red: review expired");
  }

  @Test
  void check_wrongCommandLine_isTwo() {
    assertThat(keeper.run("check", "--today", "soon")).isEqualTo(2);
    assertThat(keeper.plain("lexicon")).isEqualTo(2);
    assertThat(keeper.err).contains("check", "explain");
  }

  @Test
  void check_noFolder_isOne() {
    assertThat(keeper.plain("lexicon", "check", "--packs", folder.resolve("none").toString()))
        .isEqualTo(1);
    assertThat(keeper.err).contains("none");
  }
}
