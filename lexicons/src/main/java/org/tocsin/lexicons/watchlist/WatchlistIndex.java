package org.tocsin.lexicons.watchlist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Category;
import org.tocsin.events.Observable;
import org.tocsin.events.Severity;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Evasion;
import org.tocsin.lexicons.pack.MatchMode;
import org.tocsin.lexicons.pack.Pack;

/** A watchlist, ready for looking things up. Immutable, shared by all threads. */
final class WatchlistIndex {
  private static final int SHORT_DIGEST = 12;

  /** The engine asks for some; texts are matched as of no declared language, so it bars nothing. */
  private static final List<String> LANGUAGES =
      List.of("en", "ru", "ar", "uk", "kk", "uz", "tg", "ky", "tk", "az", "fa", "ps", "tr");

  /** Entries have dates; what is generated has none of its own, and none is read. */
  private static final LocalDate NO_DAY = LocalDate.EPOCH;

  /** By value alone: nothing is put together to look one up. */
  private final Map<String, List<Exact>> exact = new HashMap<>();

  /** By identity: an entry is long. */
  private final Set<Entry> weak = Collections.newSetFromMap(new IdentityHashMap<>());

  private final LexiconBundle names;
  private final String pack;

  /**
   * A listed value.
   *
   * @param kind of observable
   * @param references of the items that list it, in order
   * @param entry under which a match is told
   */
  record Exact(String kind, List<String> references, Entry entry) {}

  WatchlistIndex(Watchlist list) {
    pack = "watchlist@" + list.digest().substring(0, SHORT_DIGEST);
    List<Entry> entries = new ArrayList<>();
    Map<Observable, TreeSet<String>> listed = new HashMap<>();
    Map<String, WatchlistItem> items = new HashMap<>();
    for (WatchlistItem item : list.items()) {
      items.put(item.reference(), item);
      for (NameUse use : List.of(NameUse.ALONE, NameUse.WEAK)) {
        List<String> texts =
            item.names().stream()
                .filter(name -> name.use() == use)
                .map(WatchlistItem.Name::text)
                .toList();
        if (!texts.isEmpty()) {
          Entry entry = entry(item, texts, 0);
          entries.add(entry);
          if (use == NameUse.WEAK) {
            weak.add(entry);
          }
        }
      }
      for (WatchlistItem.Identifier one : item.identifiers()) {
        listed
            .computeIfAbsent(
                new Observable(one.kind(), one.value(), 0, 0, null), unused -> new TreeSet<>())
            .add(item.reference());
      }
    }
    listed.forEach((value, references) -> add(value, List.copyOf(references), items));
    names =
        LexiconBundle.compile(
            List.of(
                new Pack(
                    "watchlist",
                    list.digest().substring(0, SHORT_DIGEST),
                    "Names on watchlists",
                    LANGUAGES,
                    "",
                    "",
                    entries,
                    Map.of(),
                    List.of())));
  }

  private void add(Observable value, List<String> references, Map<String, WatchlistItem> items) {
    WatchlistItem first = items.get(references.get(0));
    if (first != null) {
      exact
          .computeIfAbsent(value.value(), unused -> new ArrayList<>(1))
          .add(new Exact(value.kind(), references, entry(first, List.of(value.value()), 1)));
    }
  }

  private Entry entry(WatchlistItem item, List<String> match, double weight) {
    return new Entry(
        Watchlist.PREFIX + item.reference(),
        pack,
        Category.FINANCING,
        LANGUAGES,
        match,
        null,
        MatchMode.EXACT,
        List.of(),
        Set.of(Evasion.DIACRITICS, Evasion.TRANSLIT),
        weight == 1 ? Severity.P1 : Severity.P3,
        weight,
        Entry.Status.ACTIVE,
        "Listed %s: %s".formatted(item.kind(), item.title())
            + (item.programmes().isEmpty()
                ? ""
                : " (" + String.join(", ", item.programmes()) + ")"),
        List.of(),
        item.reference(),
        NO_DAY,
        NO_DAY,
        null,
        Entry.Conditions.NONE);
  }

  /** The listed value that an observable is; null when it is none. */
  @Nullable Exact listed(Observable observable) {
    List<Exact> known = exact.get(observable.value());
    if (known != null) {
      for (Exact one : known) {
        if (one.kind().equals(observable.kind())) {
          return one;
        }
      }
    }
    return null;
  }

  boolean isWeak(Entry entry) {
    return weak.contains(entry);
  }

  LexiconBundle names() {
    return names;
  }
}
