package org.tocsin.cli.lexicon;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Pack;

/** Posts in which entries matched, counted. */
final class PackStats {
  /** The most pairs of entries that are shown. */
  private static final int MOST_PAIRS = 20;

  private final List<Entry> entries;
  private final Map<String, Long> matches = new TreeMap<>();
  private final Map<String, Long> pairs = new TreeMap<>();
  private final Map<String, Long> languages = new TreeMap<>();
  private final Map<String, Long> matchedLanguages = new TreeMap<>();
  private long posts;
  private long matched;
  private long flagged;

  PackStats(List<Pack> packs) {
    entries =
        packs.stream()
            .flatMap(pack -> pack.entries().stream())
            .filter(entry -> entry.status().matched())
            .toList();
  }

  /** How an entry is named. */
  static String name(Entry entry) {
    return entry.pack() + "/" + entry.id();
  }

  /** Counts one post, in which these entries matched. */
  void add(String lang, Set<String> found, boolean isFlagged) {
    posts++;
    flagged += isFlagged ? 1 : 0;
    languages.merge(lang, 1L, Long::sum);
    if (!found.isEmpty()) {
      matched++;
      matchedLanguages.merge(lang, 1L, Long::sum);
    }
    for (String one : found) {
      matches.merge(one, 1L, Long::sum);
      for (String other : found) {
        if (one.compareTo(other) < 0) {
          pairs.merge(one + " + " + other, 1L, Long::sum);
        }
      }
    }
  }

  /** Everything, as text. */
  String table() {
    StringBuilder out = new StringBuilder();
    out.append(
        "%,d posts, %,d matched (%.1f per 10,000), %,d flagged (%.1f per 10,000)%n"
            .formatted(posts, matched, rate(matched), flagged, rate(flagged)));
    section(out, "entry", matches.entrySet().stream());
    section(out, "language", matchedLanguages.entrySet().stream());
    section(out, "matching together", pairs.entrySet().stream());
    List<String> never =
        entries.stream().map(PackStats::name).filter(Predicate.not(matches::containsKey)).toList();
    if (!never.isEmpty()) {
      out.append("%n%d entries never matched%n".formatted(never.size()));
      never.forEach(entry -> out.append("  ").append(entry).append('\n'));
    }
    return out.toString();
  }

  private void section(StringBuilder out, String title, Stream<Map.Entry<String, Long>> counts) {
    List<Map.Entry<String, Long>> rows =
        counts
            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
            .limit(title.startsWith("matching") ? MOST_PAIRS : Long.MAX_VALUE)
            .toList();
    if (!rows.isEmpty()) {
      out.append("%n%-60s %9s %11s%n".formatted(title, "posts", "per 10,000"));
      rows.forEach(
          row ->
              out.append(
                  "%-60s %9d %11.1f%n"
                      .formatted(
                          row.getKey(),
                          row.getValue(),
                          title.equals("language")
                              ? 10_000.0 * row.getValue() / languages.getOrDefault(row.getKey(), 1L)
                              : rate(row.getValue()))));
    }
  }

  /** The counts by entry as CSV: names need no quotes. */
  String csv() {
    return entries.stream()
        .map(PackStats::name)
        .map(
            name ->
                String.format(
                    Locale.ROOT,
                    "%s,%d,%.2f",
                    name,
                    matches.getOrDefault(name, 0L),
                    rate(matches.getOrDefault(name, 0L))))
        .collect(Collectors.joining("\n", "entry,posts,per_10000\n", "\n"));
  }

  private double rate(long count) {
    return posts == 0 ? 0 : 10_000.0 * count / posts;
  }
}
