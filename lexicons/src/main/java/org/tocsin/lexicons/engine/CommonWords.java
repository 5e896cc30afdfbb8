package org.tocsin.lexicons.engine;

import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/** Words so frequent that they are never taken for another word misspelt: Lucene's stop lists. */
final class CommonWords {
  private static final Set<String> WORDS = new HashSet<>();

  static {
    add(EnglishAnalyzer.getDefaultStopSet());
    add(RussianAnalyzer.getDefaultStopSet());
    add(ArabicAnalyzer.getDefaultStopSet());
    add(PersianAnalyzer.getDefaultStopSet());
    add(TurkishAnalyzer.getDefaultStopSet());
  }

  private CommonWords() {}

  private static void add(CharArraySet words) {
    for (Object word : words) {
      WORDS.add(new String((char[]) word));
    }
  }

  /** Whether a folded word is common in any of the languages. */
  static boolean has(String word) {
    return WORDS.contains(word);
  }
}
