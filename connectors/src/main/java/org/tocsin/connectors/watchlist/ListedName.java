package org.tocsin.connectors.watchlist;

import java.util.List;

/**
 * A name of a listed person, organisation or thing. Those of one holder share its reference and
 * follow each other, but for OFAC's aliases, which stand in a file of their own.
 *
 * @param line of the file, from 1
 * @param holder whose name it is
 * @param form what kind of name it is
 * @param sure false when the list says that the name alone identifies nobody: UN quality "Low",
 *     OFAC's aliases in remarks, what stands in brackets behind a name
 * @param name as listed; a person's in the order of speech
 */
public record ListedName(long line, Holder holder, Form form, boolean sure, String name)
    implements ListItem {

  /**
   * Who or what is listed.
   *
   * @param reference of the entry in its list, such as {@code QDe.115}; unique there
   * @param kind what it is
   * @param programmes under which it is listed, such as {@code Al-Qaida} or {@code SDGT}
   */
  public record Holder(String reference, Kind kind, List<String> programmes) {
    public Holder {
      programmes = List.copyOf(programmes);
    }
  }

  /** What is listed. */
  public enum Kind {
    INDIVIDUAL,
    /** An organisation, group or company. */
    ENTITY,
    VESSEL,
    AIRCRAFT,
    /** Anything else. */
    OTHER
  }

  /** What a name is to its holder. */
  public enum Form {
    PRIMARY,
    ALIAS,
    FORMER,
    /** The primary name, or an alias, in another script. */
    ORIGINAL_SCRIPT
  }
}
