package org.tocsin.cli.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperCommandsTest {
  @TempDir Path folder;
  private Keeper keeper = new Keeper(Path.of("target", "unused"));

  @BeforeEach
  void pack() {
    keeper = new Keeper(folder);
  }

  @Test
  void test_examplesHold_isZero() {
    keeper.file("t/examples.yaml", "examples:\n  - {text: a red harbour, match: [red]}\n");
    assertThat(keeper.run("test")).isZero();
    assertThat(keeper.out).isEqualTo("1 examples, 0 failed\n");
  }

  @Test
  void test_exampleFails_printsADiffAndFails() {
    keeper.file(
        "t/examples.yaml",
        "examples:\n  - {text: a red harbour, match: [green], note: hills}\n  - {text: green hills, no_match: true}\n");
    assertThat(keeper.run("test")).isEqualTo(1);
    assertThat(keeper.out)
        .isEqualTo(
            """
            %1$s/t/examples.yaml:2:5:
                a red harbour
              - match of green
              + red [red harbour] exact
                note: hills
            %1$s/t/examples.yaml:3:5:
                green hills
              - no match of green
              + green [green hills] exact
            2 examples, 2 failed
            """
                .formatted(folder));
  }

  @Test
  void explain_text_showsSpansContextsAndArithmetic() {
    assertThat(
            keeper.run(
                "explain",
                "--lang",
                "en",
                "reported red harbour; green hills; painting, red harbour"))
        .isZero();
    assertThat(keeper.out)
        .isEqualTo(
            """
            reported [red harbour]; [green hills]; painting, red harbour

            arms  score 0.6, flagged
              [red harbour]  t@1/red  exact at 9 to 20
                A test word.
                context news: "reported" at 0 to 8
                weight 0.4 x (1 - 0.5 news) = 0.2
              [green hills]  t@1/green  exact at 22 to 33
                A test word.
                weight 0.5
              score = 1 - (1 - 0.2) x (1 - 0.5) = 0.6
              rule t@1/r (active) asks for 0.3: counted

            almost matched
              [red harbour]  t@1/red
                unless: 'painting' stands in the same clause
            """);
  }

  @Test
  void explain_quietText_saysSo() {
    assertThat(keeper.run("explain", "calm")).isZero();
    assertThat(keeper.out).isEqualTo("calm\n\nNothing matches.\n");
  }

  @Test
  void evaluate_labelledFile_measures() {
    Path file =
        keeper.file(
            "posts.csv",
            "class,tweet\n0,red harbour\n0,calm\n2,green hills\n2,quiet\n2,\"a, b\"\n1,red harbour\n");
    assertThat(
            keeper.run(
                "evaluate",
                file.toString(),
                "--text",
                "tweet",
                "--label",
                "class",
                "--positive",
                "0",
                "--negative",
                "2"))
        .isZero();
    assertThat(keeper.out)
        .contains("precision                0.500   (1 of 2 flagged)")
        .contains("recall                   0.500   (1 of 2 positive)")
        .contains("F1                       0.500")
        .contains("false alarms per 10,000  3333.3   (1 of 3 negative)")
        .containsPattern("1 +1 +1 +100.00% left out")
        .containsPattern("t@1/green +0 +1 +0%")
        .containsPattern("t@1/red +1 +0 +100%");
  }

  @Test
  void evaluate_wrongCategoryOrColumn_says() {
    Path file = keeper.file("posts.csv", "class,tweet\n0,red harbour\n");
    String[] args = {
      "evaluate", file.toString(), "--text", "tweet", "--label", "class", "--positive", "0"
    };
    assertThat(
            keeper.run(
                args[0],
                file.toString(),
                "--text",
                "tweet",
                "--label",
                "class",
                "--positive",
                "0",
                "--category",
                "haet"))
        .isEqualTo(2);
    assertThat(
            keeper.run(
                args[0], file.toString(), "--text", "text", "--label", "class", "--positive", "0"))
        .isEqualTo(1);
    assertThat(keeper.err).contains("text");
  }
}
