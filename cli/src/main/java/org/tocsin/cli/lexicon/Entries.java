package org.tocsin.cli.lexicon;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Evasion;

/** Entries as their keys and values, named as in files. */
final class Entries {
  private Entries() {}

  /** The keys of an entry that have a value; each value a text or a list of texts. */
  static Map<String, Object> values(Entry entry) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", entry.id());
    values.put("match", entry.match());
    values.put("query", Objects.requireNonNullElse(entry.query(), ""));
    values.put("category", entry.category().label());
    values.put("languages", entry.languages());
    values.put("mode", label(entry.mode()));
    values.put("suffixes", entry.suffixes());
    values.put("evasions", entry.evasions().stream().map(Evasion::label).sorted().toList());
    values.put("severity", entry.severity().name());
    values.put("weight", String.valueOf(entry.weight()));
    values.put("status", label(entry.status()));
    values.put("meaning", entry.meaning());
    values.put("benign", entry.benign());
    values.put("unless", entry.conditions().unless());
    values.put("needs", entry.conditions().needs());
    values.put("exceptions", entry.conditions().exceptions());
    values.put("target_group", Objects.requireNonNullElse(entry.targetGroup(), ""));
    values.put("source", entry.source());
    values.put("added", entry.added().toString());
    values.put("review_by", entry.reviewBy().toString());
    values.values().removeIf(Entries::blank);
    return values;
  }

  /** What differs between two entries, one line a key. */
  static List<String> changes(Entry from, Entry to) {
    Map<String, Object> before = values(from);
    Map<String, Object> after = values(to);
    Map<String, Object> keys = new LinkedHashMap<>(before);
    keys.putAll(after);
    return keys.keySet().stream()
        .filter(key -> !Objects.equals(before.get(key), after.get(key)))
        .map(
            key ->
                "%s: %s -> %s"
                    .formatted(
                        key,
                        before.getOrDefault(key, "nothing"),
                        after.getOrDefault(key, "nothing")))
        .toList();
  }

  private static boolean blank(Object value) {
    return value instanceof Collection<?> items ? items.isEmpty() : value.toString().isEmpty();
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
