package org.tocsin.cli.lexicon;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Pack;

/** Posts in which entries matched, counted. */
final class PackStats {
  private final List<Entry> entries;
  private final Map<String, Map<String, Long>> matches = new HashMap<>();
  private final Map<Pair, Long> pairs = new HashMap<>();
  private final Map<String, Long> languages = new TreeMap<>();
  private final Map<String, Long> matchedLanguages = new HashMap<>();
  private long posts;
  private long matched;
  private long flagged;

  /** Two names in their order. */
  private record Pair(String one, String other) {}

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
      matches.computeIfAbsent(one, name -> new TreeMap<>()).merge(lang, 1L, Long::sum);
      for (String other : found) {
        if (one.compareTo(other) < 0) {
          pairs.merge(new Pair(one, other), 1L, Long::sum);
        }
      }
    }
  }

  /** Everything that was counted, with what was measured beside it. */
  StatsReport report(long unreadable, List<StatsReport.QueryTime> slowest) {
    return new StatsReport(
        posts,
        matched,
        flagged,
        unreadable,
        entries.stream()
            .map(this::count)
            .sorted(
                Comparator.comparingLong(StatsReport.EntryCount::posts)
                    .reversed()
                    .thenComparing(StatsReport.EntryCount::name))
            .toList(),
        languages.entrySet().stream()
            .map(lang -> language(lang.getKey(), lang.getValue()))
            .sorted(Comparator.comparingLong(StatsReport.LanguageCount::posts).reversed())
            .toList(),
        pairs.entrySet().stream()
            .map(pair -> together(pair.getKey(), pair.getValue()))
            .sorted(
                Comparator.comparingLong(StatsReport.Together::posts)
                    .reversed()
                    .thenComparing(StatsReport.Together::one)
                    .thenComparing(StatsReport.Together::other))
            .toList(),
        slowest);
  }

  private StatsReport.EntryCount count(Entry entry) {
    long count = total(name(entry));
    return new StatsReport.EntryCount(
        name(entry),
        entry.category().label(),
        entry.status().name().toLowerCase(Locale.ROOT),
        entry.meaning(),
        count,
        StatsReport.rate(count, posts),
        matches.getOrDefault(name(entry), Map.of()));
  }

  private StatsReport.LanguageCount language(String lang, long all) {
    long hits = matchedLanguages.getOrDefault(lang, 0L);
    return new StatsReport.LanguageCount(lang, all, hits, StatsReport.rate(hits, all));
  }

  private StatsReport.Together together(Pair pair, long both) {
    long rarer = Math.min(total(pair.one()), total(pair.other()));
    return new StatsReport.Together(
        pair.one(),
        pair.other(),
        both,
        StatsReport.rate(both, posts),
        rarer == 0 ? 0 : (double) both / rarer);
  }

  private long total(String name) {
    return matches.getOrDefault(name, Map.of()).values().stream().mapToLong(Long::longValue).sum();
  }
}
