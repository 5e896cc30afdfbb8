package org.tocsin.lexicons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.lexicons.pack.Evasion;
import org.tocsin.lexicons.pack.MatchMode;

/** Other alphabets are read only where an entry asks for it. */
class TranslitTest {

  @ParameterizedTest
  @CsvSource({
    "ru,взрыв,vzryv", "ru,жизнь,zhizn", "ru,жизнь,jizn", "ru,хлеб,xleb", "ru,человек,4elovek",
    "ru,мой хлеб,moi hleb", "uk,книга,knyga", "ar,كتاب,kitab", "ar,كتاب,ketab", "ar,حرب,7arb",
    "ar,عرب,3arab", "uz,kitob,китоб", "uz,китоб,kitob", "uz,oʻzbek,ўзбек",
  })
  void match_otherAlphabet_isFoundWhenAsked(String language, String entry, String text) {
    assertThat(with(language, entry, Set.of(Evasion.TRANSLIT)).in(text))
        .containsExactly(entry + "[" + text + "] evaded:translit");
    assertThat(with(language, entry, Set.of()).in(text)).isEmpty();
  }

  @Test
  void match_longPhrase_keepsToCommonHabits() {
    assertThat(
            with("ru", "человеческое обращение", Set.of(Evasion.TRANSLIT))
                .in("chelovecheskoe obraschenie"))
        .hasSize(1);
  }

  private static Lexicon with(String language, String entry, Set<Evasion> evasions) {
    return new Lexicon().add(entry, MatchMode.EXACT, List.of(language), List.of(), evasions);
  }
}
