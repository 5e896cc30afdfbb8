package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.queryparser.flexible.standard.nodes.intervalfn.AnalyzedText;
import org.apache.lucene.queryparser.flexible.standard.nodes.intervalfn.IntervalFunction;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.MatchMode;

/** A word, or words in a row, in a query: in each of its spellings. */
final class Words extends IntervalFunction {
  private final String text;
  private final Entry entry;
  private final QueryWords terms;
  private final List<Spellings.Spelling> spellings;
  private @Nullable List<ChoiceSource.Way> ways;

  Words(String text, Entry entry, QueryWords terms, Spellings spellings) {
    this.text = text;
    this.entry = entry;
    this.terms = terms;
    this.spellings = spellings.of(entry, text);
  }

  /**
   * The words, equal where a word of a text may be both: any may be when their endings are open.
   */
  List<String> words() {
    List<String> words = spellings.isEmpty() ? List.of() : spellings.get(0).words();
    return entry.mode() == MatchMode.EXACT ? words : Collections.nCopies(words.size(), "");
  }

  /** Each spelling's words in a row. */
  List<ChoiceSource.Way> ways() {
    if (ways == null) {
      ways = made();
    }
    return ways;
  }

  private List<ChoiceSource.Way> made() {
    List<ChoiceSource.Way> made = new ArrayList<>();
    for (Spellings.Spelling spelling : spellings) {
      List<String> row = new ArrayList<>();
      for (int i = 0; i < spelling.words().size(); i++) {
        Spellings.Form form = Spellings.form(entry, spelling, i);
        row.add(terms.term(entry, form, spelling.evaded()));
      }
      made.add(new ChoiceSource.Way(row));
    }
    return made;
  }

  @Override
  public IntervalsSource toIntervalSource(String field, Analyzer analyzer) {
    return ways().isEmpty()
        ? Intervals.noIntervals("no word in '" + text + "'")
        : terms.choice(ways());
  }

  @Override
  public String toString() {
    return new AnalyzedText(text).toString();
  }
}
