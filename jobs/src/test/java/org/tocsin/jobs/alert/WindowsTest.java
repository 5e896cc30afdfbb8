package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WindowsTest {
  @Test
  void end_firstAndLastMillisecond_areOfOneWindow() {
    assertThat(Windows.end(60_000, Duration.ofMinutes(1))).isEqualTo(120_000);
    assertThat(Windows.end(119_999, Duration.ofMinutes(1))).isEqualTo(120_000);
    assertThat(Windows.end(120_000, Duration.ofMinutes(1))).isEqualTo(180_000);
  }

  @Property
  void end_anyTime_isThatOfANaiveLoop(
      @ForAll @IntRange(min = -5_000, max = 5_000) int at,
      @ForAll @IntRange(min = 1, max = 700) int length) {
    long end = 0;
    while (end <= at) {
      end += length;
    }
    while (end - length > at) {
      end -= length;
    }

    assertThat(Windows.end(at, Duration.ofMillis(length))).isEqualTo(end);
  }
}
