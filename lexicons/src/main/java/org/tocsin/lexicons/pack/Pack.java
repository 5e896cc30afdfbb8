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
 * @param cues of contexts, in file order; they hold for the matches of all packs of a bundle
 * @param examples texts that must and must not match; a compiled bundle has none
 * @param rehearsals posts in time that must and must not ring; a compiled bundle has none
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
    List<AlertRule> rules,
    List<ContextCue> cues,
    List<Example> examples,
    List<Rehearsal> rehearsals) {

  public Pack {
    languages = List.copyOf(languages);
    entries = List.copyOf(entries);
    sets = Map.copyOf(sets);
    rules = List.copyOf(rules);
    cues = List.copyOf(cues);
    examples = List.copyOf(examples);
    rehearsals = List.copyOf(rehearsals);
  }

  /** A pack of entries and rules alone. */
  public Pack(
      String id,
      String version,
      String title,
      List<String> languages,
      String owner,
      String licence,
      List<Entry> entries,
      Map<String, List<String>> sets,
      List<AlertRule> rules) {
    this(
        id, version, title, languages, owner, licence, entries, sets, rules, List.of(), List.of(),
        List.of());
  }

  /** The same pack with other entries and without examples. */
  public Pack with(List<Entry> others) {
    return new Pack(
        id, version, title, languages, owner, licence, others, sets, rules, cues, List.of(),
        List.of());
  }

  /** {@code id@version}: how matches and alerts name it. */
  public String name() {
    return id + "@" + version;
  }
}
