package org.tocsin.lexicons.engine;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of a text have the hash that the letters of an entry's word are kept under. */
class WordHashesTest {
  private final Scanner scanner = new Scanner();

  private long key(int t) {
    int end = scanner.end[t];
    return new Units().clear().append(scanner.text, scanner.start[t], end, false).key(0);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("abclowLOW01 3'.-жқ\u0301éﬁ😀")
        .ofMinLength(1)
        .ofMaxLength(200);
  }

  @Property(tries = 2000, seed = "20261124")
  void scan_anyText_hashesLikeUnits(@ForAll("texts") String text) {
    scanner.scan(text);
    for (int t = 0; t < scanner.size; t++) {
      assertThat(scanner.hash[t]).as("word %d of %s", t, text).isEqualTo(key(t));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "kill,kil",
    "bookkeeper,bokeper",
    "successfully,sucesfuly",
    "don't,dont",
    "aaaaaaaaaaaaaaaaaaaaaaaa,a",
    "abcdefgh,abcdefghh",
    "abcdefghi,abcdefghhi",
    "abcdefghijklmnopqrstu,abcdefghijklmnopqqrstu",
    "K1LL,kill",
  })
  void scan_sameClasses_hashesAlike(String one, String other) {
    scanner.scan(one + " " + other);
    assertThat(scanner.size).isEqualTo(2);
    assertThat(scanner.hash[0]).isEqualTo(scanner.hash[1]);
  }

  @ParameterizedTest
  @CsvSource({"kill,kilt", "abcdefgh,abcdefghi", "ab,ba", "abcdefghij,abcdefghik", "a,aba"})
  void scan_otherClasses_hashesOtherwise(String one, String other) {
    scanner.scan(one + " " + other);
    assertThat(scanner.hash[0]).isNotEqualTo(scanner.hash[1]);
  }

  @Property(tries = 500, seed = "20261124")
  void beginning_anyText_hashesTheFirstRuns(@ForAll("texts") String text) {
    scanner.scan(text);
    for (int t = 0; t < scanner.size; t++) {
      Units units = new Units().clear();
      units.append(scanner.text, scanner.start[t], scanner.end[t], false);
      assertThat(WordHashes.beginning(scanner, t, 3)).as(text).isEqualTo(units.key(0, 3));
    }
  }

  @Property(tries = 500, seed = "20261201")
  void spelling_wordsOfAnyText_areAlikeOnlyIfSpeltAlike(@ForAll("texts") String text) {
    scanner.scan(text + " " + text);
    for (int one = 0; one < scanner.size; one++) {
      for (int other = 0; other < scanner.size; other++) {
        assertThat(WordHashes.spelling(scanner, one) == WordHashes.spelling(scanner, other))
            .as("words %d and %d of %s", one, other, text)
            .isEqualTo(word(one).equals(word(other)));
      }
    }
  }

  private String word(int t) {
    return new String(scanner.text, scanner.start[t], scanner.end[t] - scanner.start[t]);
  }

  @Test
  void scan_textsOfBlockLengths_endsTheLastWord() {
    for (int length = 60; length < 200; length++) {
      scanner.scan("a".repeat(length));
      assertThat(scanner.size).isEqualTo(1);
      assertThat(scanner.end[0]).isEqualTo(length);
    }
  }
}
