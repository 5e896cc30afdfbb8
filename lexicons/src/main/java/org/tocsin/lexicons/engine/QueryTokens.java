package org.tocsin.lexicons.engine;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Gives Lucene what was seen in a text. */
final class QueryTokens extends TokenStream {
  private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final List<Token> tokens;
  private int next;
  private int position = -1;

  /**
   * A term in a text.
   *
   * @param position which word of the text, repaired words counted once
   * @param term what queries ask for
   * @param start of its place in the text, in UTF-16 units
   * @param end of its place
   * @param evaded what was undone to see it
   */
  record Token(int position, String term, int start, int end, int evaded) {}

  /** Of tokens in order of position. */
  QueryTokens(List<Token> tokens) {
    this.tokens = tokens;
  }

  @Override
  public void reset() {
    next = 0;
    position = -1;
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (next == tokens.size()) {
      return false;
    }
    Token token = tokens.get(next++);
    word.append(token.term);
    offset.setOffset(token.start, token.end);
    step.setPositionIncrement(token.position - position);
    position = token.position;
    return true;
  }
}
