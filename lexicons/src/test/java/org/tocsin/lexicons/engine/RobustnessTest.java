package org.tocsin.lexicons.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.lexicons.Lexicon;
import org.tocsin.lexicons.pack.MatchMode;

/** No text breaks the matcher, costs more than in proportion to its length, or leaves garbage. */
class RobustnessTest {
  /** Letters and comparisons per character that no text may exceed, with the lexicon below. */
  private static final long MOST_STEPS = 40;

  private static final Engine ENGINE =
      Engine.of(
          List.of(
              Lexicon.of("kill", "kill them all", "k", "attack", "🇰🇿", "a b c", "كتاب", "ill")
                  .with("kil", MatchMode.PREFIX, "en")
                  .with("attacking", MatchMode.INFLECTED, "en")
                  .pack()));

  private static long steps(String text) {
    FusedMatcher matcher = (FusedMatcher) ENGINE.newMatcher();
    matcher.match(text, "und", (entry, start, end, how) -> {});
    return matcher.steps();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kill ",
        "k!",
        "k i l l ",
        "k.i.l.l ",
        "k*ll ",
        "k**l",
        "#KillThemAll",
        "#Aa",
        "a\u0301",
        "🇰",
        "🇰🇿",
        "1l",
        "@a.",
        "://",
        "www.",
        "k\u200B",
        "kill them ",
        "'k",
        "𝐤",
        "\uD83D",
        "l",
        "$k",
        "👩\u200D",
        "ك\u200C",
        "atatck ",
        "a b c ",
        "A1",
        "k!@l",
        "\u0000",
        "İI",
        "人",
        "\r\n",
      })
  void match_longMonotony_costsInProportion(String unit) {
    String text = unit.repeat(400_000 / unit.length());
    assertThat(steps(text)).isBetween((long) text.length(), text.length() * MOST_STEPS);
  }

  @Test
  void match_tenMegabytes_isFoundToTheEnd() {
    String text = "some words, k1ll them ".repeat(500_000) + "kill them all";
    int[] last = new int[1];
    ENGINE
        .newMatcher()
        .match(text, "en", (entry, start, end, how) -> last[0] = Math.max(last[0], end));
    assertThat(text.length()).isGreaterThan(10_000_000);
    assertThat(last[0]).isEqualTo(text.length());
  }

  @Test
  void match_empty_findsNothing() {
    assertThat(steps("")).isZero();
  }

  @Property(tries = 500)
  void match_anyUtf16_staysInProportion(@ForAll @StringLength(max = 300) String text) {
    assertThat(steps(text)).isBetween((long) text.length(), text.length() * MOST_STEPS);
  }

  @Test
  void match_withoutMatches_allocatesNothing() {
    FusedMatcher matcher = (FusedMatcher) ENGINE.newMatcher();
    List<String> texts =
        List.of(
            "a plain post, with 2012 numbers & punctuation!! https://example.org/x @someone",
            "день добрый, это обычный текст",
            "نص عادي هنا",
            "emoji 😀 and #HashTags too",
            "w0w c@sh");
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long allocated = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long before = threads.getThreadAllocatedBytes(id);
      for (int i = 0; i < 2_000; i++) {
        for (int t = 0; t < texts.size(); t++) {
          matcher.match(texts.get(t), "und", (entry, start, end, how) -> {});
        }
      }
      allocated = Math.min(allocated, threads.getThreadAllocatedBytes(id) - before);
    }
    assertThat(allocated).isLessThan(10_000);
  }
}
