package org.tocsin.benchmarks;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.monitor.TermWeightor;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Other engines, each as a function from a text to the number of its matches. */
final class Peers {
  private Peers() {}

  /** Lucene Monitor with its best setting: terms weighed by how rare they are in the corpus. */
  static ToIntFunction<String> monitor(List<String> phrases, List<String> corpus) {
    try {
      Map<String, Integer> counts = new HashMap<>();
      for (String text : corpus.subList(0, Math.min(60_000, corpus.size()))) {
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
          counts.merge(word, 1, Integer::sum);
        }
      }
      TermWeightor rarest = term -> 1.0 / (1 + counts.getOrDefault(term.text(), 0));
      Analyzer analyzer = new StandardAnalyzer();
      Monitor monitor =
          new Monitor(
              analyzer,
              new TermFilteredPresearcher(rarest, List.of(), java.util.Set.of()),
              new MonitorConfiguration());
      List<MonitorQuery> queries = new ArrayList<>();
      for (String phrase : phrases) {
        queries.add(new MonitorQuery("q" + queries.size(), query(phrase)));
      }
      monitor.register(queries);
      return text -> {
        Document document = new Document();
        document.add(new TextField("text", text, Field.Store.NO));
        try {
          return monitor.match(document, QueryMatch.SIMPLE_MATCHER).getMatchCount();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Query query(String phrase) {
    String[] words = phrase.split(" ", -1);
    return words.length == 1
        ? new TermQuery(new Term("text", phrase))
        : new PhraseQuery("text", words);
  }

  /** Aho-Corasick over a double array; lower case is all that it undoes. */
  static ToIntFunction<String> doubleArray(List<String> phrases) {
    TreeMap<String, String> map = new TreeMap<>();
    phrases.forEach(phrase -> map.put(phrase, phrase));
    AhoCorasickDoubleArrayTrie<String> trie = new AhoCorasickDoubleArrayTrie<>();
    trie.build(map);
    return text -> {
      int[] hits = new int[1];
      String lower = text.toLowerCase(Locale.ROOT);
      trie.parseText(
          lower,
          (begin, end, value) -> {
            boolean whole =
                (begin == 0 || !Character.isLetterOrDigit(lower.charAt(begin - 1)))
                    && (end == lower.length() || !Character.isLetterOrDigit(lower.charAt(end)));
            hits[0] += whole ? 1 : 0;
          });
      return hits[0];
    };
  }

  /** One alternation of all phrases. */
  static ToIntFunction<String> regex(List<String> phrases) {
    Pattern pattern =
        Pattern.compile(
            phrases.stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(?:", ")\\b")),
            Pattern.CASE_INSENSITIVE);
    return text -> (int) pattern.matcher(text).results().count();
  }
}
