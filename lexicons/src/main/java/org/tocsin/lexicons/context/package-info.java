/**
 * What stands around a match: conditions that decide whether it counts, contexts that lower its
 * weight.
 *
 * <p>Cues are data ({@code context.yaml}, an entry's {@code unless} and {@code needs}) and are
 * compiled by the same engine into an automaton of their own, which runs only over texts in which
 * an entry matched: a quiet text pays nothing. {@link org.tocsin.lexicons.context.Clauses} cuts a
 * text at ICU's sentence boundaries, line ends, semicolons and spaced dashes, and only around
 * matches; commas do not cut, for lists and attributions ("X, so they say, ...") run over them. A
 * cue that lies within the words of a phrase is part of the phrase and says nothing about it; one
 * that lies within the span of a query does, unless the query asks for that word.
 *
 * <p>{@code needs: ["@watchlist"]} asks for a name that a watchlist has. No pack knows those: such
 * a match is told as dropped, with {@link
 * org.tocsin.lexicons.context.ContextMatcher#NO_LISTED_NAME}, and {@link
 * org.tocsin.lexicons.score.Scorer} takes it back where a name stands in its clause.
 *
 * <p>A context multiplies the weight of the matches in its scope by {@code 1 - lowers}, each tag
 * once (the strongest of its cues). So {@code [0.5 x (1 - 0.4)]} leaves 0.3 of a weight of 0.5; the
 * score is then the noisy-or of what is left. A match is never dropped by a context.
 */
@NullMarked
package org.tocsin.lexicons.context;

import org.jspecify.annotations.NullMarked;
