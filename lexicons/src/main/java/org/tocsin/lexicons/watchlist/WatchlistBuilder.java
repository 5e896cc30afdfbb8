package org.tocsin.lexicons.watchlist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Observable;
import org.tocsin.lexicons.observable.ObservableExtractor;

/** A watchlist in the making. One thread. */
public final class WatchlistBuilder {
  private static final String UNKNOWN = "other";

  private final Map<String, Parts> items = new LinkedHashMap<>();
  private final ObservableExtractor extractor = new ObservableExtractor();

  private record Parts(
      String kind,
      Set<String> programmes,
      Map<String, WatchlistItem.Name> names,
      Map<String, WatchlistItem.Identifier> identifiers) {}

  /**
   * Adds a name.
   *
   * @param reference of the item, with its list
   * @param kind of the item, see {@link WatchlistItem#kind}
   * @param programmes of the item
   * @param name as listed
   * @param form see {@link WatchlistItem.Name#form}
   * @param sure false when the list says that the name alone identifies nobody
   * @return why it was not added; null when it was
   */
  public @Nullable String name(
      String reference,
      String kind,
      List<String> programmes,
      String name,
      String form,
      boolean sure) {
    if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return "a name without a letter or digit";
    }
    NameUse use = NameUse.of(name, sure, kind.equals("individual"));
    Map<String, WatchlistItem.Name> names = parts(reference, kind, programmes).names();
    String key = name.toLowerCase(Locale.ROOT);
    WatchlistItem.Name known = names.get(key);
    if (known != null && known.use().compareTo(use) <= 0) {
      return "a name that %s has already".formatted(reference);
    }
    names.put(key, new WatchlistItem.Name(name, known == null ? form : known.form(), use));
    return known == null
        ? null
        : "a name that %s has already, in better quality".formatted(reference);
  }

  /**
   * Adds an identifier.
   *
   * @param label what the list calls it
   * @param value as listed
   * @return why it was not added; null when it was
   */
  public @Nullable String identifier(
      String reference, String kind, List<String> programmes, String label, String value) {
    Observable found = typed(label, value.strip());
    if (found == null) {
      return "no form in which posts are searched for addresses";
    }
    WatchlistItem.Identifier identifier =
        new WatchlistItem.Identifier(found.kind(), found.value(), label);
    WatchlistItem.Identifier known =
        parts(reference, kind, programmes)
            .identifiers()
            .putIfAbsent(found.kind() + " " + found.value(), identifier);
    return known == null ? null : "an identifier that %s has already".formatted(reference);
  }

  /**
   * Adds programmes to an item; does nothing when nothing was added of it so far.
   *
   * @param reference of the item, with its list
   */
  public void programmes(String reference, List<String> programmes) {
    Parts known = items.get(reference);
    if (known != null) {
      known.programmes().addAll(programmes);
    }
  }

  /**
   * A value as observables have it.
   *
   * @param label what the list calls it
   * @return null when it has no form that posts are searched for
   */
  public @Nullable String canonical(String label, String value) {
    Observable found = typed(label, value.strip());
    return found == null ? null : found.value();
  }

  /** The whole value as an observable; the label is the context that Solana's addresses need. */
  private @Nullable Observable typed(String label, String value) {
    String text = label + " " + value;
    List<Observable> found = new ArrayList<>();
    extractor.extract(text, found::add);
    return found.stream()
        .filter(one -> one.start() == label.length() + 1 && one.end() == text.length())
        .filter(ObservableExtractor::isFinancing)
        .findFirst()
        .orElse(null);
  }

  private Parts parts(String reference, String kind, List<String> programmes) {
    Parts parts =
        items.computeIfAbsent(
            reference,
            unused ->
                new Parts(
                    kind, new LinkedHashSet<>(), new LinkedHashMap<>(), new LinkedHashMap<>()));
    if (parts.kind().equals(UNKNOWN) && !kind.equals(UNKNOWN)) {
      // A list may tell a wallet before its holder.
      parts = new Parts(kind, parts.programmes(), parts.names(), parts.identifiers());
      items.put(reference, parts);
    }
    parts.programmes().addAll(programmes);
    return parts;
  }

  /**
   * The watchlist of all that was added.
   *
   * @param sources what it was made from
   */
  public Watchlist build(List<Watchlist.Source> sources) {
    return Watchlist.of(
        sources,
        items.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                item ->
                    new WatchlistItem(
                        item.getKey(),
                        item.getValue().kind(),
                        List.copyOf(item.getValue().programmes()),
                        List.copyOf(item.getValue().names().values()),
                        List.copyOf(item.getValue().identifiers().values())))
            .toList());
  }
}
