package org.tocsin.cli.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of a list as draft entries, each imported or refused with its reason. */
final class ImportedRows {
  private static final int LONGEST = 200;

  private final Map<String, String> common;
  private final Map<String, Integer> seen = new HashMap<>();
  private final List<Map<String, String>> entries = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private int rows;

  /** Rows that share these keys; the row is added to their source. */
  ImportedRows(Map<String, String> common) {
    this.common = common;
  }

  void add(String text) {
    rows++;
    String words = text.strip();
    String reason = reason(words);
    if (reason != null) {
      refused.add("row %d: %s".formatted(rows, reason));
      return;
    }
    seen.put(words.toLowerCase(Locale.ROOT), rows);
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("id", "row." + rows);
    entry.put("match", words);
    for (String key : List.of("category", "status", "meaning", "source", "added", "review_by")) {
      entry.put(key, common.getOrDefault(key, ""));
    }
    entry.put("source", common.getOrDefault("source", "") + ", row " + rows);
    entries.add(entry);
  }

  private @Nullable String reason(String words) {
    if (words.isEmpty()) {
      return "empty";
    }
    if (words.startsWith("#")) {
      return "a comment: " + words;
    }
    if (words.length() > LONGEST) {
      return "%d characters: expected at most %d".formatted(words.length(), LONGEST);
    }
    if (words.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return "no letter in '%s'".formatted(words);
    }
    Integer earlier = seen.get(words.toLowerCase(Locale.ROOT));
    return earlier == null ? null : "'%s' is the same as row %d".formatted(words, earlier);
  }

  /** How many rows there were. */
  int rows() {
    return rows;
  }

  List<Map<String, String>> entries() {
    return entries;
  }

  /** One line for each row that was not imported. */
  List<String> refused() {
    return refused;
  }
}
