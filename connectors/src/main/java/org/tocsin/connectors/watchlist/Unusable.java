package org.tocsin.connectors.watchlist;

/**
 * A place of a list at which a name or a word should stand and does not.
 *
 * @param line of the file, from 1
 * @param reason for a person
 */
public record Unusable(long line, String reason) implements ListItem {}
