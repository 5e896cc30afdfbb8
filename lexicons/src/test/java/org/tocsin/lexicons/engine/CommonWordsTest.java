package org.tocsin.lexicons.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranks are of the folded word in the language asked for. */
class CommonWordsTest {

  @ParameterizedTest
  @CsvSource({
    "en,house,1000",
    "en-GB,House,1000",
    "ru,дом,1000",
    "ar,بيت,3000",
    "uk,дім,5000",
    "kk,жоқ,100",
    "fa,خانه,2000",
    "tr,ev,2000"
  })
  void rank_ofACommonWord_isLow(String language, String word, int most) {
    assertThat(FrequentWords.rank(language, word)).isBetween(1, most);
  }

  @ParameterizedTest
  @CsvSource({"en,qqxzv", "uz,uy", "en,дом", "und,house", "en,''"})
  void rank_withoutEntry_isZero(String language, String word) {
    assertThat(FrequentWords.rank(language, word)).isZero();
  }

  @Test
  void rank_ofTheFirstLine_isOne() {
    assertThat(FrequentWords.rank("en", "you")).isEqualTo(1);
    assertThat(FrequentWords.rank("en", "YOU ")).isEqualTo(1);
  }

  @Test
  void rank_inAnyLanguage_isTheBest() {
    int english = FrequentWords.rank("en", "an");
    assertThat(CommonWords.rank("an")).isBetween(1, english);
    assertThat(CommonWords.rank("qqxzv")).isZero();
  }

  @Test
  void languages_withLists_areNamed() {
    assertThat(FrequentWords.languages())
        .containsExactlyInAnyOrder("en", "ru", "ar", "uk", "kk", "fa", "tr");
  }

  @Test
  void has_stopWords_onlyThose() {
    assertThat(FrequentWords.has("The ")).isTrue();
    assertThat(FrequentWords.has("house")).isFalse();
    assertThat(CommonWords.has("house")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "uz,kitob",
    "uz,китоблар",
    "az,kitab",
    "ky,китеп",
    "tg,китоби",
    "tk,kitap",
    "ps,شېرزي"
  })
  void has_attestedWords_withoutARank(String language, String word) {
    assertThat(CommonWords.has(CommonWords.fold(word))).isTrue();
    assertThat(FrequentWords.rank(language, word)).isZero();
  }
}
