package org.tocsin.lexicons;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.lexicons.pack.Evasion;
import org.tocsin.lexicons.pack.MatchMode;

/** Every evasion is undone and named; none finds a word inside another. */
class EvasionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "kill; kill; exact",
        "KiLL; KiLL; exact",
        "ｋｉｌｌ; ｋｉｌｌ; exact",
        "kíll; kíll; folded",
        "ki\u0301ll; ki\u0301ll; folded",
        "kіll; kіll; evaded:lookalike",
        "k1ll; k1ll; evaded:leet",
        "ki11; ki11; evaded:leet",
        "k!ll; k!ll; evaded:leet",
        "k i l l; k i l l; evaded:spaced",
        "k.i.l.l; k.i.l.l; evaded:spaced",
        "k-i-l-l; k-i-l-l; evaded:spaced",
        "k. i. l. l.; k. i. l. l; evaded:spaced",
        "killlll; killlll; evaded:repeated",
        "kkkiiiilll; kkkiiiilll; evaded:repeated",
        "k*ll; k*ll; evaded:masked",
        "k**l; k**l; evaded:masked",
        "ki\u200Bll; ki\u200Bll; evaded:invisible",
        "ki\u00ADll; ki\u00ADll; evaded:invisible",
        "𝐤𝐢𝐥𝐥; 𝐤𝐢𝐥𝐥; evaded:styled",
        "ⓚⓘⓛⓛ; ⓚⓘⓛⓛ; evaded:styled",
        "🇰 🇮 🇱 🇱; 🇰 🇮 🇱 🇱; evaded:spaced+emoji",
        "🇰🇮🇱🇱; 🇰🇮🇱🇱; evaded:emoji",
        "🅺🅸ll; 🅺🅸ll; evaded:emoji",
        "k.1.l.l; k.1.l.l; evaded:leet+spaced",
      })
  void match_hiddenWord_isFoundAndNamed(String text, String surface, String how) {
    assertThat(Lexicon.of("kill").in("they " + text + " it, so"))
        .containsExactly("kill[" + surface + "] " + how);
    assertThat(Lexicon.of("kill").in(text)).containsExactly("kill[" + surface + "] " + how);
  }

  @ParameterizedTest
  @CsvSource({
    "skill",
    "killer",
    "ki",
    "s k i l l",
    "k i l l s",
    "sk1ll",
    "k!ller",
    "ki\u200Bller",
    "a kll",
    "k i",
    "k ill",
    "@kill",
    "http://kill",
    "www.kill.com/x",
    "fi1l",
    "k*",
    "*ill",
    "kyll",
    "кілл",
    "k\uD83Dill",
    "kilo",
    "@a.kill",
    "k****l",
    "🇺🇸",
  })
  void match_otherWord_isNot(String text) {
    assertThat(Lexicon.of("kill", "us").in(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "attak,evaded:typo",
    "atack,evaded:typo",
    "atttack,evaded:repeated",
    "attacck,evaded:typo",
    "atatck,evaded:typo",
    "a7tak,evaded:leet+typo",
    "atta c k,",
    "attac,",
    "ttack,",
    "attakc,",
  })
  void match_slip_isFoundWithinTheWord(String text, String how) {
    if (how == null) {
      assertThat(Lexicon.of("attack").in(text)).isEmpty();
    } else {
      assertThat(Lexicon.of("attack").in(text)).containsExactly("attack[" + text + "] " + how);
    }
  }

  @Test
  void match_slipThatIsAWord_isThatWord() {
    assertThat(Lexicon.of("hoping", "hopping").in("hoping"))
        .containsExactly("hoping[hoping] exact");
    assertThat(Lexicon.of("theses").in("these")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "stone,sone,0",
    "stone,stne,0",
    "stone,stnoe,1",
    "thirst,thrist,1",
    "sleet,sheet,0",
    "causal,casual,0",
    "trail,trial,0",
    "гололед,голод,0",
  })
  void match_slip_isOfLongAndUncommonWords(String word, String text, int matches) {
    assertThat(Lexicon.of(word).in("a " + text + "!")).hasSize(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "kill them,kill them,exact",
    "kill -- them,kill -- them,exact",
    "killthem,killthem,evaded:joined",
    "#KillThem,KillThem,exact",
    "#kill_them,kill_them,exact",
    "#killThem2,killThem,exact",
    "k1ll th3m,k1ll th3m,evaded:leet",
    "k i l l them,k i l l them,evaded:spaced",
    "k.i.l.l t.h.e.m,k.i.l.l t.h.e.m,evaded:spaced",
    "k i l l  t h e m,k i l l  t h e m,evaded:spaced",
    "k i l l t h e m,k i l l t h e m,evaded:spaced+joined",
    "k*ll them,k*ll them,evaded:masked",
  })
  void match_hiddenPhrase_isFound(String text, String surface, String how) {
    assertThat(Lexicon.of("kill them").in("x: " + text + "!"))
        .containsExactly("kill them[" + surface + "] " + how);
  }

  @ParameterizedTest
  @CsvSource({
    "kíll,DIACRITICS",
    "kіll,LOOKALIKE",
    "k1ll,LEET",
    "k i l l,SPACED",
    "killll,REPEATED"
  })
  void match_evasionSwitchedOff_isNotFound(String text, Evasion evasion) {
    assertThat(Lexicon.of().only("kill", evasion).in(text)).hasSize(1);
    assertThat(Lexicon.of().only("kill").in(text)).isEmpty();
  }

  @Test
  void match_acrossALineBreak_isFound() {
    assertThat(Lexicon.of("kill").in("k\r\ni\r\nl\r\nl")).hasSize(1);
    assertThat(Lexicon.of("kill").in("k i\nl l")).containsExactly("kill[k i\nl l] evaded:spaced");
  }

  @Test
  void match_symbolsInPlainText_changeNothing() {
    assertThat(Lexicon.of("kill", "stop").in("stop!kill $kill$ kill! a@kill"))
        .containsExactly(
            "stop[stop] exact",
            "kill[kill] exact",
            "kill[kill] exact",
            "kill[kill] exact",
            "kill[kill] exact");
  }

  @Test
  void match_emoji_areTokens() {
    assertThat(Lexicon.of("🔫", "👩‍👩‍👧", "🇰🇿", "go 🔫").in("go🔫! 👩‍👩‍👧🔫 ❤️🇰🇿"))
        .containsExactly(
            "go 🔫[go🔫] exact",
            "🔫[🔫] exact",
            "👩‍👩‍👧[👩‍👩‍👧] exact",
            "🔫[🔫] exact",
            "🇰🇿[🇰🇿] exact");
    assertThat(Lexicon.of("👩").in("👩‍👩‍👧")).isEmpty();
    assertThat(Lexicon.of("👍").in("👍🏽")).containsExactly("👍[👍🏽] folded");
  }

  @Test
  void match_prefix_wordGoesOn() {
    Lexicon lexicon = Lexicon.of().with("kill th", MatchMode.PREFIX, "en");
    assertThat(lexicon.in("k1ll thëm")).containsExactly("kill th[k1ll thëm] evaded:leet");
    assertThat(lexicon.in("kill this")).containsExactly("kill th[kill this] exact");
    assertThat(lexicon.in("kill t")).isEmpty();
  }
}
