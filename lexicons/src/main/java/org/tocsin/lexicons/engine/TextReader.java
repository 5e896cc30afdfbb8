package org.tocsin.lexicons.engine;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/** The index of one text, which also knows where the words of queries stand in it. */
final class TextReader extends FilterLeafReader {
  private final SeenTokens tokens;

  private final TermSet seen;

  /** By number: the choices that begin with a term of the text. */
  private final BitSet begun = new BitSet();

  /** Where gaps are counted, each choice is asked once for every combination of the others. */
  private final Map<ChoiceSource, Places> places = new HashMap<>();

  /**
   * Over the index of a text.
   *
   * @param seen the terms of the text, by {@link QueryWords#number}
   * @param tokens where they stand
   * @param choices by the number of the term with which they begin
   */
  TextReader(LeafReader index, TermSet seen, SeenTokens tokens, List<int[]> choices) {
    super(index);
    this.seen = seen;
    this.tokens = tokens;
    for (int i = 0; i < seen.size(); i++) {
      for (int choice : choices.get(seen.get(i))) {
        begun.set(choice);
      }
    }
  }

  /** Where one of some alternatives stands. */
  Places places(ChoiceSource choice) {
    return begun.get(choice.number())
        ? places.computeIfAbsent(choice, one -> one.places(seen, tokens))
        : Places.NONE;
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
