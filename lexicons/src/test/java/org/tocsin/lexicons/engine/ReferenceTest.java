package org.tocsin.lexicons.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tocsin.lexicons.Lexicon;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Evasion;
import org.tocsin.lexicons.pack.MatchMode;
import org.tocsin.lexicons.pack.Pack;

/**
 * The engine finds what the reference finds, at the same places, whatever lexicon and text. A build
 * tries the same cases each time; {@code -Dtocsin.property.tries=200000} tries so many others, by a
 * random seed that a failure names and {@code -Dtocsin.property.seed} takes.
 */
class ReferenceTest {
  private static final List<String> WORDS =
      List.of(
          "kill",
          "kil",
          "go",
          "god",
          "good",
          "lie",
          "ally",
          "қазақ",
          "казак",
          "террор",
          "terror",
          "don't",
          "йод",
          "k",
          "ice",
          "88",
          "c4",
          "straße",
          "🔫",
          "كتاب",
          "سلام",
          "ıi",
          "attack",
          "attacks",
          "attacking",
          "these",
          "theses",
          "hoping",
          "hopping",
          "killing",
          "дома");

  private static final List<String> BITS =
      List.of(
          " ",
          " ",
          " ",
          ".",
          "-",
          "*",
          "!",
          "$",
          "@",
          "#",
          "\u200B",
          "\u00AD",
          "\u200C",
          "\u200D",
          "'",
          "’",
          "\u0301",
          "\uFE0F",
          "1",
          "0",
          "3",
          "4",
          "!!",
          "|",
          "\n",
          "\r\n",
          "  ",
          "а",
          "е",
          "о",
          "р",
          "с",
          "A",
          "I",
          "İ",
          "l",
          "i",
          "o",
          "d",
          "k",
          "🇰",
          "🇮",
          "🅰️",
          "🔫",
          "👩‍👩‍👧",
          "\uD83D",
          "\uDE00",
          "𝐤",
          "ⓛ",
          "ﬁ",
          "ß",
          "http://",
          "www.",
          "_",
          ":",
          "://",
          "人",
          "١",
          "ـ",
          "ы",
          "K",
          "É",
          "\u0000",
          "$$",
          "€");

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> hidden =
        Combinators.combine(
                Arbitraries.of(WORDS),
                Arbitraries.integers().between(0, 12),
                Arbitraries.integers().between(0, 6))
            .as(ReferenceTest::hide);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, Arbitraries.of(WORDS)),
            net.jqwik.api.Tuple.of(4, hidden),
            net.jqwik.api.Tuple.of(5, Arbitraries.of(BITS)))
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }

  private static String hide(String word, int way, int at) {
    int i = Math.min(at, word.length() - 1);
    String head = word.substring(0, i);
    String tail = word.substring(i);
    return switch (way) {
      case 0 -> String.join(" ", word.split("", -1)).strip();
      case 1 -> String.join(".", word.split("(?<=.)", -1));
      case 2 -> head + tail.charAt(0) + tail.charAt(0) + tail;
      case 3 -> word.replace('i', '1').replace('o', '0').replace('e', '3');
      case 4 -> word.replace('o', 'о').replace('e', 'е').replace('c', 'с');
      case 5 -> head + "\u200B" + tail;
      case 6 -> head + "*" + tail.substring(1);
      case 7 -> word.toUpperCase(java.util.Locale.ROOT);
      case 8 -> head + "\u0301" + tail;
      case 9 -> head + tail.substring(1);
      case 10 ->
          head
              + tail.substring(1, Math.min(2, tail.length()))
              + tail.charAt(0)
              + tail.substring(Math.min(2, tail.length()));
      case 11 -> word + (at % 2 == 0 ? "s" : "ing");
      default -> word.replace('i', '!').replace('l', '|');
    };
  }

  @Provide
  Arbitrary<List<Entry>> lexicons() {
    Arbitrary<String> phrases =
        Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(3).map(w -> String.join(" ", w));
    Set<Evasion> all = EnumSet.complementOf(EnumSet.of(Evasion.TRANSLIT));
    Arbitrary<Set<Evasion>> evasions =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, Arbitraries.just(all)),
            net.jqwik.api.Tuple.of(1, Arbitraries.of(all).set()));
    Arbitrary<List<String>> languages =
        Arbitraries.of(List.of("kk"), List.of("en"), List.of("ru", "en"), List.of("ar"));
    return Combinators.combine(phrases, Arbitraries.of(MatchMode.class), evasions, languages)
        .as(
            (phrase, mode, allowed, spoken) ->
                Lexicon.entry(
                    phrase + "/" + mode + spoken + allowed,
                    spoken,
                    List.of(phrase),
                    null,
                    mode,
                    List.of("s", "ing", "лар"),
                    allowed))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Property(tries = 1000, seed = "20261124")
  void match_anyLexiconAndText_likeTheReference(
      @ForAll("lexicons") List<Entry> lexicon, @ForAll("texts") String text) {
    compare(lexicon, text, "fixed");
  }

  @Test
  @EnabledIfSystemProperty(named = "tocsin.property.tries", matches = "\\d+")
  void match_manyMoreLexiconsAndTexts_likeTheReference() {
    String seed = System.getProperty("tocsin.property.seed", "" + System.nanoTime());
    Random random = new Random(Long.parseLong(seed));
    JqwikSession.run(
        () -> {
          RandomGenerator<List<Entry>> lexicons = lexicons().generator(1000);
          RandomGenerator<String> texts = texts().generator(1000);
          for (int i = Integer.getInteger("tocsin.property.tries", 0); i > 0; i--) {
            compare(lexicons.next(random).value(), texts.next(random).value(), seed);
          }
        });
  }

  private static void compare(List<Entry> lexicon, String text, String seed) {
    assertThat(engine(lexicon, text))
        .as("%s in \"%s\", seed %s", lexicon.stream().map(Entry::id).toList(), escaped(text), seed)
        .isEqualTo(ReferenceMatcher.find(lexicon, text));
  }

  private static List<String> engine(List<Entry> lexicon, String text) {
    List<String> lines = new ArrayList<>();
    Engine.of(List.of(pack(lexicon)))
        .newMatcher()
        .match(
            text,
            "und",
            (entry, start, end, how) ->
                lines.add(
                    String.format("%08d %08d %04d %s", start, end, number(lexicon, entry), how)));
    return lines;
  }

  private static Pack pack(List<Entry> entries) {
    return new Pack(
        "test", "1", "Test", List.of("kk"), "tests", "Apache-2.0", entries, Map.of(), List.of());
  }

  // Equal entries may be there twice.
  @SuppressWarnings("ReferenceEquality")
  private static int number(List<Entry> lexicon, Entry entry) {
    for (int i = 0; i < lexicon.size(); i++) {
      if (lexicon.get(i) == entry) {
        return i;
      }
    }
    throw new AssertionError("not an entry of the lexicon: " + entry.id());
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.chars()
        .forEach(
            c ->
                out.append(
                    c >= ' ' && c < 0x7F ? String.valueOf((char) c) : String.format("\\u%04X", c)));
    return out.toString();
  }
}
