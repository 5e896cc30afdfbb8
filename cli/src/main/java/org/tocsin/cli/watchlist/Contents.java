package org.tocsin.cli.watchlist;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.lexicons.watchlist.Watchlist;
import org.tocsin.lexicons.watchlist.WatchlistItem;

/**
 * What a watchlist holds, in numbers.
 *
 * @param digest of the watchlist
 * @param sources that it was made from
 * @param items how many holders
 * @param kinds how many of each kind of holder
 * @param names how many, by use
 * @param identifiers how many, by kind of observable
 * @param mistyped how many identifiers have a form that their list's label does not name, as {@code
 *     XBT is tron}
 */
record Contents(
    String digest,
    List<Watchlist.Source> sources,
    int items,
    Map<String, Integer> kinds,
    Map<String, Integer> names,
    Map<String, Integer> identifiers,
    Map<String, Integer> mistyped) {

  /** Labels of the kinds of address that they name for sure. */
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("XBT", "btc"),
          Map.entry("BTC", "btc"),
          Map.entry("ETH", "eth"),
          Map.entry("LTC", "ltc"),
          Map.entry("TRX", "tron"),
          Map.entry("XMR", "xmr"),
          Map.entry("BCH", "bch"),
          Map.entry("DASH", "dash"),
          Map.entry("ZEC", "zec"),
          Map.entry("XRP", "xrp"),
          Map.entry("SOL", "sol"));

  Contents {
    sources = List.copyOf(sources);
  }

  static Contents of(Watchlist list) {
    Map<String, Integer> kinds = new TreeMap<>();
    Map<String, Integer> names = new TreeMap<>();
    Map<String, Integer> identifiers = new TreeMap<>();
    Map<String, Integer> mistyped = new TreeMap<>();
    for (WatchlistItem item : list.items()) {
      kinds.merge(item.kind(), 1, Integer::sum);
      item.names().forEach(name -> names.merge(name.use().label(), 1, Integer::sum));
      for (WatchlistItem.Identifier one : item.identifiers()) {
        identifiers.merge(one.kind(), 1, Integer::sum);
        if (!LABELS.getOrDefault(one.label(), one.kind()).equals(one.kind())) {
          mistyped.merge(one.label() + " is " + one.kind(), 1, Integer::sum);
        }
      }
    }
    return new Contents(
        list.digest(), list.sources(), list.items().size(), kinds, names, identifiers, mistyped);
  }

  void print(PrintWriter out) {
    sources.forEach(
        source ->
            out.printf("%s: %s, SHA-256 %s%n", source.title(), source.file(), source.sha256()));
    out.printf("%d items: %s%n", items, counts(kinds));
    out.printf("names: %s%n", counts(names));
    out.printf("identifiers: %s%n", counts(identifiers));
    if (!mistyped.isEmpty()) {
      out.printf("typed by their form, not their label: %s%n", counts(mistyped));
    }
    out.printf("watchlist %s%n", digest);
  }

  private static String counts(Map<String, Integer> counts) {
    return counts.isEmpty()
        ? "none"
        : String.join(
            ", ", counts.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).toList());
  }
}
