package org.tocsin.cli.lexicon;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What packs find in posts. Rates are per 10,000 posts.
 *
 * @param posts that were read
 * @param matched in which anything matched
 * @param flagged that a rule would count
 * @param unreadable records that could not be read
 * @param entries all that are looked for, those in most posts first
 * @param languages the most frequent first
 * @param together pairs of entries that match in the same posts, the most frequent first
 * @param slowest queries, the slowest first; empty when they were not measured
 */
public record StatsReport(
    long posts,
    long matched,
    long flagged,
    long unreadable,
    List<EntryCount> entries,
    List<LanguageCount> languages,
    List<Together> together,
    List<QueryTime> slowest) {

  public StatsReport {
    entries = List.copyOf(entries);
    languages = List.copyOf(languages);
    together = List.copyOf(together);
    slowest = List.copyOf(slowest);
  }

  /**
   * One entry.
   *
   * @param name {@code pack@version/id}
   * @param category label
   * @param status label
   * @param meaning for people
   * @param posts in which it matched
   * @param rate per 10,000 posts
   * @param byLanguage those posts by their declared language
   */
  public record EntryCount(
      String name,
      String category,
      String status,
      String meaning,
      long posts,
      double rate,
      Map<String, Long> byLanguage) {
    public EntryCount {
      byLanguage = new TreeMap<>(byLanguage);
    }

    /** {@code en 12, ru 3}. */
    public String languages() {
      return byLanguage.entrySet().stream()
          .map(count -> count.getKey() + " " + count.getValue())
          .collect(Collectors.joining(", "));
    }
  }

  /**
   * One declared language.
   *
   * @param lang BCP-47 tag
   * @param posts in it
   * @param matched of them
   * @param rate matched per 10,000 of them
   */
  public record LanguageCount(String lang, long posts, long matched, double rate) {}

  /**
   * Two entries.
   *
   * @param one the name of one
   * @param other the name of the other
   * @param posts in which both match
   * @param rate per 10,000 posts
   * @param share of the posts of the rarer one, in [0, 1]: near 1, it adds little
   */
  public record Together(String one, String other, long posts, double rate, double share) {}

  /**
   * The time that a query takes alone.
   *
   * @param name of the entry
   * @param micros microseconds a post, on average over the sample, above that of scanning it
   */
  public record QueryTime(String name, double micros) {}

  /** Entries that matched nowhere. */
  public List<EntryCount> never() {
    return entries.stream().filter(entry -> entry.posts() == 0).toList();
  }

  /** A count per 10,000 posts. */
  public double rate(long count) {
    return rate(count, posts);
  }

  static double rate(long count, long of) {
    return of == 0 ? 0 : 10_000.0 * count / of;
  }

  /** A count with commas, the same in every country. */
  public static String shown(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A number with one decimal, the same in every country. */
  public static String shown(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
