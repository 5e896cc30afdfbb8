package org.tocsin.lexicons.watchlist;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
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

  private static final List<NameUse> USES = List.of(NameUse.ALONE, NameUse.WEAK);

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

  /** Compiles the names. */
  WatchlistIndex(Watchlist list) {
    pack = pack(list);
    names = LexiconBundle.compile(List.of(names(list)));
    addAll(list);
  }

  /**
   * Takes names that are compiled.
   *
   * @throws IOException when they are not those of the watchlist
   */
  WatchlistIndex(Watchlist list, LexiconBundle compiled) throws IOException {
    pack = pack(list);
    names = compiled;
    Pack expected = names(list);
    if (!compiled.packs().equals(List.of(expected))) {
      throw new IOException("the compiled names are not those of watchlist " + list.digest());
    }
    addAll(list);
  }

  private static String pack(Watchlist list) {
    return "watchlist@" + list.digest().substring(0, SHORT_DIGEST);
  }

  /** The names that are looked for, as a pack; items of one use after the other. */
  private Pack names(Watchlist list) {
    List<Entry> entries = new ArrayList<>();
    for (WatchlistItem item : list.items()) {
      for (NameUse use : USES) {
        List<String> texts = item.names(use);
        if (!texts.isEmpty()) {
          entries.add(entry(item, texts, Watchlist.NAME_WEIGHT));
        }
      }
    }
    return new Pack(
        "watchlist",
        list.digest().substring(0, SHORT_DIGEST),
        "Names on watchlists",
        LANGUAGES,
        "",
        "",
        entries,
        Map.of(),
        List.of());
  }

  /** Everything but the names themselves. */
  private void addAll(Watchlist list) {
    Iterator<Entry> entries = names.packs().get(0).entries().iterator();
    Map<Observable, TreeSet<String>> listed = new HashMap<>();
    Map<String, WatchlistItem> items = new HashMap<>();
    for (WatchlistItem item : list.items()) {
      items.put(item.reference(), item);
      for (NameUse use : USES) {
        if (!item.names(use).isEmpty()) {
          Entry entry = entries.next();
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
