package org.tocsin.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {
  private static final List<String> KNOWN = List.of("weight", "window", "Text");

  @Test
  void nearWord_isHinted() {
    assertThat(DidYouMean.hint("wieght", KNOWN)).isEqualTo(" (did you mean 'weight'?)");
  }

  @Test
  void case_isNoDifference() {
    assertThat(DidYouMean.hint(" TEXT", KNOWN)).isEqualTo(" (did you mean 'Text'?)");
  }

  @Test
  void farWord_hasNoHint() {
    assertThat(DidYouMean.hint("severity", KNOWN)).isEmpty();
    assertThat(DidYouMean.hint("weight", List.of())).isEmpty();
  }
}
