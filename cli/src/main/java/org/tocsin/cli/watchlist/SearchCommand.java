package org.tocsin.cli.watchlist;

import java.io.PrintWriter;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.cli.card.Ink;
import org.tocsin.lexicons.watchlist.WatchlistItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds items of a watchlist. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Finds items one of whose names, addresses, programmes or references holds all words, in any case,",
      "with or without diacritics."
    })
public final class SearchCommand implements Callable<Integer> {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  @Parameters(arity = "1..*", paramLabel = "WORDS", description = "What to look for.")
  private List<String> words = List.of();

  @Mixin private WatchlistFiles files = new WatchlistFiles();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private @Nullable CommandSpec spec;

  /** What is printed for programs. */
  private record Found(List<WatchlistItem> items) {}

  @Override
  public Integer call() {
    List<String> sought = words.stream().map(SearchCommand::folded).toList();
    List<WatchlistItem> found =
        files.read().items().stream().filter(item -> holds(item, sought)).toList();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (json.asked()) {
      json.print(out, new Found(found));
    } else {
      found.forEach(
          item ->
              out.printf(
                  "%s  %s, %s%n", item.reference(), item.kind(), Ink.harmless(item.title())));
      out.printf("%d items%n", found.size());
    }
    out.flush();
    return 0;
  }

  private static boolean holds(WatchlistItem item, List<String> sought) {
    return Stream.of(
            Stream.of(item.reference()),
            item.programmes().stream(),
            item.names().stream().map(WatchlistItem.Name::text),
            item.identifiers().stream().map(WatchlistItem.Identifier::value))
        .flatMap(texts -> texts)
        .map(SearchCommand::folded)
        .anyMatch(text -> sought.stream().allMatch(text::contains));
  }

  private static String folded(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
