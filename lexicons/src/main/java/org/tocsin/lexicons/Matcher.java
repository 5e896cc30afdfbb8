package org.tocsin.lexicons;

/** Finds the entries of one bundle in texts. Reuses its buffers: one per thread, never shared. */
public interface Matcher {

  /**
   * Reports every occurrence of every active or shadow entry, one for each entry and start (see
   * {@link MatchSink#accept}), in order of start and then of the entries in their packs.
   *
   * @param text the original text; unpaired surrogates are tolerated
   * @param lang BCP-47 tag of the text, {@code und} when unknown: entries of all languages then
   *     match
   * @param sink receives the matches before this method returns
   */
  void match(String text, String lang, MatchSink sink);
}
