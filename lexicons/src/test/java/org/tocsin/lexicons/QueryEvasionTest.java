package org.tocsin.lexicons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.lexicons.pack.Evasion;
import org.tocsin.lexicons.pack.MatchMode;

/** Queries see what phrases see: words that hide and words that are inflected, as entries allow. */
class QueryEvasionTest {
  private static final Set<Evasion> ALL = EnumSet.allOf(Evasion.class);
  private static final String QUERY = "fn:maxgaps(1 fn:ordered(remove @group))";

  private static Lexicon query(MatchMode mode, Set<Evasion> evasions, String... suffixes) {
    return new Lexicon()
        .query(QUERY, mode, "en", evasions, suffixes)
        .sets(Map.of("group", List.of("northerners", "hill people", "can't", "🏔 folk")));
  }

  private static List<String> how(Lexicon lexicon, String text) {
    return lexicon.in(text).stream().map(line -> line.replace(QUERY, "")).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"red old blue stone", "red oldbluestone", "red stone"})
  void match_longerAlternativeThatMayBeJoined_isSeen(String text) {
    String query = "fn:maxgaps(0 fn:ordered(red fn:or(\"old blue stone\" stone)))";
    assertThat(new Lexicon().query(query, MatchMode.EXACT, "en", ALL).in(text)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "remove the northerners,exact",
    "rém0ve the northerners,evaded:diacritics+leet",
    "remove the n0rtherners,evaded:leet",
    "remоve the northerners,evaded:lookalike",
    "r e m o v e the northerners,evaded:spaced",
    "r.e.m.o.v.e northerners,evaded:spaced",
    "remove n o r t h e r n e r s,evaded:spaced",
    "r e m o v e  n o r t h e r n e r s,evaded:spaced",
    "rem*ve the northernerssss,evaded:repeated+masked",
    "removve the northerners,evaded:typo",
    "rem\u200Bove the nórtherners,evaded:diacritics+invisible",
    "remove the hillpeople,evaded:joined",
    "remove the h1ll people,evaded:leet",
    "remove the cant,folded",
    "🅡🅔🅜🅞🅥🅔 northerners,evaded:emoji",
  })
  void match_hiddenWords_areSeenAndNamed(String text, String how) {
    List<String> found = how(query(MatchMode.EXACT, ALL), "we " + text + " now");
    assertThat(found).containsExactly("[" + text + "] " + how);
    assertThat(how(query(MatchMode.EXACT, Set.of()), text)).hasSize(how.equals("exact") ? 1 : 0);
  }

  /** Lucene keeps alternatives in an order of its own, another in each process. */
  @ParameterizedTest
  @ValueSource(strings = {"fn:or(naïve naive)", "fn:ordered(fn:or(naïve naive) plan)"})
  void match_alternativesThatAreOneWord_thePlainestIsTold(String query) {
    Lexicon lexicon = new Lexicon().query(query, MatchMode.EXACT, "en", ALL);
    assertThat(lexicon.in("a naive plan")).singleElement().asString().endsWith("exact");
  }

  @Test
  void match_hashtags_areReadInWordsAndAsAWhole() {
    Lexicon lexicon = query(MatchMode.EXACT, ALL);
    assertThat(how(lexicon, "#RemoveNortherners")).containsExactly("[RemoveNortherners] exact");
    assertThat(how(lexicon, "#Remove_The_Hill_People")).hasSize(1);
    assertThat(how(lexicon, "remove #HillPeople")).containsExactly("[remove #HillPeople] exact");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "removed the northerners",
        "r e m o v e one two northerners",
        "remove one two n o r t h e r n e r s",
        "northerners r e m o v e",
        "bremove northerners",
        "remove the hill",
      })
  void match_otherText_isNot(String text) {
    assertThat(how(query(MatchMode.EXACT, ALL), text)).isEmpty();
  }

  @Test
  void match_oneEvasionOnly_isKeptApartByEntry() {
    Lexicon lexicon =
        new Lexicon()
            .query("fn:ordered(remove house)", MatchMode.EXACT, "en", Set.of(Evasion.LEET))
            .query("fn:unordered(remove house)", MatchMode.EXACT, "en", Set.of(Evasion.SPACED));
    assertThat(lexicon.in("rem0ve house"))
        .containsExactly("fn:ordered(remove house)[rem0ve house] evaded:leet");
    assertThat(lexicon.in("remove h o u s e"))
        .containsExactly("fn:unordered(remove house)[remove h o u s e] evaded:spaced");
    assertThat(lexicon.in("rem0ve h o u s e")).isEmpty();
  }

  @Test
  void match_inflected_byStemAndSuffix() {
    assertThat(how(query(MatchMode.INFLECTED, ALL), "they removed a northerner"))
        .containsExactly("[removed a northerner] inflected");
    assertThat(how(query(MatchMode.INFLECTED, ALL, "let"), "remove the northernerslet")).hasSize(1);
    assertThat(how(query(MatchMode.EXACT, ALL), "they removed a northerner")).isEmpty();
    Lexicon russian =
        new Lexicon().query("fn:ordered(старый дом)", MatchMode.INFLECTED, "ru", Set.of());
    assertThat(russian.in("у старого дома")).hasSize(1);
  }

  @Test
  void match_inflectedPartOfAPhrase_isNotInItsWay() {
    String query = "fn:phrase(@group go)";
    Lexicon lexicon =
        new Lexicon()
            .query(query, MatchMode.INFLECTED, "en", Set.of())
            .sets(Map.of("group", List.of("hill", "hills people")));
    assertThat(lexicon.in("the hills people go")).hasSize(1);
    assertThat(lexicon.in("the hills went, hills go")).hasSize(1);
  }

  @Test
  void match_folds_ofRussianAndArabic() {
    Lexicon lexicon =
        new Lexicon()
            .query("fn:ordered(её дом)", MatchMode.EXACT, "ru", ALL)
            .query("fn:ordered(أحمد كتاب)", MatchMode.EXACT, "ar", ALL);
    assertThat(lexicon.in("ее дом")).containsExactly("fn:ordered(её дом)[ее дом] folded");
    assertThat(lexicon.in("احمد كتاب")).hasSize(1);
  }

  @Test
  void match_beginningOfAWord_asPartAndAsTrigger() {
    String query = "fn:ordered(fn:wildcard(north*) road)";
    Lexicon lexicon = new Lexicon().query(query, MatchMode.EXACT, "en", ALL);
    assertThat(lexicon.in("the n0rthern road"))
        .containsExactly(query + "[n0rthern road] evaded:leet");
    assertThat(new Lexicon().query("fn:or(north* fn:wildcard(south*))").in("a southern wind"))
        .hasSize(1);
    assertThat(new Lexicon().query("+north* +wind").in("a northern wind")).hasSize(2);
  }

  @Test
  void match_patternsOverManyWords_doNotFail() {
    String text =
        IntStream.range(0, 3000).mapToObj(i -> "a" + i + "x").collect(Collectors.joining(" "));
    assertThat(new Lexicon().query("fn:ordered(end fn:wildcard(a*x))").in("end " + text))
        .hasSize(1);
    assertThat(new Lexicon().query("fn:ordered(end fn:fuzzyTerm(a10x))").in("end " + text))
        .hasSize(1);
  }

  @Test
  void match_excludedWord_isSeenWhenHidden() {
    String query = "fn:notWithin(fn:ordered(remove house) 2 game)";
    Lexicon lexicon = new Lexicon().query(query, MatchMode.EXACT, "en", ALL);
    assertThat(lexicon.in("remove the house")).hasSize(1);
    assertThat(lexicon.in("g4me: remove the house")).isEmpty();
    assertThat(lexicon.in("g a m e: remove the house")).isEmpty();
  }

  @Test
  void match_otherLanguage_isNot() {
    assertThat(query(MatchMode.EXACT, ALL).in("rem0ve northerners", "ru")).isEmpty();
    assertThat(query(MatchMode.EXACT, ALL).in("rem0ve northerners", "en")).hasSize(1);
  }

  @Test
  void match_translit_isOptIn() {
    Lexicon lexicon = new Lexicon().query("fn:ordered(взрыв дом)", MatchMode.EXACT, "ru", ALL);
    assertThat(lexicon.in("vzryv dom"))
        .containsExactly("fn:ordered(взрыв дом)[vzryv dom] evaded:translit");
  }

  @Test
  void match_afterAHugeText_isTheSame() {
    Matcher matcher = query(MatchMode.EXACT, ALL).bundle().newMatcher();
    String huge = "some words ".repeat(10_000) + "rem0ve northerners";
    for (String text : List.of("remove northerners", huge, "remove northerners")) {
      assertThat(Lexicon.matches(matcher, text, "en")).hasSize(1);
    }
  }
}
