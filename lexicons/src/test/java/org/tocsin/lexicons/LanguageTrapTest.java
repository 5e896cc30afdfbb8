package org.tocsin.lexicons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.lexicons.pack.Evasion;
import org.tocsin.lexicons.pack.MatchMode;

/** The nine traps that stock analysis of our languages falls into, and what each language needs. */
class LanguageTrapTest {
  private static Lexicon in(String language, String... phrases) {
    Lexicon lexicon = new Lexicon();
    for (String phrase : phrases) {
      lexicon.with(phrase, MatchMode.EXACT, language);
    }
    return lexicon;
  }

  @Test
  void trap1_icuData_loads() {
    assertThat(in("kk", "сөз").in("СӨЗ")).containsExactly("сөз[СӨЗ] exact");
  }

  @Test
  void trap2_kazakhLetters_foldWithLowerConfidence() {
    assertThat(in("kk", "қазақ").in("қазақ казак"))
        .containsExactly("қазақ[қазақ] exact", "қазақ[казак] folded");
    assertThat(
            new Lexicon()
                .add(
                    "қазақ",
                    MatchMode.EXACT,
                    List.of("kk"),
                    List.of(),
                    EnumSet.noneOf(Evasion.class))
                .in("казак"))
        .isEmpty();
    assertThat(in("ru", "казак").in("қазақ казак"))
        .containsExactly("казак[қазақ] folded", "казак[казак] exact");
  }

