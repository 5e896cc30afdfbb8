package org.tocsin.lexicons.pack;

import java.util.List;
import java.util.Map;

/**
 * Packs as they were read, with whatever is wrong with them.
 *
 * @param packs what could be read; fit for use only when there are no problems
 * @param problems in file order
 * @param places where each entry stands, and its parts, by {@link #key} and {@link #part}
 * @param heads the paperwork of each pack by its {@code id@version}
 */
public record PackCheck(
    List<Pack> packs,
    List<Problem> problems,
    Map<String, Place> places,
    Map<String, PackHead> heads) {
  public PackCheck {
    packs = List.copyOf(packs);
    problems = List.copyOf(problems);
    places = Map.copyOf(places);
    heads = Map.copyOf(heads);
  }

  /** The key of an entry in {@link #places}. */
  public static String key(String pack, String entry) {
    return pack + "/" + entry;
  }

  /** The key of a part of an entry: one of its keys, or {@code match 0} for its first phrase. */
  static String part(String key, String part) {
    return key + "#" + part;
  }

  /** Where an entry stands; the head of its pack when it is not known. */
  public Place placeOf(String pack, String entry) {
    int at = pack.indexOf('@');
    String folder = at < 0 ? pack : pack.substring(0, at);
    return places.getOrDefault(key(pack, entry), new Place(folder + "/pack.yaml", 1, 1));
  }

  /** Where a part of an entry stands; the entry when it has none. */
  public Place placeOf(String pack, String entry, String part) {
    return places.getOrDefault(part(key(pack, entry), part), placeOf(pack, entry));
  }
}
