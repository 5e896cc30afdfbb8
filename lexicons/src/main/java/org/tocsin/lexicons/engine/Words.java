package org.tocsin.lexicons.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.queryparser.flexible.standard.nodes.intervalfn.AnalyzedText;
import org.apache.lucene.queryparser.flexible.standard.nodes.intervalfn.IntervalFunction;

/** A word, or words in a row, in a query. */
final class Words extends IntervalFunction {
  private final String text;

  Words(String text) {
    this.text = text;
  }

  /** The words as they are looked for. */
  List<String> words(Analyzer analyzer) {
    List<String> words = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream(QueryCompiler.FIELD, text)) {
      CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(word.toString());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can be read", e);
    }
    return words;
  }

  @Override
  public IntervalsSource toIntervalSource(String field, Analyzer analyzer) {
    return new AnalyzedText(text).toIntervalSource(field, analyzer);
  }

  @Override
  public String toString() {
    return new AnalyzedText(text).toString();
  }
}
