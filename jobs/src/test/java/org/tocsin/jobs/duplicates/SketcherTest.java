package org.tocsin.jobs.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.events.PseudonymKey;

class SketcherTest {
  private static final String TEXT = "Seven wooden boats crossed the northern river before sunrise";
  private static final Sketcher SKETCHER = sketcher("a key of sixteen or more bytes");

  private static Sketcher sketcher(String key) {
    return new Sketcher(new PseudonymKey(key.getBytes(StandardCharsets.UTF_8)));
  }

  private static Sketch of(String text) {
    return Objects.requireNonNull(SKETCHER.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SEVEN wooden boats, crossed the northern river: before SUNRISE!!!",
        "@someone.example seven wooden boats crossed the northern river before sunrise",
        "@\u2022\u2022\u2022\u2022 seven wooden boats crossed the northern river before sunrise",
        "Seven wooden boats crossed the northern river before sunrise https://example.org/x?y=1",
        "Se\u200bven woo\u00adden boats cro\u2060ssed the northern ri\ufeffver before sunrise",
        "S\u00e9ven w\u00f6oden b\u0301oats crossed the northern river before sunrise",
        "\uff33even wooden boats crossed the northern river before sunrise",
        "sunrise before river northern the crossed boats wooden Seven seven"
      })
  void of_whatCopiesChange_isTheSame(String copy) {
    assertThat(of(copy)).isEqualTo(of(TEXT));
  }

  @Test
  void of_arabicWithMarks_isAsWithout() {
    assertThat(of("عَبَرَ القاربُ النهــر الشمالي قبل شروق الشمس"))
        .isEqualTo(of("عبر القارب النهر الشمالي قبل شروق الشمس"));
  }

  @Test
  void of_fewWords_isNone() {
    assertThat(SKETCHER.of("")).isNull();
    assertThat(SKETCHER.of("Stand up, stand up for us now, friends")).isNotNull();
    assertThat(SKETCHER.of("Stand up, stand up, stand up for us")).isNull();
    assertThat(SKETCHER.of("https://example.org/a/b/c/d/e/f @one @two")).isNull();
  }

  @Test
  void of_otherKey_isAnother() {
    Sketch other = Objects.requireNonNull(sketcher("another key of many bytes").of(TEXT));
    assertThat(other.similarity(of(TEXT))).isLessThan(0.5);
    assertThat(sketcher("a key of sixteen or more bytes").of(TEXT)).isEqualTo(of(TEXT));
  }

  @Test
  void similarity_manyTexts_estimatesTheSharedPart() {
    Random random = new Random(1);
    double sum = 0;
    for (int round = 0; round < 200; round++) {
      List<String> words = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        words.add("w" + (100_000 + random.nextInt(900_000)));
      }
      // 20 of 40 words shared: 20 of 60 distinct.
      List<String> other = new ArrayList<>(words.subList(0, 20));
      for (int i = 0; i < 20; i++) {
        other.add("v" + (100_000 + random.nextInt(900_000)));
      }
      Collections.shuffle(other, random);
      sum += of(String.join(" ", words)).similarity(of(String.join(" ", other)));
    }
    assertThat(sum / 200).isCloseTo(1.0 / 3, within(0.02));
  }

  @Test
  void parse_written_isEqual() {
    Sketch sketch = of(TEXT);
    assertThat(sketch.toString()).hasSize(96);
    assertThat(Sketch.parse(sketch.toString())).isEqualTo(sketch).hasSameHashCodeAs(sketch);
    assertThat(sketch.bands()).hasSize(Sketch.BANDS).doesNotHaveDuplicates();
    assertThat(Sketch.parse(sketch.toString()).bands()).isEqualTo(sketch.bands());
  }

  @Test
  void parse_another_isRefused() {
    assertThatThrownBy(() -> Sketch.parse("c2tldGNo"))
        .hasMessage("a sketch has 72 bytes; this one has 6");
    assertThatThrownBy(() -> Sketch.parse("not base64!"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
