package org.tocsin.lexicons.pack;

import java.util.List;
import java.util.Map;

/**
 * A folder of entries and rules with one owner.
 *
 * @param id lower-case name, unique in a bundle
 * @param version of its content
 * @param title for people
 * @param languages that its entries are written in
 * @param owner who answers for it
 * @param licence SPDX identifier of its content
 * @param entries in file order
 * @param sets named word groups that queries compose, without the {@code @}
 * @param rules windowed alert rules, in file order
 */
public record Pack(
    String id,
    String version,
    String title,
    List<String> languages,
    String owner,
    String licence,
    List<Entry> entries,
    Map<String, List<String>> sets,
    List<AlertRule> rules) {

  public Pack {
    languages = List.copyOf(languages);
    entries = List.copyOf(entries);
    sets = Map.copyOf(sets);
    rules = List.copyOf(rules);
  }

  /** {@code id@version}: how matches and alerts name it. */
  public String name() {
    return id + "@" + version;
  }
}
