package org.tocsin.lexicons.context;

import org.tocsin.lexicons.pack.Entry;

/** Is told of matches that an entry's conditions drop. */
@FunctionalInterface
public interface DropSink {

  /**
   * One dropped match.
   *
   * @param entry what would have matched
   * @param start UTF-16 offset in the original text
   * @param end offset after it
   * @param how as of a match
   * @param reason which condition dropped it, for a person
   */
  void dropped(Entry entry, int start, int end, String how, String reason);
}