  @ParameterizedTest
  @CsvSource({"й,и", "ў,у", "ғ,г", "ӯ,у", "ә,а", "ө,о", "ү,у", "ң,н", "ҷ,ч", "ҳ,х", "ё,е", "қ,к"})
  void trap2_cyrillicLetters_foldButStayApart(String letter, String base) {
    assertThat(in("tg", "са" + letter).in("са" + base + " СА" + letter))
        .containsExactly(
            "са" + letter + "[са" + base + "] folded", "са" + letter + "[СА" + letter + "] exact");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ʻ", "ʼ", "‘", "’", "'", "`", "´"})
  void trap3_uzbekApostrophes_areOneLetter(String apostrophe) {
    Lexicon lexicon = in("uz", "oʻzbek", "bogʻ");
    assertThat(lexicon.in("O" + apostrophe + "zbek!"))
        .containsExactly("oʻzbek[O" + apostrophe + "zbek] exact");
    assertThat(lexicon.in("bog" + apostrophe + ", bog"))
        .containsExactly("bogʻ[bog" + apostrophe + "] exact", "bogʻ[bog] folded");
    assertThat(lexicon.in("ozbek")).containsExactly("oʻzbek[ozbek] folded");
  }

  @Test
  void trap4_mixedScripts_areRepairedBeforeCutting() {
    assertThat(in("en", "terror").in("теrror")).containsExactly("terror[теrror] evaded:lookalike");
    assertThat(in("en", "terror").in("ter\u200Bror"))
        .containsExactly("terror[ter\u200Bror] evaded:invisible");
    assertThat(in("en", "terror").in("t e r r o r"))
        .containsExactly("terror[t e r r o r] evaded:spaced");
  }

  @Test
  void trap5_oneScript_isNeverTakenForAnother() {
    assertThat(in("en", "cop").in("сор")).isEmpty();
    assertThat(in("ru", "террор").in("террор теppop"))
        .containsExactly("террор[террор] exact", "террор[теppop] evaded:lookalike");
  }

  @Test
  void trap6_inviteLinks_areNoWords() {
    assertThat(in("en", "abc").in("https://t.me/+AbC tg://join?invite=abc")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ښار,شار", "ډېر,ډیر", "غواړۍ,غواړی", "کور,كور", "ګل,گل"})
  void trap7_pashtoLetters_fold(String entry, String text) {
    assertThat(in("ps", entry).in(text)).containsExactly(entry + "[" + text + "] folded");
  }

  @Test
  void trap8_tajikLetters_foldToRussian() {
    assertThat(in("tg", "ҷаҳон").in("чахон ҶАҲОН"))
        .containsExactly("ҷаҳон[чахон] folded", "ҷаҳон[ҶАҲОН] exact");
  }

  @ParameterizedTest
  @CsvSource({
    "123,١٢٣",
    "123,۱۲۳",
    "احمد,أحمد",
    "على,علي",
    "مدرسة,مدرسه",
    "سلام,ســلام",
    "كتب,كَتَبَ",
  })
  void trap9_arabicFormsAndDigits_fold(String entry, String text) {
    assertThat(in("ar", entry).in(text)).containsExactly(entry + "[" + text + "] folded");
  }

  @Test
  void match_presentationForms_areExact() {
    assertThat(in("ar", "سلام").in("ﺳﻼﻡ")).containsExactly("سلام[ﺳﻼﻡ] exact");
  }

  @Test
  void match_persianHalfSpace_isASpace() {
    assertThat(in("fa", "می‌روم").in("می روم می‌روم"))
        .containsExactly("می‌روم[می روم] exact", "می‌روم[می‌روم] exact");
    assertThat(in("fa", "میروم").in("می‌روم")).containsExactly("میروم[می‌روم] evaded:invisible");
  }

  @ParameterizedTest
  @CsvSource({"ışık,IŞIK,exact", "istan,İSTAN,exact", "istan,ISTAN,folded", "ışık,işik,folded"})
  void match_turkishI_followsItsDots(String entry, String text, String how) {
    assertThat(in("tr", entry).in(text)).containsExactly(entry + "[" + text + "] " + how);
    assertThat(in("az", entry).in(text)).containsExactly(entry + "[" + text + "] " + how);
  }

  @ParameterizedTest
  @CsvSource({
    "en,attack,attacking",
    "en,bomb,BOMBS",
    "ru,бомба,бомбами",
    "ru,взрыв,взрывы",
    "ar,كتاب,الكتاب",
    "tr,bomba,bombalar",
    "fa,کتاب,کتابها",
    "uk,книга,книгами",
    "uk,вибух,вибухів",
    "uk,п'ять,п’ятьох",
    "uk,ґанок,ганку",
    "uk,ганок,ґанку",
  })
  void match_inflectedWord_byTheStemmer(String language, String entry, String text) {
    Lexicon lexicon = new Lexicon().with(entry, MatchMode.INFLECTED, language);
    assertThat(lexicon.in(text)).containsExactly(entry + "[" + text + "] inflected");
    assertThat(lexicon.in(text, language)).containsExactly(entry + "[" + text + "] inflected");
    assertThat(lexicon.in(entry)).containsExactly(entry + "[" + entry + "] exact");
  }

  @ParameterizedTest
  @CsvSource({
    "kk,кітап,кітаптар,тар",
    "uz,kitob,kitoblar,lar",
    "ky,китеп,китептер,тер",
    "tk,kitap,kitaplar,lar",
    "tg,китоб,китобҳо,ҳо",
    "az,kitab,kitablar,lar",
    "ps,کتاب,کتابونه,ونه",
    "uk,вигадослово,вигадословоми,ми",
  })
  void match_inflectedWord_bySuffixes(String language, String entry, String text, String suffix) {
    Lexicon lexicon = new Lexicon().with(entry, MatchMode.INFLECTED, language, suffix);
    assertThat(lexicon.in(text)).containsExactly(entry + "[" + text + "] inflected");
    assertThat(lexicon.in(text + "ццц")).isEmpty();
  }

  @Test
  void match_declaredLanguage_limitsEntries() {
    Lexicon lexicon = in("ru", "слово");
    assertThat(lexicon.in("слово", "ru-RU")).hasSize(1);
    assertThat(lexicon.in("слово", "")).hasSize(1);
    assertThat(lexicon.in("слово", "uk")).isEmpty();
    assertThat(in("fa", "سلام").in("سلام", "prs")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "attacking,att4cked,evaded:leet",
    "attacking,atttacked,evaded:repeated",
    "attacking,a t t a c k e d,evaded:spaced",
    "attacking,аttаcked,evaded:lookalike",
    "attacking,att@cked,evaded:leet",
    "attacking,àttackéd,folded",
    "kill,k1lled,evaded:leet",
    "kill,k.1.l.l.i.n.g,evaded:leet+spaced",
    "kill,kіll1ng,evaded:lookalike+leet",
  })
  void match_hiddenInflection_isFoundByItsStem(String word, String text, String how) {
    assertThat(Lexicon.of().with(word, MatchMode.INFLECTED, "en").in("x: " + text + "."))
        .containsExactly(word + "[" + text + "] " + how);
    assertThat(Lexicon.of(word).in("x: " + text + ".")).isEmpty();
  }

  @Test
  void match_hiddenRussianInflection_isFoundByItsStem() {
    assertThat(Lexicon.of().with("террор", MatchMode.INFLECTED, "ru").in("теppopом"))
        .containsExactly("террор[теppopом] evaded:lookalike");
    assertThat(Lexicon.of().with("дома", MatchMode.INFLECTED, "ru").in("д0мов")).hasSize(1);
    assertThat(Lexicon.of().with("дома", MatchMode.INFLECTED, "ru").in("с0мов")).isEmpty();
  }

  @Test
  void match_languageOfNoEntry_seesOnlyEntriesOfAnyLanguage() {
    Lexicon lexicon = in("und", "☭ 14words").with("terror", MatchMode.EXACT, "en");
    assertThat(lexicon.in("terror ☭ 14words", "fr")).containsExactly("☭ 14words[☭ 14words] exact");
    assertThat(lexicon.in("terror ☭ 14words", "en")).hasSize(2);
  }
}
