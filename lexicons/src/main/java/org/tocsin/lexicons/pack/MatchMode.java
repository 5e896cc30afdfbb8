package org.tocsin.lexicons.pack;

/** How the words of an entry may end in a text. */
public enum MatchMode {
  /** As written. */
  EXACT,
  /**
   * Any inflection: by the language's Lucene stemmer, else the word with one of the entry's
   * suffixes.
   */
  INFLECTED,
  /** The last word may go on. */
  PREFIX
}
