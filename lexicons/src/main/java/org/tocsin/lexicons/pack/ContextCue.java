package org.tocsin.lexicons.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words that, standing near a match, put it in a context.
 *
 * @param tag the context
 * @param languages as of an entry
 * @param cues words or phrases, or {@code @set}, any of which will do; empty when there are marks
 * @param marks quotation marks, each an opening and a closing one, that stand around a match; empty
 *     when there are cues. Languages, mode, scope and distances say nothing about marks
 * @param mode how their words may end
 * @param scope how near they must stand
 * @param before how many words before a match are looked at; null for none when there is an {@code
 *     after}, else for all
 * @param after how many words behind a match; null as above
 * @param entries ids, or {@code prefix*}, of the entries whose matches it lowers; all when empty
 * @param lowers share of the weight that a match in this context loses, in (0, 1)
 */
public record ContextCue(
    ContextTag tag,
    List<String> languages,
    List<String> cues,
    List<String> marks,
    MatchMode mode,
    Scope scope,
    @Nullable Integer before,
    @Nullable Integer after,
    List<String> entries,
    double lowers) {

  public ContextCue {
    languages = List.copyOf(languages);
    cues = List.copyOf(cues);
    marks = List.copyOf(marks);
    entries = List.copyOf(entries);
  }

  /** Whether it lowers matches of an entry. */
  public boolean isOf(String entry) {
    return Ids.any(entries, entry);
  }

  /** Where a cue is looked for. */
  public enum Scope {
    /** In the clause of the match; {@code before} and {@code after} narrow it. */
    CLAUSE,
    /** Within {@code before} and {@code after} words, whatever clauses they are in. */
    WINDOW
  }
}
