package org.tocsin.lexicons;

import org.tocsin.lexicons.pack.Entry;

/** Receives matches. */
@FunctionalInterface
public interface MatchSink {

  /**
   * One occurrence: of an entry at one start, the plainest reading (the fewest evasions; of as
   * many, those that stand first in {@link org.tocsin.lexicons.pack.Evasion}), and of readings by
   * the same evasions the longest. Other ends at that start are not reported.
   *
   * @param entry what matched
   * @param start UTF-16 offset in the original text; never inside a surrogate pair or grapheme
   * @param end offset after it
   * @param how {@code exact}, {@code inflected}, {@code folded}, or {@code evaded:<which>}
   */
  void accept(Entry entry, int start, int end, String how);
}
