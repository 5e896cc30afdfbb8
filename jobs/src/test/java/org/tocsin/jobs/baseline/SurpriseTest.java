package org.tocsin.jobs.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tocsin.jobs.baseline.Expectation.Levels;

class SurpriseTest {
  private static final Expectation USUAL =
      new Expectation(10, 0.06, true, new Levels(0.25, 0.25, 0.25, 0.25));

  @Test
  void test_more_isSurprising() {
    Surprise surprise = Surprise.test(26, USUAL);
    assertThat(surprise.z()).isCloseTo(4, within(1e-9));
    assertThat(surprise.p()).isLessThan(0.002);
    assertThat(surprise.ratio()).isCloseTo(2.6, within(1e-9));
    assertThat(surprise.expected()).isEqualTo(10);
    assertThat(surprise.coldStart()).isTrue();
  }

  @Test
  void test_fewer_isNot() {
    assertThat(Surprise.test(0, USUAL).p()).isEqualTo(1);
    assertThat(Surprise.test(2, USUAL).z()).isEqualTo(-2);
  }

  @Test
  void test_moreAndMore_isLessAndLessLikely() {
    for (int posts = 1; posts < 100; posts++) {
      assertThat(Surprise.test(posts, USUAL).p()).isLessThan(Surprise.test(posts - 1, USUAL).p());
    }
  }
}
