package org.tocsin.lexicons.context;

import org.tocsin.lexicons.pack.ContextTag;

/**
 * A cue found near a match.
 *
 * @param tag the context that it is a sign of
 * @param lowers share of its weight that the match loses
 * @param start UTF-16 offset in the original text
 * @param end offset after it
 */
public record ContextHit(ContextTag tag, double lowers, int start, int end) {}
