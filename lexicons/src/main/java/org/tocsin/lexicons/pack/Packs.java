package org.tocsin.lexicons.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tocsin.lexicons.pack.YamlNode.Keyed;
import org.tocsin.lexicons.pack.YamlNode.Mapping;

/** Reads and checks packs. */
public final class Packs {
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, String> packIds = new HashMap<>();

  private Packs() {}

  /**
   * The packs in a folder, or the one pack that it is.
   *
   * @throws IOException when the folder cannot be read
   * @throws PackException with all problems of all files, when there is any
   */
  public static List<Pack> read(Path folder) throws IOException, PackException {
    return parse(PackSource.read(folder));
  }

  /**
   * The packs of these texts, in order of their folders.
   *
   * @throws PackException with all problems of all files, when there is any
   */
  public static List<Pack> parse(PackSource source) throws PackException {
    Packs reader = new Packs();
    SortedMap<String, SortedMap<String, String>> folders = new TreeMap<>();
    source
        .files()
        .forEach(
            (path, text) ->
                folders
                    .computeIfAbsent(
                        path.substring(0, Math.max(0, path.lastIndexOf('/'))), f -> new TreeMap<>())
                    .put(path, text));
    List<Pack> packs = new ArrayList<>();
    folders.forEach((folder, files) -> packs.add(reader.pack(folder, files)));
    if (!reader.problems.isEmpty()) {
      throw new PackException(reader.problems);
    }
    return packs;
  }

  private Pack pack(String folder, SortedMap<String, String> files) {
    String head = folder + "/pack.yaml";
    if (!files.containsKey(head)) {
      problems.add(new Problem(files.firstKey(), 1, 1, "no pack.yaml beside it: a pack needs one"));
    }
    Fields fields = fields(head, files.getOrDefault(head, "id: missing"));
    if (!files.containsKey(head)) {
      return new Pack(folder, "", "", List.of(), "", "", List.of(), Map.of(), List.of());
    }
    String id = fields.text("id");
    fields.unique("id", packIds);
    String version = fields.text("version");
    String title = fields.text("title");
    List<String> languages = fields.textsOr("languages", List.of());
    if (languages.isEmpty()) {
      fields.problemAt("languages", "expected at least one language in 'languages'");
    }
    String owner = fields.text("owner");
    String licence = fields.text("licence");
    fields.textsOr("sources", List.of());
    fields.date("review_by");
    fields.close();

    String name = id + "@" + version;
    List<Entry> entries = new ArrayList<>();
    List<AlertRule> rules = new ArrayList<>();
    Map<String, String> entryIds = new HashMap<>();
    Map<String, String> ruleIds = new HashMap<>();
    Map<String, List<String>> sets = new LinkedHashMap<>();
    files.forEach(
        (path, text) -> {
          String file = path.substring(folder.length() + 1);
          if (file.startsWith("entries")) {
            entries.addAll(entries(path, text, name, languages, entryIds));
          } else if (file.equals("rules.yaml")) {
            rules.addAll(rules(path, text, name, ruleIds));
          } else if (file.equals("sets.yaml")) {
            sets.putAll(sets(path, text));
          } else if (!file.equals("pack.yaml") && !file.equals("examples.yaml")) {
            problems.add(
                new Problem(
                    path,
                    1,
                    1,
                    "unknown file: expected pack.yaml, entries*.yaml, sets.yaml, rules.yaml or examples.yaml"));
          }
        });
    return new Pack(id, version, title, languages, owner, licence, entries, sets, rules);
  }

  private List<Entry> entries(
      String path, String text, String pack, List<String> languages, Map<String, String> ids) {
    List<Entry> entries = new ArrayList<>();
    try (Fields file = fields(path, text)) {
      for (Fields fields : file.mappings("entries")) {
        fields.unique("id", ids);
        Entry entry = EntryReader.read(fields, pack, languages, problems);
        if (entry != null) {
          entries.add(entry);
        }
      }
    }
    return entries;
  }

  private List<AlertRule> rules(String path, String text, String pack, Map<String, String> ids) {
    List<AlertRule> rules = new ArrayList<>();
    try (Fields file = fields(path, text)) {
      for (Fields fields : file.mappings("rules")) {
        fields.unique("id", ids);
        AlertRule rule = RuleReader.read(fields, pack, problems);
        if (rule != null) {
          rules.add(rule);
        }
      }
    }
    return rules;
  }

  private Map<String, List<String>> sets(String path, String text) {
    Map<String, List<String>> sets = new LinkedHashMap<>();
    if (YamlTree.read(path, text, problems) instanceof Mapping mapping) {
      try (Fields fields = new Fields(path, mapping, problems)) {
        for (Map.Entry<String, Keyed> set : mapping.entries().entrySet()) {
          sets.put(set.getKey(), fields.textsOr(set.getKey(), List.of()));
        }
      }
    } else {
      problems.add(new Problem(path, 1, 1, "expected a mapping of set names to lists of words"));
    }
    return sets;
  }

  private Fields fields(String path, String text) {
    return new Fields(path, YamlTree.read(path, text, problems), problems);
  }
}
