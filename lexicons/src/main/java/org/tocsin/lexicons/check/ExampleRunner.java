package org.tocsin.lexicons.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.pack.ContextTag;
import org.tocsin.lexicons.pack.Example;
import org.tocsin.lexicons.pack.Pack;
import org.tocsin.lexicons.score.Scorer;
import org.tocsin.lexicons.score.Weighed;
import org.tocsin.lexicons.watchlist.Watchlist;
import org.tocsin.lexicons.watchlist.WatchlistBuilder;

/** Holds the examples of packs to what a bundle finds in them. */
public final class ExampleRunner {
  private final LexiconBundle bundle;
  private final Scorer scorer;

  /** Runs examples against a bundle: mostly one of {@link Revived#drafts}. */
  public ExampleRunner(LexiconBundle bundle) {
    this.bundle = bundle;
    scorer = new Scorer(bundle);
  }

  /**
   * An example that does not hold.
   *
   * @param example what was expected
   * @param expected each expectation that was not met, one line
   * @param found what matched instead, one line each
   */
  public record Failure(Example example, List<String> expected, List<String> found) {
    public Failure {
      expected = List.copyOf(expected);
      found = List.copyOf(found);
    }
  }

  /** The failures of one pack's examples. */
  public List<Failure> run(Pack pack) {
    return pack.examples().stream()
        .flatMap(example -> Stream.ofNullable(run(pack.name(), example)))
        .toList();
  }

  private @Nullable Failure run(String pack, Example example) {
    Scorer scorer = example.names().isEmpty() ? this.scorer : new Scorer(bundle, listed(example));
    scorer.match(example.text(), example.lang());
    List<Weighed> hits =
        scorer.weighed().stream().filter(hit -> hit.entry().pack().equals(pack)).toList();
    List<String> unmet = new ArrayList<>();
    if (example.noMatch()) {
      hits.stream()
          .map(hit -> hit.entry().id())
          .filter(id -> example.entries().isEmpty() || example.entries().contains(id))
          .distinct()
          .forEach(id -> unmet.add("no match of " + id));
    } else {
      expect(example, hits, unmet);
    }
    return unmet.isEmpty()
        ? null
        : new Failure(
            example, unmet, hits.stream().map(hit -> shown(hit, example.text())).toList());
  }

  private static Watchlist listed(Example example) {
    WatchlistBuilder builder = new WatchlistBuilder();
    for (String name : example.names()) {
      // One that is refused is there already: the reader of examples asks for letters.
      String unused = builder.name("example:1", "entity", List.of(), name, "primary", true);
    }
    return builder.build(List.of());
  }

  private static void expect(Example example, List<Weighed> hits, List<String> unmet) {
    for (String id : example.match()) {
      if (hits.stream().noneMatch(hit -> hit.entry().id().equals(id))) {
        unmet.add("match of " + id);
      }
    }
    List<Weighed> named =
        example.match().isEmpty()
            ? hits
            : hits.stream().filter(hit -> example.match().contains(hit.entry().id())).toList();
    any(named, hit -> hit.entry().category() == example.category())
        .unless(example.category(), "category", unmet);
    any(named, hit -> surface(hit, example.text()).equals(example.span()))
        .unless(example.span(), "span", unmet);
    any(named, hit -> hit.how().equals(example.how())).unless(example.how(), "how", unmet);
    for (ContextTag tag : example.context()) {
      any(named, hit -> hit.contexts().stream().anyMatch(context -> context.tag() == tag))
          .unless(tag.label(), "context", unmet);
    }
  }

  private static Answer any(List<Weighed> hits, Predicate<Weighed> holds) {
    return new Answer(hits.stream().anyMatch(holds));
  }

  /** Whether an expectation was met. */
  private record Answer(boolean met) {
    void unless(@Nullable Object expected, String what, List<String> unmet) {
      if (expected != null && !met) {
        String shown =
            expected instanceof org.tocsin.events.Category category
                ? category.label()
                : expected.toString();
        unmet.add(what + " " + shown);
      }
    }
  }

  private static String surface(Weighed hit, String text) {
    return text.substring(hit.start(), hit.end());
  }

  private static String shown(Weighed hit, String text) {
    List<String> tags = hit.contexts().stream().map(context -> context.tag().label()).toList();
    return "%s [%s] %s%s"
        .formatted(
            hit.entry().id(),
            surface(hit, text),
            hit.how(),
            tags.isEmpty() ? "" : ", context " + String.join(", ", tags));
  }

  /** The bundle that examples are run against. */
  public LexiconBundle bundle() {
    return bundle;
  }
}
