package org.tocsin.lexicons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.lexicons.pack.Entry;

/** Queries run where their rarest word was seen, report spans, and are refused without one. */
class QueryTest {
  private static Lexicon query(String query) {
    return new Lexicon()
        .query(query)
        .sets(Map.of("group", List.of("northerners", "hill people"), "verb", List.of("remove")));
  }

  @Test
  void match_ordered_reportsTheSpan() {
    Lexicon lexicon = query("fn:maxgaps(2 fn:ordered(@verb @group))");
    assertThat(lexicon.in("We must REMOVE all the northerners now", "en"))
        .containsExactly(
            "fn:maxgaps(2 fn:ordered(@verb @group))[REMOVE all the northerners] exact");
    assertThat(lexicon.in("remove the Hill  People")).hasSize(1);
    assertThat(lexicon.in("northerners remove snow")).isEmpty();
    assertThat(lexicon.in("remove one two three northerners")).isEmpty();
  }

  @Test
  void mayMatch_wordsInAnyOrderAndLanguage_isAmongThem() {
    LexiconBundle bundle =
        new PackTexts("en")
            .file(
                "entries-2.yaml",
                "entries:\n  - {id: near, query: 'fn:notContaining(fn:ordered(old tower) film)',"
                    + " languages: [ru], category: arms, status: active, meaning: m, source: s,"
                    + " added: 2026-01-01, review_by: 2027-01-01}\n")
            .entry("phrase", "old tower", "")
            .bundle();
    assertThat(bundle.mayMatch("the tower of a film is old"))
        .extracting(Entry::id)
        .containsExactly("near");
    assertThat(bundle.mayMatch("the tower of a film")).isEmpty();
    assertThat(bundle.mayMatch("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "go back over the bridge, true",
    "go over the bridge, false",
    "back then the bridge fell, false",
    "leave the bridge, true",
    "a tower of stone, true",
    "a tower and a bridge, false",
    "leave the stone, false",
  })
  void mayMatch_rowsOfWordsAndFrames_areAskedAsAWhole(String text, boolean may) {
    LexiconBundle bundle =
        query(
                "fn:or(fn:ordered(fn:or(\"go back\" leave) bridge)"
                    + " fn:maxgaps(3 fn:ordered(tower stone)))")
            .bundle();
    assertThat(bundle.mayMatch(text)).hasSize(may ? 1 : 0);
  }

  @Test
  void match_atLeast_reportsTheSpan() {
    assertThat(query("fn:atLeast(2 wood stone brick)").in("brick and wood"))
        .containsExactly("fn:atLeast(2 wood stone brick)[brick and wood] exact");
    assertThat(query("fn:atLeast(2 wood stone brick)").in("brick and brick")).isEmpty();
  }

  @Test
  void match_fuzzyBesideARequiredWord_matches() {
    Lexicon lexicon = query("fn:unordered(depot fn:fuzzyTerm(harbour))");
    assertThat(lexicon.in("the harbor depot")).hasSize(1);
    assertThat(lexicon.in("the harbor")).isEmpty();
  }

  @Test
  void match_excludedWord_isNot() {
    Lexicon lexicon = query("fn:notContaining(fn:unordered(depot door) film)");
    assertThat(lexicon.in("depot door")).hasSize(1);
    assertThat(lexicon.in("depot film door")).isEmpty();
  }

  @Test
  void match_otherLanguage_isNot() {
    assertThat(query("fn:ordered(depot door)").in("depot door", "ru")).isEmpty();
  }

  @Test
  void match_booleanClauses_needTheRequired() {
    assertThat(query("+depot door").in("the depot")).hasSize(1);
    assertThat(query("+depot door").in("the door")).isEmpty();
  }

  @Test
  void compile_withoutRequiredWord_refusesAllAtOnce() {
    Lexicon lexicon =
        query("fn:fuzzyTerm(harbour)")
            .query("fn:or(a fn:wildcard(b*))")
            .query("fn:or(@none)")
            .query("fn:ordered(");
    assertThatThrownBy(lexicon::bundle)
        .isInstanceOfSatisfying(
            RefusedEntriesException.class,
            e -> assertThat(e.refusals()).extracting(r -> r.entry()).hasSize(4))
        .hasMessageContaining("test@1/fn:fuzzyTerm(harbour): no word is required")
        .hasMessageContaining("no set @none in its pack")
        .hasMessageContaining("the query cannot be read");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fn:maxgap(3 fn:ordered(hill people))|no function fn:maxgap (did you mean 'maxgaps'?)",
        "fn:ordered(hill|it ends within a bracket or quotation marks",
        "fn:maxgaps(x fn:ordered(hill people))|before 'x fn:ordered(hill people'",
        "hill \"people|it ends within a bracket or quotation marks",
        "hill ) people|before ') people'",
      })
  void compile_unreadableQuery_saysWhere(String query, String reason) {
    assertThatThrownBy(query(query)::bundle).hasMessageContaining(reason);
  }

  @Test
  void compile_unreadableQueryOverASet_doesNotPrintTheSet() {
    assertThatThrownBy(query("fn:ordered(remove @group fn:or(")::bundle)
        .hasMessageContaining("it ends within a bracket")
        .hasMessageNotContaining("northerners");
  }
}
