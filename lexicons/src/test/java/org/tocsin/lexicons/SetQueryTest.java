package org.tocsin.lexicons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets of any size, nested anyhow, keep every alternative in sight. */
class SetQueryTest {
  private static final List<String> GROUP =
      List.of("northerners", "hill", "hill people", "the old hill people");

  private static Lexicon query(String query, Map<String, List<String>> sets) {
    return new Lexicon().query(query).sets(sets);
  }

  private static List<String> phrases(String head, int count) {
    List<String> phrases = new ArrayList<>(List.of(head));
    IntStream.range(0, count).forEach(i -> phrases.add(head + " " + head + i + " people"));
    return phrases;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fn:maxgaps(1 fn:ordered(fn:or(wood stone brick) house))",
        "fn:maxgaps(1 fn:ordered(fn:atLeast(1 wood stone brick) house))",
        "fn:maxgaps(1 fn:ordered(@material house))",
        "fn:maxgaps(1 fn:ordered(fn:or(fn:or(wood stone) fn:or(brick)) house))",
        "fn:maxgaps(1 fn:ordered(fn:atLeast(1 @material) house))",
        "fn:maxwidth(3 fn:unordered(@material house))",
      })
  void match_firstAlternativeOutOfReach_laterOneIsSeen(String query) {
    Lexicon lexicon = query(query, Map.of("material", List.of("wood", "stone", "brick")));
    assertThat(lexicon.in("wood is not stone and so on; a brick made house"))
        .containsExactly(query + "[brick made house] exact");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "remove hill",
        "remove hill people",
        "remove the old hill people",
        "remove northerners"
      })
  void match_alternativeWithinAnother_bothAreSeen(String text) {
    String query = "fn:phrase(remove @group today)";
    assertThat(query(query, Map.of("group", GROUP)).in("they " + text + " today"))
        .containsExactly(query + "[" + text + " today] exact");
    assertThat(query(query, Map.of("group", GROUP)).in("they " + text + " not today")).isEmpty();
  }

  @Test
  void match_atLeastTwo_doesNotStopAtTheFirst() {
    String query = "fn:maxgaps(0 fn:atLeast(2 wood stone brick))";
    assertThat(query(query, Map.of()).in("wood or stone or a brick stone wall"))
        .containsExactly(query + "[brick stone] exact");
  }

  @Test
  void match_setsOfHundredsOfPhrases_areNotMultiplied() {
    Map<String, List<String>> sets =
        Map.of("a", phrases("red", 400), "b", phrases("blue", 400), "c", phrases("green", 400));
    String query = "fn:maxgaps(2 fn:ordered(@a @b fn:or(@c @a)))";
    assertThat(query(query, sets).in("red red399 people and blue blue7 people green green0 people"))
        .hasSize(1);
    assertThat(query(query, sets).in("red red399 people, blue blue7 people, red"))
        .containsExactly(query + "[red red399 people, blue blue7 people, red] exact");
    assertThat(query(query, sets).in("blue blue7 people red red399 people green")).isEmpty();
  }

  @Test
  void match_thousandsOfWords_areAllSeen() {
    List<String> words = IntStream.range(0, 5000).mapToObj(i -> "w" + i + "x").toList();
    assertThat(query("fn:ordered(@many end)", Map.of("many", words)).in("w4999x to the end"))
        .hasSize(1);
  }

  @Test
  void compile_tooManyClauses_isRefusedByName() {
    String clauses =
        IntStream.range(0, 2000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    assertThatThrownBy(query("+door " + clauses, Map.of())::bundle)
        .isInstanceOf(RefusedEntriesException.class)
        .hasMessageContaining("test@1/+door")
        .hasMessageContaining("more than 1,024 clauses");
  }

  @Test
  void compile_tooManyCombinations_isRefusedByName() {
    String any =
        IntStream.range(0, 40)
            .mapToObj(i -> "fn:ordered(a" + i + " b" + i + ")")
            .collect(Collectors.joining(" ", "fn:or(", ")"));
    assertThatThrownBy(
            query("fn:maxgaps(3 fn:ordered(" + any + any.replace("a", "c") + "))", Map.of())
                ::bundle)
        .isInstanceOf(RefusedEntriesException.class)
        .hasMessageContaining("test@1/fn:maxgaps")
        .hasMessageContaining("Too many disjunctions");
  }

  @Test
  void compile_nestedTooDeeply_isRefusedByName() {
    String deep = "fn:ordered(".repeat(20_000) + "a" + ")".repeat(20_000);
    assertThatThrownBy(query(deep, Map.of())::bundle).isInstanceOf(RefusedEntriesException.class);
  }
}
