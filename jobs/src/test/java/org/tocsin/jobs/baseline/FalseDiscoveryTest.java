package org.tocsin.jobs.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {
  /** Table 1 of Benjamini and Hochberg (1995): 15 tests, at 0.05 the first four. */
  private static final double[] PAPER = {
    0.0459, 0.0001, 0.3240, 0.0004, 0.4262, 0.0019, 0.5719, 0.0095, 0.6528, 0.0201, 0.7590, 0.0278,
    1.000, 0.0298, 0.0344
  };

  @Test
  void cutoff_exampleOfThePaper_isItsFourth() {
    assertThat(FalseDiscovery.cutoff(PAPER, PAPER.length, 0.05)).isEqualTo(0.0095);
  }

  @Test
  void accept_exampleOfThePaper_acceptsFour() {
    boolean[] accepted = FalseDiscovery.accept(PAPER, 0.05);
    for (int i = 0; i < PAPER.length; i++) {
      assertThat(accepted[i]).isEqualTo(PAPER[i] <= 0.0095);
    }
  }

  @Test
  void cutoff_largeValuesLeftOut_isTheSame() {
    double[] small = {0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459};
    assertThat(FalseDiscovery.cutoff(small, PAPER.length, 0.05)).isEqualTo(0.0095);
  }

  @Test
  void cutoff_nothingSmall_acceptsNothingNotEvenZero() {
    assertThat(FalseDiscovery.cutoff(new double[] {0.5, 0.9}, 2, 0.05)).isNegative();
    assertThat(FalseDiscovery.cutoff(new double[0], 1_000, 0.05)).isNegative();
    assertThat(FalseDiscovery.accept(new double[0], 0.05)).isEmpty();
    assertThat(FalseDiscovery.accept(new double[] {0}, 0.05)).containsExactly(true);
  }

  @Test
  void accept_manyPanes_keepsTheShareOfFalseOnes() {
    Random random = new Random(1);
    double share = 0;
    int panes = 2_000;
    for (int pane = 0; pane < panes; pane++) {
      double[] p = new double[100];
      for (int i = 0; i < p.length; i++) {
        p[i] = i < 10 ? random.nextDouble() * 1e-4 : random.nextDouble();
      }
      boolean[] accepted = FalseDiscovery.accept(p, 0.1);
      int chance = 0;
      int all = 0;
      for (int i = 0; i < p.length; i++) {
        all += accepted[i] ? 1 : 0;
        chance += accepted[i] && i >= 10 ? 1 : 0;
      }
      share += all == 0 ? 0 : (double) chance / all;
    }
    assertThat(share / panes).isBetween(0.05, 0.1);
  }

  @Test
  void ceiling_shortPane_isItsPartOfTheHour() {
    assertThat(FalseDiscovery.ceiling(0.0012, Duration.ofMinutes(5)))
        .isCloseTo(0.0001, within(1e-12));
  }

  @Test
  void cutoff_wrongNumbers_areRefused() {
    assertThatThrownBy(() -> FalseDiscovery.cutoff(new double[3], 2, 0.1))
        .hasMessage("2 tested, but 3 p-values given");
    assertThatThrownBy(() -> FalseDiscovery.cutoff(new double[1], 1, 1))
        .hasMessageContaining("q 1");
  }
}
