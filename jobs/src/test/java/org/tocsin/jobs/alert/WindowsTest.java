package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WindowsTest {
  @Test
  void start_firstAndLastMillisecond_areOfOnePane() {
    assertThat(Windows.start(60_000, 60_000)).isEqualTo(60_000);
    assertThat(Windows.start(119_999, 60_000)).isEqualTo(60_000);
    assertThat(Windows.start(120_000, 60_000)).isEqualTo(120_000);
  }

  @Property
  void start_anyTime_isThatOfANaiveLoop(
      @ForAll @IntRange(min = -5_000, max = 5_000) int at,
      @ForAll @IntRange(min = 1, max = 700) int length) {
    long start = 0;
    while (start > at) {
      start -= length;
    }
    while (start + length <= at) {
      start += length;
    }

    assertThat(Windows.start(at, length)).isEqualTo(start);
  }
}
