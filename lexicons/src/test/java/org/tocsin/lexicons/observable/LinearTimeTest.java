package org.tocsin.lexicons.observable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile texts of 1 MB: counts the characters looked at beyond one look at each. */
class LinearTimeTest {
  private static final int SIZE = 1 << 20;

  /** The most looks at a character that any text has cost; a bound, not an aim. */
  private static final int LOOKS = 40;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3 ",
        "0xde709f2102306220921060314715629080e2fb77 usdt ",
        "7EYnhQoR9YM3N7UoaKRoA44Uy8JeaZV3qyouov87awMs ",
        "de709f2102306220921060314715629080e2fb77 ",
        "1Bv BMS EYs tWe tqT Fn5 Au4 m4G Fg7 xJa NVN3 ",
        "1 B ",
        "1a ",
        "DE89 ",
        "DE89370400440532013001 ",
        "DE89 3704 0044 0532 0130 0",
        "http://",
        "http://a.b",
        "a://",
        "a.",
        "a.com",
        "a@",
        "a@a.",
        "a.a@a.a.com@",
        "((((",
        "http://example.org/(((((((((",
        "[.]",
        "a[.]com ",
        "\u200Ba",
        "gift card ",
        "gift",
        "$a cashapp ",
        "EQ-_",
        "EQa-",
        "t.me/+",
        "0:",
        "bc1",
        "A",
        "a1",
        "\u0430",
        "\u043F\u043E\u0434\u0430\u0440\u043E\u0447",
        "-",
        "https://t.me/+a,",
      })
  void extract_hostileText_costsNoMoreThanItsLength(String unit) {
    ObservableExtractor extractor = new ObservableExtractor();
    String text = unit.repeat(SIZE / unit.length());
    extractor.extract(text, found -> {});
    assertThat(extractor.steps()).isLessThan((long) LOOKS * text.length());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void extract_randomMarksAndDigits_costsNoMoreThanItsLength(long seed) {
    String alphabet = "1AaTbcqx0. :/@-[](){}$+\u200B\u0430\n";
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(SIZE);
    for (int i = 0; i < SIZE; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    ObservableExtractor extractor = new ObservableExtractor();
    extractor.extract(text, found -> {});
    assertThat(extractor.steps()).isLessThan((long) LOOKS * SIZE);
  }
}
