package org.tocsin.lexicons.engine;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Gives Lucene's parser the words of a query, cut as the scanner cuts texts. */
final class WordTokenizer extends Tokenizer {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final Scanner scanner = new Scanner();
  private final UnaryOperator<String> naming;
  private int next;

  private WordTokenizer(UnaryOperator<String> naming) {
    this.naming = naming;
  }

  /**
   * An analyzer of this tokenizer alone.
   *
   * @param naming the term for a word
   */
  static Analyzer analyzer(UnaryOperator<String> naming) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String fieldName) {
        return new TokenStreamComponents(new WordTokenizer(naming));
      }
    };
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[1024];
    for (int n = input.read(buffer); n >= 0; n = input.read(buffer)) {
      text.append(buffer, 0, n);
    }
    scanner.scan(text.toString());
    next = 0;
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (next == scanner.size) {
      return false;
    }
    int start = scanner.start[next];
    int end = scanner.end[next++];
    term.append(naming.apply(new String(scanner.text, start, end - start)));
    offset.setOffset(start, end);
    return true;
  }

  @Override
  public void end() throws IOException {
    super.end();
    offset.setOffset(scanner.length, scanner.length);
  }
}
