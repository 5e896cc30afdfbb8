package org.tocsin.lexicons.engine;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The short comparison says what the long one says, or nothing. */
class LatinWordsTest {
  private static int compare(String text, String word, boolean typo) {
    return LatinWords.compare(text.toCharArray(), 0, text.length(), word, typo);
  }

  private static int aligned(String text, String word) {
    Units read = new Units().clear().append(text.toCharArray(), 0, text.length(), false);
    int how = Alignment.whole(read, 0, new Units().clear().append(word), false);
    return how != Evaded.NEVER && (how & Evaded.TYPO) != 0 ? Evaded.NEVER : how;
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("abBA1é'").ofMinLength(1).ofMaxLength(7);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings().withChars("ab1é").ofMinLength(1).ofMaxLength(7);
  }

  @Property(tries = 5000, seed = "20261124")
  void compare_anyWords_likeAlignment(@ForAll("texts") String text, @ForAll("words") String word) {
    int how = compare(text, word, false);
    if (how != LatinWords.UNKNOWN) {
      assertThat(how).as("%s, %s", text, word).isEqualTo(aligned(text, word));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "KILL,kill,0",
    "killl,kill,R",
    "kiill,kill,N",
    "kilt,kill,N",
    "k1ll,kill,U",
    "kıll,kill,U",
    "kill,killer,N",
  })
  void compare_knownWords_says(String text, String word, String expected) {
    int how =
        switch (expected) {
          case "R" -> Evaded.REPEATED;
          case "N" -> Evaded.NEVER;
          case "U" -> LatinWords.UNKNOWN;
          default -> Evaded.EXACT;
        };
    assertThat(compare(text, word, false)).isEqualTo(how);
  }

  @ParameterizedTest
  @CsvSource({"attaack,attack", "atack,attack"})
  void compare_slipOfAnEntryThatAllowsThem_isLeftToOthers(String text, String word) {
    assertThat(compare(text, word, true)).isEqualTo(LatinWords.UNKNOWN);
  }
}
