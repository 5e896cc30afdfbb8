package org.tocsin.lexicons.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.PackTexts;
import org.tocsin.lexicons.score.Finding;
import org.tocsin.lexicons.score.Scorer;

class QuotesTest {
  private static final LexiconBundle BUNDLE =
      new PackTexts("en")
          .entry("red", "red harbour", ", weight: 0.4")
          .file(
              "context.yaml",
              "context:\n  - {tag: quotation, marks: ['«»', '„“', '“”', '‘’', '\"\"'], lowers: 0.5}\n")
          .bundle();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        // Each kind of mark, with the passage as evidence.
        "she wrote \"the red harbour burns\" again | \"the red harbour burns\"",
        "she wrote «red harbour»                   | «red harbour»",
        "„red harbour“ sagte sie                   | „red harbour“",
        "they shout “red harbour”                  | “red harbour”",
        "they shout ‘we don’t like red harbour’    | ‘we don’t like red harbour’",
        // The innermost of nested passages.
        "he said «she said “red harbour” to us»    | “red harbour”",
        "he said «she said “no” of red harbour»    | «she said “no” of red harbour»",
        // The match is outside, or partly so.
        "\"calm\" red harbour \"calm\" he said      | ~~",
        "“calm” red harbour “calm” he said         | ~~",
        "he said \"red\" harbour                   | ~~",
        "he said \"red harbour                     | ~~",
        "he said red harbour\"                     | ~~",
        "they don’t like red harbour, it’s bad     | ~~",
        // A quotation of the whole post quotes nobody.
        "\"red harbour\"                           | ~~",
        "\"red harbour\" #now @you https://x.example | ~~",
        "\"red harbour\" they shout                | \"red harbour\"",
      })
  void findings_marks_areAContextOfWhatTheyEnclose(String text, String evidence) {
    Finding finding = finding(text);
    if (evidence.isEmpty()) {
      assertThat(finding.context()).isEmpty();
      assertThat(finding.score()).isEqualTo(0.4);
    } else {
      assertThat(finding.context()).containsExactly("quotation");
      assertThat(finding.score()).isEqualTo(0.2);
      assertThat(finding.contextEvidence())
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.text()).isEqualTo(evidence);
                assertThat(text.substring(found.start(), found.end())).isEqualTo(evidence);
              });
    }
  }

  @Test
  void findings_passage_endsAtAnEmptyLineAndAfterAThousandLetters() {
    assertThat(finding("he said \"red harbour\nburns\"").context()).hasSize(1);
    assertThat(finding("he said \"so\n\nred harbour burns\"").context()).isEmpty();
    assertThat(finding("he said \"" + "so ".repeat(320) + "red harbour\"").context()).hasSize(1);
    assertThat(finding("he said \"" + "so ".repeat(340) + "red harbour\"").context()).isEmpty();
  }

  @Test
  void findings_textAfterText_forgetsThePassageOfTheLast() {
    Scorer scorer = new Scorer(BUNDLE);
    scorer.match("\"red harbour\" said", "en");
    assertThat(scorer.findings("\"red harbour\" said").get(0).context()).hasSize(1);
    scorer.match("\"red harbour\"", "en");
    assertThat(scorer.findings("\"red harbour\"").get(0).context()).isEmpty();
  }

  @Test
  void findings_veryManyMatchesAndMarks_isFast() {
    String text = "\"red harbour\" ".repeat(10_000) + "said";
    Scorer scorer = new Scorer(BUNDLE);
    scorer.match(text, "en");
    assertThat(scorer.findings(text).get(0).context()).isEqualTo(List.of("quotation"));
  }

  private static Finding finding(String text) {
    Scorer scorer = new Scorer(BUNDLE);
    scorer.match(text, "en");
    return scorer.findings(text).get(0);
  }
}
