package org.tocsin.lexicons.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.DidYouMean;
import org.tocsin.lexicons.pack.YamlNode.Keyed;
import org.tocsin.lexicons.pack.YamlNode.Mapping;

/** Reads the files of one pack; used once. */
final class PackReader {
  /** Keys of an entry whose places are kept. */
  private static final List<String> KEYS =
      List.of("match", "query", "suffixes", "unless", "needs", "source", "review_by");

  private final String folder;
  private final SortedMap<String, String> files;
  private final List<Problem> problems;
  private final Map<String, Place> places;
  private final Map<String, PackHead> heads;
  private String name = "";
  private List<String> languages = List.of();

  PackReader(
      String folder,
      SortedMap<String, String> files,
      List<Problem> problems,
      Map<String, Place> places,
      Map<String, PackHead> heads) {
    this.folder = folder;
    this.files = files;
    this.problems = problems;
    this.places = places;
    this.heads = heads;
  }

  /** The pack; {@code packIds} remembers where each id stands. */
  Pack read(Map<String, String> packIds) {
    String head = folder + "/pack.yaml";
    if (!files.containsKey(head)) {
      problems.add(new Problem(files.firstKey(), 1, 1, "no pack.yaml beside it: a pack needs one"));
      return new Pack(folder, "", "", List.of(), "", "", List.of(), Map.of(), List.of());
    }
    Fields fields = fields(head);
    String id = fields.text("id");
    fields.unique("id", packIds);
    String version = fields.text("version");
    String title = fields.text("title");
    languages = fields.textsOr("languages", List.of());
    if (languages.isEmpty()) {
      fields.problemAt("languages", "expected at least one language in 'languages'");
    }
    String owner = fields.text("owner");
    String licence = fields.text("licence");
    PackHead paper =
        new PackHead(
            fields.textsOr("sources", List.of()),
            fields.date("review_by"),
            fields.placeOf("sources"),
            fields.placeOf("review_by"));
    fields.close();
    name = id + "@" + version;
    heads.put(name, paper);

    files.keySet().forEach(this::known);
    Map<String, List<String>> sets = sets();
    List<Entry> entries = new ArrayList<>();
    List<AlertRule> rules = new ArrayList<>();
    Map<String, String> ids = new HashMap<>();
    files.keySet().stream()
        .filter(path -> file(path).startsWith("entries"))
        .forEach(path -> entries(path, ids, sets, entries));
    Map<String, String> ruleIds = new HashMap<>();
    each("rules.yaml", "rules")
        .forEach(
            rule -> {
              rule.unique("id", ruleIds);
              keep(RuleReader.read(rule, name, problems), rules);
            });
    List<ContextCue> cues = new ArrayList<>();
    each("context.yaml", "context")
        .forEach(
            of -> {
              ContextCue cue = ContextReader.read(of, languages, problems);
              if (cue != null) {
                checkSets(of, "cues", cue.cues(), sets);
              }
              keep(cue, cues);
            });
    List<Example> examples = new ArrayList<>();
    List<Rehearsal> rehearsals = new ArrayList<>();
    each("examples.yaml", "examples")
        .forEach(
            example -> {
              if (example.has("posts")) {
                keep(
                    RehearsalReader.read(example, languages, ruleIds.keySet(), problems),
                    rehearsals);
              } else {
                keep(ExampleReader.read(example, languages, ids.keySet(), problems), examples);
              }
            });
    return new Pack(
        id,
        version,
        title,
        languages,
        owner,
        licence,
        entries,
        sets,
        rules,
        cues,
        examples,
        rehearsals);
  }

  private void entries(
      String path, Map<String, String> ids, Map<String, List<String>> sets, List<Entry> into) {
    try (Fields file = fields(path)) {
      for (Fields fields : file.mappings("entries")) {
        fields.unique("id", ids);
        Entry entry = EntryReader.read(fields, name, languages, problems);
        if (entry != null) {
          String key = PackCheck.key(name, entry.id());
          places.put(key, fields.place());
          KEYS.stream()
              .filter(fields::has)
              .forEach(part -> places.put(PackCheck.part(key, part), fields.placeOf(part)));
          List<Place> words = fields.placesOf("match");
          for (int i = 0; i < words.size(); i++) {
            places.put(PackCheck.part(key, "match " + i), words.get(i));
          }
          checkSets(fields, "unless", entry.conditions().unless(), sets);
          checkSets(fields, "needs", entry.conditions().neededWords(), sets);
        }
        keep(entry, into);
      }
    }
  }

  private static void checkSets(
      Fields fields, String key, List<String> words, Map<String, List<String>> sets) {
    for (String word : words) {
      if (word.startsWith("@") && !sets.containsKey(word.substring(1))) {
        fields.problemAt(
            key,
            "no set %s in sets.yaml%s"
                .formatted(word, DidYouMean.hint(word.substring(1), sets.keySet())));
      }
    }
  }

  /** The mappings of a list in a file that may be absent. */
  private Stream<Fields> each(String file, String key) {
    String path = folder + "/" + file;
    if (!files.containsKey(path)) {
      return Stream.of();
    }
    try (Fields fields = fields(path)) {
      return fields.mappings(key).stream();
    }
  }

  private static <T> void keep(@Nullable T read, List<T> into) {
    if (read != null) {
      into.add(read);
    }
  }

  private Map<String, List<String>> sets() {
    String path = folder + "/sets.yaml";
    Map<String, List<String>> sets = new LinkedHashMap<>();
    if (!files.containsKey(path)) {
      return sets;
    }
    if (YamlTree.read(path, files.getOrDefault(path, ""), problems) instanceof Mapping mapping) {
      try (Fields fields = new Fields(path, mapping, problems)) {
        for (Map.Entry<String, Keyed> set : mapping.entries().entrySet()) {
          if (Entry.Conditions.LISTED_NAME.equals("@" + set.getKey())) {
            fields.problemAt(
                set.getKey(),
                "'%s' stands for the names of watchlists: expected another name for this set"
                    .formatted(set.getKey()));
          }
          sets.put(set.getKey(), fields.textsOr(set.getKey(), List.of()));
        }
      }
    } else {
      problems.add(new Problem(path, 1, 1, "expected a mapping of set names to lists of words"));
    }
    return sets;
  }

  private void known(String path) {
    String file = file(path);
    switch (file) {
      case "pack.yaml", "rules.yaml", "sets.yaml", "examples.yaml", "context.yaml" -> {}
      default -> {
        if (!file.startsWith("entries")) {
          problems.add(
              new Problem(
                  path,
                  1,
                  1,
                  "unknown file: expected pack.yaml, entries*.yaml, sets.yaml, rules.yaml,"
                      + " context.yaml or examples.yaml"));
        }
      }
    }
  }

  private String file(String path) {
    return path.substring(folder.length() + 1);
  }

  private Fields fields(String path) {
    return new Fields(path, YamlTree.read(path, files.getOrDefault(path, ""), problems), problems);
  }
}
