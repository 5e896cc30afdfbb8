package org.tocsin.cli.watchlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.lexicons.watchlist.Watchlist;
import org.tocsin.lexicons.watchlist.WatchlistItem;

/**
 * What changed between two watchlists, in order of references.
 *
 * @param added items that only the later one has
 * @param delisted items that only the earlier one has
 * @param changed items of both that differ
 */
record Difference(List<Item> added, List<Item> delisted, List<Changed> changed) {

  Difference {
    added = List.copyOf(added);
    delisted = List.copyOf(delisted);
    changed = List.copyOf(changed);
  }

  /**
   * An item.
   *
   * @param what its identifiers: what starts or ends to be a hit by itself
   */
  record Item(String reference, String title, List<String> what) {
    static Item of(WatchlistItem item) {
      return new Item(
          item.reference(),
          item.title(),
          item.identifiers().stream().map(one -> one.kind() + " " + one.value()).toList());
    }
  }

  /**
   * An item that is not what it was.
   *
   * @param title as it is
   * @param gained what it has and had not
   * @param lost what it had and has not
   */
  record Changed(String reference, String title, List<String> gained, List<String> lost) {}

  static Difference of(Watchlist old, Watchlist now) {
    Map<String, WatchlistItem> was = byReference(old);
    Map<String, WatchlistItem> is = byReference(now);
    List<Changed> changed = new ArrayList<>();
    is.forEach(
        (reference, item) -> {
          WatchlistItem before = was.get(reference);
          if (before != null && !before.equals(item)) {
            List<String> had = facts(before);
            List<String> has = facts(item);
            changed.add(new Changed(reference, item.title(), without(has, had), without(had, has)));
          }
        });
    return new Difference(only(is, was), only(was, is), changed);
  }

  private static List<Item> only(
      Map<String, WatchlistItem> here, Map<String, WatchlistItem> there) {
    return here.values().stream()
        .filter(item -> !there.containsKey(item.reference()))
        .map(Item::of)
        .toList();
  }

  private static Map<String, WatchlistItem> byReference(Watchlist list) {
    return list.items().stream()
        .collect(
            Collectors.toMap(
                WatchlistItem::reference,
                Function.identity(),
                (one, other) -> other,
                TreeMap::new));
  }

  private static List<String> without(List<String> all, List<String> others) {
    return all.stream().filter(fact -> !others.contains(fact)).toList();
  }

  private static List<String> facts(WatchlistItem item) {
    return Stream.of(
            Stream.of("kind " + item.kind()),
            item.programmes().stream().map(one -> "programme " + one),
            item.names().stream()
                .map(
                    name ->
                        "name %s (%s, %s)".formatted(name.text(), name.form(), name.use().label())),
            item.identifiers().stream()
                .map(one -> "%s %s (%s)".formatted(one.kind(), one.value(), one.label())))
        .flatMap(facts -> facts)
        .toList();
  }
}
