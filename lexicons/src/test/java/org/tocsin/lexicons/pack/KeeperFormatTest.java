package org.tocsin.lexicons.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.events.Category;
import org.tocsin.lexicons.PackTexts;

class KeeperFormatTest {
  private static final String EXAMPLE =
      """
      examples:
        - text: "the red harbour"
          lang: en
          match: [red]
          category: arms
          span: red harbour
          how: exact
          context: [news, self-identification]
          note: why
      """;
  private static final String CONTEXT =
      """
      context:
        - tag: counter-speech
          languages: [en, ru]
          cues: [stop saying]
          mode: inflected
          scope: window
          before: 5
          after: 0
          lowers: 0.4
      """;

  @Test
  void parse_everyKey_isInTheRecords() {
    Pack pack = texts().file("examples.yaml", EXAMPLE).file("context.yaml", CONTEXT).packs().get(0);
    Entry entry = pack.entries().get(0);
    assertThat(entry.targetGroup()).isEqualTo("sailors");
    assertThat(entry.conditions())
        .isEqualTo(
            new Entry.Conditions(
                List.of("painting"), List.of("sale", "@g"), List.of("Red Harbour")));
    assertThat(pack.cues())
        .containsExactly(
            new ContextCue(
                ContextTag.COUNTER_SPEECH,
                List.of("en", "ru"),
                List.of("stop saying"),
                List.of(),
                MatchMode.INFLECTED,
                ContextCue.Scope.WINDOW,
                5,
                0,
                List.of(),
                0.4));
    assertThat(pack.examples())
        .containsExactly(
            new Example(
                "the red harbour",
                "en",
                List.of(),
                List.of("red"),
                false,
                List.of(),
                Category.ARMS,
                "red harbour",
                "exact",
                List.of(ContextTag.NEWS, ContextTag.SELF_IDENTIFICATION),
                "why",
                new Place("t/examples.yaml", 2, 5)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "match: [red]    | match: [rad]    | 4:12: no entry 'rad' in this pack (did you mean 'red'?)",
        "match: [red]    | no_match: true  | 4:15: expected either 'match'",
        "match: [red]    | no_match: maybe | 4:15: 'no_match' is 'maybe': expected true or false",
        "match: [red]    | entries: [red]  | 4:14: 'entries' goes with 'no_match: true'",
        "span: red       | span: blue      | 6:11: span 'blue harbour' is not in the text",
        "category: arms  | category: arm   | 5:15: 'category' is 'arm': expected one of",
        "[news,          | [newz,          | (did you mean 'news'?)",
        "note: why       | nota: why       | unknown key 'nota'",
      })
  void check_mistakeInExample_isToldWithItsPlace(String from, String to, String expected) {
    PackCheck check =
        Packs.check(texts().file("examples.yaml", EXAMPLE.replace(from, to)).source());
    assertThat(check.problems().toString()).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "tag: counter-speech | tag: counterspeech | (did you mean 'counter-speech'?)",
        "lowers: 0.4         | lowers: 1          | 'lowers' is '1': expected a number from 0.01 to 0.99",
        "lowers: 0.4         | ``                 | missing 'lowers'",
        "before: 5           | before: -5         | 'before' is '-5': expected a whole number of at least 0",
        "cues: [stop saying] | cues: []           | expected at least one word or phrase in 'cues'",
        "cues: [stop saying] | marks: ['«']       | marks '«': expected an opening and a closing mark",
        "cues: [stop saying] | marks: ['«»']      | 'before' says nothing about 'marks'",
      })
  void check_mistakeInContext_isTold(String from, String to, String expected) {
    PackCheck check = Packs.check(texts().file("context.yaml", CONTEXT.replace(from, to)).source());
    assertThat(check.problems().toString()).contains(expected);
  }

  @Test
  void check_unknownSetInConditions_isTold() {
    PackCheck check = Packs.check(texts().file("sets.yaml", "h: [x]").source());
    assertThat(check.problems()).singleElement().asString().contains("no set @g in sets.yaml");
    assertThat(check.placeOf("t@1", "red")).isEqualTo(new Place("t/entries.yaml", 2, 5));
  }

  @Test
  void check_setsOfContextAndTheReservedOne_areHeldToWhatThereIs() {
    PackCheck unknown =
        Packs.check(
            texts().file("context.yaml", CONTEXT.replace("[stop saying]", "[\"@h\"]")).source());
    assertThat(unknown.problems()).singleElement().asString().contains("no set @h in sets.yaml");
    PackCheck taken = Packs.check(texts().file("sets.yaml", "g: [x]\nwatchlist: [y]").source());
    assertThat(taken.problems())
        .singleElement()
        .asString()
        .contains("'watchlist' stands for the names of watchlists");
  }

  private static PackTexts texts() {
    return new PackTexts("en")
        .file("sets.yaml", "g: [x]")
        .entry(
            "red",
            "red harbour",
            ", target_group: sailors, unless: [painting], needs: [sale, \"@g\"], exceptions: [Red Harbour]");
  }
}
