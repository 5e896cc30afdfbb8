package org.tocsin.lexicons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.events.Category;
import org.tocsin.events.Severity;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.MatchMode;
import org.tocsin.lexicons.pack.Pack;

/** A bundle survives its file; other files are refused with the reason. */
class ArtifactTest {
  @TempDir Path dir;
  private Path file;
  private LexiconBundle bundle;

  @BeforeEach
  void write() throws IOException {
    file = dir.resolve("bundle");
    Lexicon lexicon =
        Lexicon.of("harbour", "hill people", "attack")
            .with("кітап", MatchMode.INFLECTED, "kk", "тар")
            .with("attacking", MatchMode.INFLECTED, "en")
            .with("dep", MatchMode.PREFIX, "en")
            .query("fn:ordered(remove @group)");
    Pack pack = lexicon.pack();
    AlertRule rule =
        new AlertRule(
            "burst",
            "test@1",
            "Burst",
            AlertRule.On.of(List.of(Category.ARMS), List.of("en"), 0.5),
            List.of(AlertRule.GroupBy.LANGUAGE),
            Duration.ofMinutes(60),
            Duration.ofMinutes(5),
            new AlertRule.When(
                new AlertRule.Counts(3, null, null, 2, 1.5),
                0.01,
                null,
                new AlertRule.Rate(4, 0.001, 20),
                new AlertRule.Cooccur(2, List.of("arms", "hate")),
                null,
                false),
            Severity.P2,
            List.of(
                new AlertRule.Step(new AlertRule.Counts(null, 9, null, null, null), Severity.P1)),
            AlertRule.Life.DEFAULT,
            3,
            false,
            AlertRule.Status.ACTIVE,
            false);
    Pack full =
        new Pack(
            pack.id(),
            pack.version(),
            pack.title(),
            pack.languages(),
            pack.owner(),
            pack.licence(),
            pack.entries(),
            Map.of("group", List.of("northerners")),
            List.of(rule));
    bundle = LexiconBundle.compile(List.of(full));
    bundle.write(file);
  }

  @Test
  void open_writtenBundle_isTheSame() throws IOException {
    LexiconBundle opened = LexiconBundle.open(file);
    assertThat(opened.packs()).isEqualTo(bundle.packs());
    assertThat(opened.digest()).isEqualTo(bundle.digest());
    String text =
        "h4rbour atatck hill  people, кітаптар attacked depot REMOVE Northerners killthem";
    assertThat(Lexicon.matches(opened.newMatcher(), text, "und"))
        .isEqualTo(Lexicon.matches(bundle.newMatcher(), text, "und"))
        .hasSize(7);
  }

  @Test
  void open_otherFile_saysSo() throws IOException {
    Files.writeString(file, "not a bundle");
    assertThatIOException()
        .isThrownBy(() -> LexiconBundle.open(file))
        .withMessageContaining("is not a compiled lexicon bundle");
  }

  @Test
  void open_foreignVersion_saysWhich() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[11]++;
    Files.write(file, bytes);
    assertThatIOException()
        .isThrownBy(() -> LexiconBundle.open(file))
        .withMessageContaining("was compiled for engine version")
        .withMessageContaining("compile its packs again");
  }

  @Test
  void open_damagedAnywhere_isRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 20; at < bytes.length; at += Math.max(1, bytes.length / 200)) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 1;
      Files.write(file, damaged);
      assertThatIOException()
          .isThrownBy(() -> LexiconBundle.open(file))
          .withMessageContaining("is damaged");
    }
  }

  @Test
  void search_wordsAndFields_findEntries() throws IOException {
    for (LexiconBundle each : List.of(bundle, LexiconBundle.open(file))) {
      assertThat(each.search("harbour")).extracting(e -> e.id()).containsExactly("harbour");
      assertThat(each.search("language:kk")).extracting(e -> e.id()).containsExactly("кітап");
      assertThat(each.search("\"hill people\"")).extracting(e -> e.id()).hasSize(1);
      assertThat(each.search("\"people hill\"")).isEmpty();
      assertThat(each.search("id:attack AND pack:test")).hasSize(1);
      assertThat(each.search("+depot -match:dep")).isEmpty();
      assertThat(each.search("harb*")).extracting(e -> e.id()).containsExactly("harbour");
      assertThat(each.search("harbuor~ AND status:active")).hasSize(1);
      assertThat(each.search("nothing")).isEmpty();
    }
  }
}
