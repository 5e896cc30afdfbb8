package org.tocsin.lexicons.pack;

import java.util.List;
import java.util.Map;

/**
 * Packs as they were read, with whatever is wrong with them.
 *
 * @param packs what could be read; fit for use only when there are no problems
 * @param problems in file order
 * @param places where each entry stands, by {@link #key}
 */
public record PackCheck(List<Pack> packs, List<Problem> problems, Map<String, Place> places) {
  public PackCheck {
    packs = List.copyOf(packs);
    problems = List.copyOf(problems);
    places = Map.copyOf(places);
  }

  /** The key of an entry in {@link #places}. */
  public static String key(String pack, String entry) {
    return pack + "/" + entry;
  }

  /** Where an entry stands; the head of its pack when it is not known. */
  public Place placeOf(String pack, String entry) {
    int at = pack.indexOf('@');
    String folder = at < 0 ? pack : pack.substring(0, at);
    return places.getOrDefault(key(pack, entry), new Place(folder + "/pack.yaml", 1, 1));
  }
}
