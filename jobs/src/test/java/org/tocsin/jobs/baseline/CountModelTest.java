package org.tocsin.jobs.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CountModelTest {
  /** The tail by its definition: one minus the sum of the recurrence of probabilities. */
  private static double summed(int count, double mean, double dispersion) {
    double r = 1 / dispersion;
    double x = mean / (mean + r);
    double term = Math.pow(1 - x, r);
    double below = 0;
    for (int k = 0; k < count; k++) {
      below += term;
      term *= (k + r) / (k + 1) * x;
    }
    return 1 - below;
  }

  @Property(seed = "1", tries = 500)
  void atLeast_anyModel_isTheSumOfItsProbabilities(
      @ForAll @IntRange(max = 200) int count,
      @ForAll @DoubleRange(min = 0.01, max = 100) double mean,
      @ForAll @DoubleRange(min = 0.01, max = 3) double dispersion) {
    assertThat(CountModel.atLeast(count, mean, dispersion))
        .isCloseTo(summed(count, mean, dispersion), within(1e-9));
  }

  @Test
  void atLeast_farOut_keepsItsDigits() {
    // Summed from the top, k = 100 to 599: far below what 1 - sum can tell from 0.
    assertThat(CountModel.atLeast(100, 5, 0.1)).isCloseTo(2.251613e-37, withinPercentage(0.01));
  }

  @Test
  void atLeast_noDispersion_isPoisson() {
    assertThat(CountModel.atLeast(1, 2, 0)).isCloseTo(1 - Math.exp(-2), within(1e-12));
    assertThat(CountModel.atLeast(2, 2, 0)).isCloseTo(1 - 3 * Math.exp(-2), within(1e-12));
    assertThat(CountModel.atLeast(9, 4, 1e-8)).isCloseTo(CountModel.atLeast(9, 4, 0), within(1e-6));
  }

  @Test
  void atLeast_nothing_isCertain() {
    assertThat(CountModel.atLeast(0, 3, 0.2)).isEqualTo(1);
  }
}
