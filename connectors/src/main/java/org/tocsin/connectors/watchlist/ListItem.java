package org.tocsin.connectors.watchlist;

/** One thing that stands in a list. */
public sealed interface ListItem
    permits ListedName, ListedIdentifier, ListedProgrammes, ListedWord, Unusable {

  /** The line of the file on which it stands, from 1. */
  long line();
}
