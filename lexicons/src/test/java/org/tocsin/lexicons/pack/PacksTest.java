package org.tocsin.lexicons.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.events.Category;
import org.tocsin.events.Severity;

class PacksTest {
  private static final String PACK =
      """
      id: demo
      version: "2"
      title: Demo
      languages: [en]
      owner: keepers
      licence: Apache-2.0
      review_by: 2027-01-01
      """;
  private static final String ENTRIES =
      """
      entries:
        - id: a.first
          match: [alpha beta, gamma]
          mode: inflected
          category: arms
          weight: 0.25
          status: active
          meaning: What it means.
          benign: [a harmless sense]
          source: A book.
          added: 2026-01-01
          review_by: 2027-01-01
      """;
  private static final String RULES =
      """
      rules:
        - id: r
          title: Rule
          on: {categories: [arms], min_score: 0.2, languages: [en]}
          group_by: [category, platform]
          window: 10m
          when: {posts: 3, authors: 2}
          severity: P2
          samples: 5
          status: active
      """;

  @Test
  void parse_everyKey_isInTheRecords() throws PackException {
    Pack pack = packs(PACK, ENTRIES, RULES).get(0);
    assertThat(pack.name()).isEqualTo("demo@2");
    assertThat(pack.entries())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.id()).isEqualTo("a.first");
              assertThat(entry.pack()).isEqualTo("demo@2");
              assertThat(entry.match()).containsExactly("alpha beta", "gamma");
              assertThat(entry.mode()).isEqualTo(MatchMode.INFLECTED);
              assertThat(entry.category()).isEqualTo(Category.ARMS);
              assertThat(entry.languages()).containsExactly("en");
              assertThat(entry.weight()).isEqualTo(0.25);
              assertThat(entry.evasions()).doesNotContain(Evasion.TRANSLIT).contains(Evasion.LEET);
              assertThat(entry.reviewBy()).isEqualTo(LocalDate.of(2027, 1, 1));
            });
    AlertRule rule = pack.rules().get(0);
    assertThat(rule.name()).isEqualTo("demo@2/r");
    assertThat(rule.on()).isEqualTo(AlertRule.On.of(List.of(Category.ARMS), List.of("en"), 0.2));
    assertThat(rule.groupBy())
        .containsExactly(AlertRule.GroupBy.CATEGORY, AlertRule.GroupBy.PLATFORM);
    assertThat(rule.window()).isEqualTo(Duration.ofMinutes(10));
    assertThat(rule.when())
        .isEqualTo(AlertRule.When.of(new AlertRule.Counts(3, 2, null, null, null)));
    assertThat(rule.pane()).isEqualTo(rule.window());
    assertThat(rule.life()).isEqualTo(AlertRule.Life.DEFAULT);
    assertThat(rule.severity()).isEqualTo(Severity.P2);
    assertThat(rule.samples()).isEqualTo(5);
  }

  @Test
  void parse_manyMistakes_tellsAllWithPlaces() {
    String entries =
        ENTRIES
            .replace("weight: 0.25", "weight: 2")
            .replace("category: arms", "category: arm")
            .replace("meaning:", "meanin:")
            .replace("review_by: 2027-01-01", "review_by: soon");
    String rules =
        RULES.replace("window: 10m", "window: 10 min").replace("{posts: 3, authors: 2}", "{}");
    PackException problems =
        catchThrowableOfType(PackException.class, () -> packs(PACK, entries, rules));
    assertThat(problems.problems().stream().map(Problem::toString))
        .containsExactlyInAnyOrder(
            "demo/entries.yaml:2:5: missing 'meaning'",
            "demo/entries.yaml:5:15: 'category' is 'arm': expected one of hate, propaganda, glorification, recruitment,"
                + " incitement, financing, arms, cyber, instructional (did you mean 'arms'?)",
            "demo/entries.yaml:6:13: 'weight' is '2': expected a number from 0.01 to 1",
            "demo/entries.yaml:8:5: unknown key 'meanin': expected id, match, query, category, languages, mode, severity,"
                + " evasions, status, weight, suffixes, meaning, benign, source, added, review_by, target_group,"
                + " unless, needs, exceptions (did you mean 'meaning'?)",
            "demo/entries.yaml:12:16: 'review_by' is 'soon': expected a date such as 2026-11-24",
            "demo/rules.yaml:6:13: 'window' is '10 min': expected a duration such as 90s, 10m, 1h or 1d",
            "demo/rules.yaml:7:11: 'when' asks for nothing: expected posts, authors, platforms, channels, weight,"
                + " observables, share, near_duplicates, rate, cooccur, sequence, silent or first_seen");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "version: \"2\"  | version: [1]    | 'version' is a list: expected a text",
        "languages: [en] | languages: []   | expected at least one language",
        "owner: keepers  | ownr: keepers   | unknown key 'ownr'",
        "title: Demo     | title:          | 'title' is empty",
        "title: Demo     | \"title: {\"    | not valid YAML",
        "title: Demo     | \"id: twice\"   | Duplicate field 'id'",
      })
  void parse_mistakeInPack_isTold(String from, String to, String expected) {
    assertThatThrownBy(() -> packs(PACK.replace(from, to.replace("\"", "")), ENTRIES, RULES))
        .isInstanceOf(PackException.class)
        .hasMessageContaining(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "match: [alpha beta, gamma] | match: []            | expected either 'match' (words or phrases) or 'query'",
        "match: [alpha beta, gamma] | match: [a, {b: c}]   | 'match' holds a mapping: expected texts",
        "weight: 0.25               | severity: P1         | severity P1: a lone term is never above P3",
        "weight: 0.25               | languages: [English] | language 'English': expected a two- or three-letter code",
        "id: a.first                | id: A first          | id 'A first': expected lower-case letters",
        "added: 2026-01-01          | added: 2028-01-01    | review_by 2027-01-01 is before added 2028-01-01",
      })
  void parse_mistakeInEntry_isTold(String from, String to, String expected) {
    assertThatThrownBy(() -> packs(PACK, ENTRIES.replace(from, to), RULES))
        .isInstanceOf(PackException.class)
        .hasMessageContaining(expected);
  }

  @Test
  void parse_sameIdTwice_namesBothPlaces() {
    String twice = ENTRIES + ENTRIES.lines().skip(1).reduce("", (text, line) -> text + line + "\n");
    assertThatThrownBy(() -> packs(PACK, twice, RULES))
        .hasMessage(
            "demo/entries.yaml:13:9: id 'a.first' stands already at demo/entries.yaml:2: each is unique");
  }

  @Test
  void read_folderWithoutPack_saysSo(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> Packs.read(folder.resolve("none")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none");
    assertThatThrownBy(() -> Packs.read(folder)).hasMessageContaining("holds no pack");
    Files.createDirectory(folder.resolve("a"));
    Files.writeString(folder.resolve("a/entries.yaml"), "entries: []");
    assertThatThrownBy(() -> Packs.read(folder)).hasMessageContaining("holds no pack");
  }

  @Test
  void read_onePackOrItsParent_isTheSame(@TempDir Path folder) throws Exception {
    Path pack = Files.createDirectory(folder.resolve("demo"));
    Files.writeString(pack.resolve("pack.yaml"), PACK);
    Files.writeString(pack.resolve("entries.yaml"), ENTRIES);
    assertThat(Packs.read(pack)).isEqualTo(Packs.read(folder)).hasSize(1);
  }

  @Test
  void builtIn_isClean() throws PackException {
    assertThat(Packs.parse(PackSource.builtIn())).extracting(Pack::id).contains("hate");
  }

  private static List<Pack> packs(String pack, String entries, String rules) throws PackException {
    return Packs.parse(
        new PackSource(
            new TreeMap<>(
                Map.of(
                    "demo/pack.yaml",
                    pack,
                    "demo/entries.yaml",
                    entries,
                    "demo/rules.yaml",
                    rules))));
  }
}
