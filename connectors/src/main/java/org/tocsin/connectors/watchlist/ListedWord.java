package org.tocsin.connectors.watchlist;

/**
 * A word or phrase of a word list.
 *
 * @param line of the file, from 1
 * @param text as listed
 * @param id of its row in the list; empty when rows have none
 * @param label what the list says that it is, for a person; empty when it says nothing
 * @param sure false for what the list itself takes for less certain
 */
public record ListedWord(long line, String text, String id, String label, boolean sure)
    implements ListItem {}
