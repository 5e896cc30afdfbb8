package org.tocsin.lexicons.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Category;
import org.tocsin.events.Severity;

/**
 * One thing that a pack looks for: words or phrases ({@code match}), or a Lucene interval query
 * ({@code query}).
 *
 * @param id unique in its pack
 * @param pack {@code pack@version}
 * @param category what a match is a sign of
 * @param languages BCP-47 tags; a text of another declared language is not matched, one of unknown
 *     language is
 * @param match words or phrases, any of which matches; empty when there is a query
 * @param query interval syntax of Lucene's {@code StandardQueryParser}; null when there is {@code
 *     match}
 * @param mode how the words of {@code match} may end
 * @param suffixes allowed endings for {@link MatchMode#INFLECTED} in languages without a stemmer
 * @param evasions repairs that may find it
 * @param severity the most urgent that a match may be; never above P3 for a lone term
 * @param weight contribution to the score, in (0, 1]
 * @param status where in its life it is
 * @param meaning what it says, for the person who reviews
 * @param benign senses in which it is harmless
 * @param source where the knowledge comes from
 * @param added when it came into the pack
 * @param reviewBy when a person should look at it again
 * @param targetGroup the protected group that it is about, one lower-case word; null for none
 * @param conditions what must or must not stand beside a match
 */
public record Entry(
    String id,
    String pack,
    Category category,
    List<String> languages,
    List<String> match,
    @Nullable String query,
    MatchMode mode,
    List<String> suffixes,
    Set<Evasion> evasions,
    Severity severity,
    double weight,
    Status status,
    String meaning,
    List<String> benign,
    String source,
    LocalDate added,
    LocalDate reviewBy,
    @Nullable String targetGroup,
    Conditions conditions) {

  public Entry {
    languages = List.copyOf(languages);
    match = List.copyOf(match);
    suffixes = List.copyOf(suffixes);
    evasions = Set.copyOf(evasions);
    benign = List.copyOf(benign);
  }

  /** The same entry at another point of its life. */
  public Entry in(Status other) {
    return new Entry(
        id,
        pack,
        category,
        languages,
        match,
        query,
        mode,
        suffixes,
        evasions,
        severity,
        weight,
        other,
        meaning,
        benign,
        source,
        added,
        reviewBy,
        targetGroup,
        conditions);
  }

  /**
   * What decides whether a match counts as one. Each of {@code unless} and {@code needs} is a word
   * or phrase, or {@code @set} for those of a named group; {@link #LISTED_NAME} in {@code needs}
   * stands for every name that a watchlist has.
   *
   * @param unless a match is dropped when one of these stands in its clause
   * @param needs when there are any, a match is dropped unless one of them stands in its clause
   * @param exceptions surfaces that never match, in whatever case
   */
  public record Conditions(List<String> unless, List<String> needs, List<String> exceptions) {
    /** Among {@code needs}: a name on a watchlist. */
    public static final String LISTED_NAME = "@watchlist";

    /** No conditions. */
    public static final Conditions NONE = new Conditions(List.of(), List.of(), List.of());

    public Conditions {
      unless = List.copyOf(unless);
      needs = List.copyOf(needs);
      exceptions = List.copyOf(exceptions);
    }

    /** Whether a name on a watchlist in the clause is what a match needs, or one of the things. */
    public boolean needsListedName() {
      return needs.contains(LISTED_NAME);
    }

    /** What packs themselves say of {@code needs}: without {@link #LISTED_NAME}. */
    public List<String> neededWords() {
      return needs.stream().filter(word -> !word.equals(LISTED_NAME)).toList();
    }
  }

  /** Where in its life an entry is. */
  public enum Status {
    /** Read and checked, never matched. */
    DRAFT,
    /** Matched, counted and shown; never counts toward an alert. */
    SHADOW,
    ACTIVE,
    /** Kept for the record, never matched. */
    RETIRED;

    /** Whether the matcher looks for such entries. */
    public boolean matched() {
      return this == SHADOW || this == ACTIVE;
    }
  }
}
