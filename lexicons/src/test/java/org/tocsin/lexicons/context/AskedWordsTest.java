package org.tocsin.lexicons.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedWordsTest {
  private static final AskedWords WORDS =
      AskedWords.of(
          "fn:notWithin(fn:maxgaps(2 fn:ordered(@hills fn:or(don't \"are not  Human\" wüst))) 1 @none)",
          Map.of("hills", List.of("green hills", "No hill"), "other", List.of("lake")));

  @ParameterizedTest
  @CsvSource({
    "not, true",
    "NOT, true",
    "are not human, true",
    "green hills, true",
    "no, true",
    "don't, true",
    "wüst, true",
    "'are, not human', true",
    "hum, false",
    "hills don't, false",
    "lake, false",
    "or, false",
    "hills, true",
    "not human green, false"
  })
  void name_wordsOfTheQueryAndItsSets_wholeWordsOfOnePhrase(String surface, boolean named) {
    assertThat(WORDS.name(surface)).isEqualTo(named);
  }
}
