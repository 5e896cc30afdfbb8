package org.tocsin.lexicons.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.lexicons.PackTexts;
import org.tocsin.lexicons.check.ExampleRunner.Failure;
import org.tocsin.lexicons.pack.Pack;
import org.tocsin.lexicons.pack.PackException;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.pack.Packs;

class ExampleRunnerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "red harbour | match: [red], category: arms, span: red harbour, how: exact | ''",
        "they reported red harbour | match: [red], context: [news] | ''",
        "blue lake   | match: [draft]                     | ''",
        "calm        | no_match: true                     | ''",
        "red harbour | no_match: true, entries: [draft]   | ''",
        "calm        | match: [red, draft]                | match of red; match of draft",
        "red harbour | match: [red], category: hate       | category hate",
        "red harbour | match: [red], span: red            | span red",
        "red harbour | match: [red], how: 'evaded:leet'   | how evaded:leet",
        "red harbour | match: [red], context: [news]      | context news",
        "red harbour | no_match: true                     | no match of red",
        "red harbour | no_match: true, entries: [red]     | no match of red",
      })
  void run_example_tellsWhatWasNotMet(String text, String keys, String unmet) {
    List<Failure> failures = run(text, keys);
    assertThat(failures.stream().flatMap(failure -> failure.expected().stream()))
        .isEqualTo(unmet.isEmpty() ? List.of() : List.of(unmet.split("; ")));
  }

  @Test
  void run_failure_showsWhatWasFound() {
    assertThat(run("they reported red harbour", "no_match: true"))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure.found())
                    .containsExactly("red [red harbour] exact, context news"));
  }

  @Test
  void run_shippedPacks_holds() throws PackException {
    List<Pack> packs = Packs.parse(PackSource.builtIn());
    ExampleRunner runner = new ExampleRunner(Revived.drafts(packs).bundle());
    assertThat(packs).allSatisfy(pack -> assertThat(runner.run(pack)).isEmpty());
  }

  private static List<Failure> run(String text, String keys) {
    List<Pack> packs =
        new PackTexts("en")
            .entry("red", "red harbour", "")
            .file(
                "entries-2.yaml",
                "entries:\n  - {id: draft, match: blue lake, category: arms, status: draft, meaning: m, source: s,"
                    + " added: 2026-01-01, review_by: 2027-01-01}\n")
            .file("context.yaml", "context:\n  - {tag: news, cues: [reported], lowers: 0.5}\n")
            .file("examples.yaml", "examples:\n  - {text: %s, %s}\n".formatted(text, keys))
            .packs();
    return new ExampleRunner(Revived.drafts(packs).bundle()).run(packs.get(0));
  }
}
