package org.tocsin.lexicons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** A query matches where an obvious reading of it does: every span is tried. */
class QueryOracleTest {
  private static final List<String> WORDS = List.of("red", "blue", "stone", "river", "old", "and");

  /** Part of a query, and every span {from, to} of a text that it takes. */
  interface Part {
    String query();

    List<int[]> spans(List<String> text);
  }

  record Words(List<String> words) implements Part {
    @Override
    public String query() {
      return words.size() == 1 ? words.get(0) : '"' + String.join(" ", words) + '"';
    }

    @Override
    public List<int[]> spans(List<String> text) {
      List<int[]> spans = new ArrayList<>();
      for (int from = 0; from + words.size() <= text.size(); from++) {
        if (text.subList(from, from + words.size()).equals(words)) {
          spans.add(new int[] {from, from + words.size()});
        }
      }
      return spans;
    }
  }

  record Any(List<Part> parts) implements Part {
    @Override
    public String query() {
      return call("fn:or", parts);
    }

    @Override
    public List<int[]> spans(List<String> text) {
      return parts.stream().flatMap(part -> part.spans(text).stream()).toList();
    }
  }

  record Near(int width, boolean ordered, List<Part> parts) implements Part {
    @Override
    public String query() {
      String call = call(ordered ? "fn:ordered" : "fn:unorderedNoOverlaps", parts);
      return "fn:maxwidth(%d %s)".formatted(width, call);
    }

    @Override
    public List<int[]> spans(List<String> text) {
      List<int[]> spans = parts.get(0).spans(text);
      for (Part part : parts.subList(1, parts.size())) {
        List<int[]> longer = new ArrayList<>();
        for (int[] span : spans) {
          for (int[] next : part.spans(text)) {
            if (span[1] <= next[0] || (!ordered && next[1] <= span[0])) {
              longer.add(new int[] {Math.min(span[0], next[0]), Math.max(span[1], next[1])});
            }
          }
        }
        spans = longer;
      }
      return spans.stream().filter(span -> span[1] - span[0] <= width).toList();
    }
  }

  record Apart(int positions, Part part, Part from) implements Part {
    @Override
    public String query() {
      return "fn:notWithin(%s %d %s)".formatted(part.query(), positions, from.query());
    }

    @Override
    public List<int[]> spans(List<String> text) {
      List<int[]> others = from.spans(text);
      return part.spans(text).stream()
          .filter(
              span ->
                  others.stream()
                      .allMatch(o -> span[1] + positions <= o[0] || o[1] + positions <= span[0]))
          .toList();
    }
  }

  private static String call(String function, List<Part> parts) {
    return parts.stream().map(Part::query).collect(Collectors.joining(" ", function + "(", ")"));
  }

  @Property(tries = 2_000, seed = "11")
  void match_anyQuery_asTheObviousReading(
      @ForAll("queries") Part part, @ForAll("texts") List<String> text) {
    List<String> found = new Lexicon().query(part.query()).in(String.join(" ", text));
    assertThat(found.isEmpty())
        .as("%s in %s: %s", part.query(), text, found)
        .isEqualTo(part.spans(text).isEmpty());
  }

  @Provide
  Arbitrary<Part> queries() {
    Arbitrary<Part> words = Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(2).map(Words::new);
    Arbitrary<Part> any = words.list().ofMinSize(2).ofMaxSize(4).map(Any::new);
    Arbitrary<Part> leaf = Arbitraries.frequencyOf(Tuple.of(1, words), Tuple.of(2, any));
    Arbitrary<Part> near =
        Combinators.combine(
                Arbitraries.integers().between(2, 7),
                Arbitraries.of(true, false),
                leaf.list().ofSize(2))
            .as(Near::new);
    Arbitrary<Part> three =
        Combinators.combine(Arbitraries.integers().between(3, 9), leaf.list().ofSize(3))
            .as((width, parts) -> new Near(width, true, parts));
    Arbitrary<Part> apart =
        Combinators.combine(
                Arbitraries.integers().between(0, 3), Arbitraries.oneOf(near, leaf), leaf)
            .as(Apart::new);
    Arbitrary<Part> shapes = Arbitraries.oneOf(near, three, apart);
    return Arbitraries.oneOf(shapes, shapes.list().ofMinSize(2).ofMaxSize(3).map(Any::new));
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(12);
  }
}
