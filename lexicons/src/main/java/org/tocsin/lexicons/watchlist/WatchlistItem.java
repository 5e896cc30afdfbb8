package org.tocsin.lexicons.watchlist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One listed holder with all that its lists say of it.
 *
 * @param reference {@code <list>:<reference in that list>}, such as {@code ofac:12345}
 * @param kind {@code individual}, {@code entity}, {@code vessel}, {@code aircraft} or {@code other}
 * @param programmes under which it is listed
 * @param names in order of the list, the primary one first
 * @param identifiers values that can be found in posts
 */
public record WatchlistItem(
    @JsonProperty(required = true) String reference,
    @JsonProperty(required = true) String kind,
    List<String> programmes,
    List<Name> names,
    List<Identifier> identifiers) {

  public WatchlistItem {
    programmes = List.copyOf(programmes);
    names = List.copyOf(names);
    identifiers = List.copyOf(identifiers);
  }

  /** The names of one use. */
  List<String> names(NameUse use) {
    return names.stream().filter(name -> name.use() == use).map(Name::text).toList();
  }

  /** What to call it for a person: its first name, else its first identifier. */
  public String title() {
    return !names.isEmpty()
        ? names.get(0).text()
        : identifiers.isEmpty() ? reference : identifiers.get(0).value();
  }

  /**
   * A name.
   *
   * @param text as listed
   * @param form {@code primary}, {@code alias}, {@code former} or {@code original-script}
   * @param use how far it says whom it means
   */
  public record Name(
      @JsonProperty(required = true) String text,
      @JsonProperty(required = true) String form,
      @JsonProperty(required = true) NameUse use) {}

  /**
   * A value that names the holder exactly.
   *
   * @param kind of observable, by the value's own form: {@code btc}, {@code tron}, ...
   * @param value canonical, as observables have it
   * @param label what the list calls it, such as {@code XBT}; lists are known to be wrong
   */
  public record Identifier(
      @JsonProperty(required = true) String kind,
      @JsonProperty(required = true) String value,
      @JsonProperty(required = true) String label) {}
}
