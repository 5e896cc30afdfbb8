package org.tocsin.jobs.detect;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  private record Place(String text, int position) {}

  @Test
  void around_textOfTheLimit_isWhole() {
    String text = "a".repeat(Excerpt.LENGTH);

    assertThat(Excerpt.around(text, Excerpt.LENGTH - 1)).isEqualTo(new Excerpt(text, 0));
  }

  @Test
  void around_middleOfALongText_showsWhatStandsBeforeAndBehind() {
    String text = "a".repeat(10_000);

    assertThat(Excerpt.around(text, 5_000).offset()).isEqualTo(4_000);
    assertThat(Excerpt.around(text, 5_000).text()).hasSize(Excerpt.LENGTH);
  }

  @Provide
  Arbitrary<Place> places() {
    // Fires around ordinary letters, so that any cut may fall into a pair.
    return Combinators.combine(
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(1_900, 5_000),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 9_999))
        .as(
            (before, pairs, behind, at) -> {
              String text = "a".repeat(before) + "\uD83D\uDD25".repeat(pairs) + "z".repeat(behind);
              int position = (int) ((long) at * text.length() / 10_000);
              return new Place(text, text.offsetByCodePoints(0, text.codePointCount(0, position)));
            })
        .filter(place -> place.position() < place.text().length());
  }

  @Property(tries = 500)
  void around_anyPlace_isABoundedPartOfWholeCharactersWithThePlaceInIt(
      @ForAll("places") Place place) {
    Excerpt excerpt = Excerpt.around(place.text(), place.position());
    int end = excerpt.offset() + excerpt.text().length();

    assertThat(excerpt.text()).isEqualTo(place.text().substring(excerpt.offset(), end));
    assertThat(excerpt.text().length()).isLessThanOrEqualTo(Excerpt.LENGTH);
    assertThat(place.position()).isBetween(excerpt.offset(), end - 1);
    assertThat(excerpt.text().codePoints())
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
