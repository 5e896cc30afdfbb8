package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.jobs.alert.RehearsalRunner.Failure;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.pack.Pack;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.pack.Packs;

/** Examples of rules: what holds, and how what does not is told. */
class RehearsalRunnerTest {
  private static final String PACK =
      """
      id: t
      version: 1
      title: T
      languages: [en]
      owner: o
      licence: Apache-2.0
      review_by: 2027-01-01
      """;
  private static final String ENTRIES =
      """
      entries:
        - id: red
          match: red harbour
          category: arms
          weight: 0.5
          status: active
          meaning: m
          source: b
          added: 2026-01-01
          review_by: 2027-01-01
      """;
  private static final String RULES =
      """
      rules:
        - id: r
          title: R
          on: {categories: [arms]}
          window: 10m
          pane: 1m
          when: {posts: 3, authors: 2}
          severity: P3
          steps: [{when: {posts: 5}, severity: P1}]
          resolve: {quiet_panes: 10}
          status: draft
      """;
  private static final String EXAMPLES =
      """
      examples:
        - rules: [r]
          posts: [{times: 3, every: 50s, authors: 2, text: the red harbour}]
          alerts: [{rule: r, severity: P3, posts: 3, group: {category: arms}}]
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "P3,               | P3,               | ``                              | ``",
        "times: 3          | times: 5          | alert of r, P3, arms, 3 posts   | alert of r, P3, arms en, 3 posts",
        "severity: P3, po  | severity: P1, po  | alert of r, P1, arms, 3 posts   | alert of r, P3, arms en, 3 posts",
        "the red harbour   | the blue harbour  | alert of r, P3, arms, 3 posts   | ``",
        "authors: 2,       | authors: 1,       | alert of r, P3, arms, 3 posts   | ``",
        "category: arms}}] | category: hate}}] | alert of r, P3, hate, 3 posts   | alert of r, P3, arms en, 3 posts",
        "alerts: [{rule: r, severity: P3, posts: 3, group: {category: arms}}] | alerts: [] | `` | alert of r, P3, arms en, 3 posts",
        "text: the red harbour | category: arms | ``                             | ``",
      })
  void run_example_tellsWhatIsMissingAndWhatIsTooMuch(
      String from, String to, String missing, String surplus) throws Exception {
    TreeMap<String, String> files = new TreeMap<>();
    files.put("t/pack.yaml", PACK);
    files.put("t/entries.yaml", ENTRIES);
    files.put("t/rules.yaml", RULES);
    files.put("t/examples.yaml", EXAMPLES.replace(from, to));
    List<Pack> packs = Packs.parse(new PackSource(files));
    List<Failure> failures = new RehearsalRunner(LexiconBundle.compile(packs)).run(packs.get(0));

    if (missing.isEmpty() && surplus.isEmpty()) {
      assertThat(failures).isEmpty();
    } else {
      assertThat(failures).hasSize(1);
      assertThat(String.join("\n", failures.get(0).missing())).isEqualTo(missing);
      assertThat(String.join("\n", failures.get(0).surplus())).startsWith(surplus);
      assertThat(failures.get(0).surplus().isEmpty()).isEqualTo(surplus.isEmpty());
    }
  }
}
