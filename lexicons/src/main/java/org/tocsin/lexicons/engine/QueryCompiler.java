package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.queryparser.flexible.core.QueryNodeException;
import org.apache.lucene.queryparser.flexible.standard.StandardQueryParser;
import org.apache.lucene.queryparser.flexible.standard.builders.StandardQueryTreeBuilder;
import org.apache.lucene.queryparser.flexible.standard.nodes.IntervalQueryNode;
import org.apache.lucene.queryparser.flexible.standard.nodes.PrefixWildcardQueryNode;
import org.apache.lucene.queryparser.flexible.standard.nodes.intervalfn.IntervalFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.RefusedEntriesException.Refusal;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Evasion;
import org.tocsin.lexicons.pack.MatchMode;

/** Reads queries and finds the words that trigger them; collects all refusals. */
final class QueryCompiler {
  static final String FIELD = "text";

  private static final Pattern SET = Pattern.compile("@([\\p{L}\\p{N}_-]+)");

  private final StandardQueryParser parser = new StandardQueryParser();
  private final StandardQueryTreeBuilder builder = new StandardQueryTreeBuilder();
  private final QueryWords words = new QueryWords();
  private final Spellings spellings = new Spellings();
  private final List<Refusal> refusals = new ArrayList<>();

  /** Sets are in many queries: each of their words is made once. */
  private final Map<Manner, Map<String, Words>> texts = new HashMap<>();

  /** What it depends on besides a word how it is looked for. */
  private record Manner(
      MatchMode mode, List<String> languages, List<String> suffixes, Set<Evasion> evasions) {}

  /**
   * A query and what of it is asked of texts first.
   *
   * @param query over the field {@link #FIELD}
   * @param clauses what a text must hold to match, in one of these ways
   */
  record Compiled(Query query, List<Clause> clauses) {}

  QueryCompiler() {
    parser.setQueryBuilder(builder);
  }

  /** Makes the parser look for words as an entry does. */
  private void understand(Entry entry) {
    Analyzer analyzer = WordTokenizer.analyzer(word -> term(entry, word));
    Manner manner = new Manner(entry.mode(), entry.languages(), entry.suffixes(), entry.evasions());
    Map<String, Words> known = texts.computeIfAbsent(manner, unused -> new HashMap<>());
    IntervalTree tree =
        new IntervalTree(
            entry,
            words,
            text -> known.computeIfAbsent(text, t -> new Words(t, entry, words, spellings)));
    parser.setAnalyzer(analyzer);
    builder.setBuilder(
        IntervalQueryNode.class,
        node -> {
          IntervalFunction function = tree.of((IntervalQueryNode) node);
          IntervalsSource run = function.toIntervalSource(FIELD, analyzer);
          IntervalsSource shown = function.toIntervalSource(AnyOf.AS_WRITTEN, analyzer);
          return new IntervalQuery(FIELD, new ShownSource(run, shown));
        });
    builder.setBuilder(
        PrefixWildcardQueryNode.class,
        node -> {
          CharSequence text = ((PrefixWildcardQueryNode) node).getText();
          String word = text.subSequence(0, text.length() - 1).toString();
          return new TermQuery(new Term(FIELD, PatternWord.beginning(word, entry, words)));
        });
  }

  private String term(Entry entry, String word) {
    List<Spellings.Spelling> ways = spellings.of(entry, word);
    return ways.isEmpty()
        ? word
        : words.term(entry, Spellings.form(entry, ways.get(0), 0), Evaded.EXACT);
  }

  /** Compiles one entry's query; null when it is refused. */
  @Nullable Compiled compile(Entry entry, String query, Map<String, List<String>> sets) {
    String expanded = expand(entry, query, sets);
    if (expanded == null) {
      return null;
    }
    try {
      understand(entry);
      Query parsed = parser.parse(expanded, FIELD);
      List<Clause> clauses = RequirementReader.read(parsed, words).clauses();
      if (clauses == null) {
        refuse(
            entry,
            "no word is required: every text would have to be searched; add a word or group that"
                + " must occur beside wildcards, fuzzy and excluded terms");
        return null;
      }
      return new Compiled(parsed, clauses);
    } catch (QueryNodeException | RuntimeException e) {
      refuse(
          entry,
          e.getCause() instanceof IndexSearcher.TooManyClauses
              ? tooMany()
              : Unreadable.reason(query, e));
    } catch (StackOverflowError e) {
      refuse(entry, "the query is nested too deeply");
    }
    return null;
  }

  private @Nullable String expand(Entry entry, String query, Map<String, List<String>> sets) {
    Matcher matcher = SET.matcher(query);
    StringBuilder expanded = new StringBuilder();
    while (matcher.find()) {
      List<String> words = sets.get(matcher.group(1));
      if (words == null || words.isEmpty()) {
        refuse(entry, "no set " + matcher.group() + " in its pack; there are " + sets.keySet());
        return null;
      }
      String any =
          words.stream()
              .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
              .collect(Collectors.joining(" ", "fn:or(", ")"));
      matcher.appendReplacement(expanded, Matcher.quoteReplacement(any));
    }
    return matcher.appendTail(expanded).toString();
  }

  private static String tooMany() {
    return "the query has more than %,d clauses; a set and fn:or(@set) take any number of words"
        .formatted(IndexSearcher.getMaxClauseCount());
  }

  private void refuse(Entry entry, String reason) {
    refusals.add(new Refusal(entry.pack(), entry.id(), reason));
  }

  /** The words of all queries so far. */
  QueryVocabulary vocabulary(List<@Nullable Compiled> queries) {
    return words.vocabulary(queries);
  }

  /** All entries that were refused so far. */
  List<Refusal> refusals() {
    return refusals;
  }
}
