package org.tocsin.lexicons.engine;

import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/** The index of one text, which also knows the numbers of its terms. */
final class TextReader extends FilterLeafReader {
  private final TermSet seen;

  TextReader(LeafReader index, TermSet seen) {
    super(index);
    this.seen = seen;
  }

  /** The terms of the text, by {@link QueryWords#number}. */
  TermSet seen() {
    return seen;
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
