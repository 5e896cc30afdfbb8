package org.tocsin.lexicons;

import org.tocsin.lexicons.pack.Entry;

/** Receives matches. */
@FunctionalInterface
public interface MatchSink {

  /**
   * One occurrence.
   *
   * @param entry what matched
   * @param start UTF-16 offset in the original text; never inside a surrogate pair or grapheme
   * @param end offset after it
   * @param how {@code exact}, {@code inflected}, {@code folded}, or {@code evaded:<which>}
   */
  void accept(Entry entry, int start, int end, String how);
}
