package org.tocsin.lexicons.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Category;

/**
 * A text and what its pack must find in it, or must not.
 *
 * @param text the text
 * @param lang its declared language
 * @param names that are on a watchlist while this is run
 * @param match entries that must match; others may too
 * @param noMatch whether nothing may match: none of {@code entries}, or nothing of the pack when
 *     they are empty
 * @param entries what {@code noMatch} is about
 * @param category the category that must be signalled; null for any
 * @param span the surface of one of the matches, as written; null for any
 * @param how how one of the matches was found; null for any
 * @param context tags that must be given
 * @param note why it stands here
 * @param at where it stands
 */
public record Example(
    String text,
    String lang,
    List<String> names,
    List<String> match,
    boolean noMatch,
    List<String> entries,
    @Nullable Category category,
    @Nullable String span,
    @Nullable String how,
    List<ContextTag> context,
    String note,
    Place at) {

  public Example {
    names = List.copyOf(names);
    match = List.copyOf(match);
    entries = List.copyOf(entries);
    context = List.copyOf(context);
  }
}
