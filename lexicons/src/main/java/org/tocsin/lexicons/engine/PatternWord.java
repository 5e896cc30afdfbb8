package org.tocsin.lexicons.engine;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.queryparser.flexible.standard.nodes.intervalfn.IntervalFunction;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.tocsin.lexicons.pack.Entry;

/**
 * A word of which a query tells only a part. Lucene's own would look for all words of a text that
 * fit, and fail where there are more than 128; here the reader of the text finds them.
 */
final class PatternWord extends IntervalFunction {
  private static final Pattern BEGINNING = Pattern.compile("[^*?\\\\]+\\*");

  private final QueryWords terms;
  private final String term;
  private final String shown;

  private PatternWord(QueryWords terms, String term, String shown) {
    this.terms = terms;
    this.term = term;
    this.shown = shown;
  }

  /** A word with {@code *} and {@code ?}; the beginning of a word is seen through evasions. */
  static PatternWord wildcard(String wildcard, Entry entry, QueryWords terms) {
    String folded = wildcard.toLowerCase(Locale.ROOT);
    String term =
        BEGINNING.matcher(folded).matches()
            ? beginning(folded.substring(0, folded.length() - 1), entry, terms)
            : terms.term(WildcardQuery.toAutomaton(new Term("", folded)));
    return new PatternWord(terms, term, "fn:wildcard(" + wildcard + ")");
  }

  /** The term for words that begin so. */
  static String beginning(String word, Entry entry, QueryWords terms) {
    Spellings.Spelling spelling = new Spellings.Spelling(List.of(CommonWords.fold(word)), 0);
    Spellings.Form form = Spellings.form(entry, spelling, 0);
    int traits = form.traits() | Slots.PREFIX;
    return terms.term(entry, new Spellings.Form(form.word(), traits, List.of(), 0), Evaded.EXACT);
  }

  /** A word but for some letters. */
  static PatternWord fuzzy(String word, int edits, QueryWords terms) {
    LevenshteinAutomata near = new LevenshteinAutomata(CommonWords.fold(word), true);
    return new PatternWord(
        terms, terms.term(near.toAutomaton(edits)), "fn:fuzzyTerm(" + word + " " + edits + ")");
  }

  ChoiceSource.Way way() {
    return new ChoiceSource.Way(List.of(term));
  }

  @Override
  public IntervalsSource toIntervalSource(String field, Analyzer analyzer) {
    return terms.choice(List.of(way()));
  }

  @Override
  public String toString() {
    return shown;
  }
}
