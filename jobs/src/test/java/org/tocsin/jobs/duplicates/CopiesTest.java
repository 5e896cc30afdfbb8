package org.tocsin.jobs.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.events.PseudonymKey;

/** How well pairs of copies are found among synthetic families and unrelated texts. */
class CopiesTest {
  private static final int FAMILIES = 40;
  private static final int COPIES = 6;
  private static final int UNRELATED = 400;
  private static final Sketcher SKETCHER = new Sketcher(new PseudonymKey(new byte[32]));

  /** A text with its family; unrelated texts have families of their own. */
  private record Text(int family, Sketch sketch, List<String> bands) {}

  /**
   * Pairs within a family are two copies that were each edited on their own, so differ by up to
   * twice the share.
   */
  @Property(seed = "5", tries = 10)
  void pairs_editedByFifteenPercent_areFoundAndNoOthers(
      @ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
    Counts counts = count(texts(seed, 0.15));
    assertThat(counts.recall()).isGreaterThanOrEqualTo(0.9);
    assertThat(counts.precision()).isGreaterThanOrEqualTo(0.98);
  }

  @Property(seed = "6", tries = 3)
  void pairs_exactCopies_areAllFound(@ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
    assertThat(count(texts(seed, 0)).recall()).isEqualTo(1);
  }

  /** The figures of the package's note; printed, and held roughly. */
  @ParameterizedTest
  @CsvSource({"0, 1", "0.05, 0.99", "0.1, 0.97", "0.15, 0.9", "0.2, 0.85", "0.3, 0.6"})
  void pairs_moreAndMoreEdited_areFoundLessAndLess(double edits, double least) {
    Counts counts = count(texts(1, edits));
    System.out.printf(
        "edits %.2f: recall %.3f, precision %.4f%n", edits, counts.recall(), counts.precision());
    assertThat(counts.recall()).isGreaterThanOrEqualTo(least);
    assertThat(counts.precision()).isGreaterThanOrEqualTo(0.98);
  }

  private static List<Text> texts(long seed, double edits) {
    Copying copying = new Copying(seed);
    List<Text> texts = new ArrayList<>();
    for (int family = 0; family < FAMILIES; family++) {
      List<String> original = copying.text();
      for (int i = 0; i < COPIES; i++) {
        add(texts, family, copying.written(copying.copy(original, edits)));
      }
    }
    for (int i = 0; i < UNRELATED; i++) {
      add(texts, FAMILIES + i, copying.written(copying.text()));
    }
    return texts;
  }

  private static void add(List<Text> texts, int family, String text) {
    Sketch sketch = Objects.requireNonNull(SKETCHER.of(text));
    texts.add(new Text(family, sketch, sketch.bands()));
  }

  private static Counts count(List<Text> texts) {
    int copies = 0;
    int found = 0;
    int right = 0;
    for (int i = 0; i < texts.size(); i++) {
      for (int j = 0; j < i; j++) {
        Text one = texts.get(i);
        Text other = texts.get(j);
        boolean family = one.family == other.family;
        boolean told =
            !Collections.disjoint(one.bands, other.bands)
                && one.sketch.similarity(other.sketch) >= Sketch.COPY;
        copies += family ? 1 : 0;
        found += told ? 1 : 0;
        right += told && family ? 1 : 0;
      }
    }
    return new Counts((double) right / copies, (double) right / found);
  }

  private record Counts(double recall, double precision) {}
}
