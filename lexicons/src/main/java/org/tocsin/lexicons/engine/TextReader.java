package org.tocsin.lexicons.engine;

import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/** The index of one text, which also knows where the words of queries stand in it. */
final class TextReader extends FilterLeafReader {
  private final TermSet seen;
  private final SeenTokens tokens;

  /** Where gaps are counted, each choice is asked once for every combination of the others. */
  private final Map<ChoiceSource, Places> places = new HashMap<>();

  /**
   * Over the index of a text.
   *
   * @param seen the terms of the text, by {@link QueryWords#number}
   * @param tokens where they stand
   */
  TextReader(LeafReader index, TermSet seen, SeenTokens tokens) {
    super(index);
    this.seen = seen;
    this.tokens = tokens;
  }

  /** Where one of some alternatives stands. */
  Places places(ChoiceSource choice) {
    return places.computeIfAbsent(choice, one -> one.places(seen, tokens));
  }

  @Override
  public @Nullable CacheHelper getCoreCacheHelper() {
    return null;
  }

  @Override
  public @Nullable CacheHelper getReaderCacheHelper() {
    return null;
  }
}
