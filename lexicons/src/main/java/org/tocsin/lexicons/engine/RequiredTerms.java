package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.jspecify.annotations.Nullable;

/** The terms of which a text must hold one for a query to match: its rarest required choice. */
final class RequiredTerms extends QueryVisitor {
  /** How frequent a word is that is on no list, times its length. */
  private static final double UNLISTED = 1e-4;

  private final QueryWords words;
  private final boolean all;
  private final List<@Nullable Set<QueryWords.Key>> choices = new ArrayList<>();
  private final List<RequiredTerms> children = new ArrayList<>();

  private RequiredTerms(QueryWords words, boolean all) {
    this.words = words;
    this.all = all;
  }

  /** The terms, or null when the query can match a text with no certain term. */
  static @Nullable Set<QueryWords.Key> of(Query query, QueryWords words) {
    RequiredTerms root = new RequiredTerms(words, true);
    query.visit(root);
    return root.terms();
  }

  @Override
  public void consumeTerms(Query query, Term... terms) {
    for (Term term : terms) {
      QueryWords.Key word = words.key(term.text());
      choices.add(word != null && word.triggers() ? Set.of(word) : null);
    }
  }

  @Override
  public void consumeTermsMatching(
      Query query, String field, Supplier<ByteRunAutomaton> automaton) {
    choices.add(null);
  }

  @Override
  public void visitLeaf(Query query) {
    choices.add(null);
  }

  @Override
  public QueryVisitor getSubVisitor(Occur occur, Query parent) {
    if (occur == Occur.MUST_NOT || (occur == Occur.SHOULD && optional(parent))) {
      return QueryVisitor.EMPTY_VISITOR;
    }
    RequiredTerms child = new RequiredTerms(words, occur != Occur.SHOULD);
    children.add(child);
    return child;
  }

  private static boolean optional(Query parent) {
    return parent instanceof BooleanQuery clauses
        && clauses.getMinimumNumberShouldMatch() == 0
        && clauses.clauses().stream().anyMatch(clause -> clause.isRequired());
  }

  private @Nullable Set<QueryWords.Key> terms() {
    List<@Nullable Set<QueryWords.Key>> options = new ArrayList<>(choices);
    children.forEach(child -> options.add(child.terms()));
    return all ? rarest(options) : union(options);
  }

  private static @Nullable Set<QueryWords.Key> rarest(List<@Nullable Set<QueryWords.Key>> options) {
    Set<QueryWords.Key> best = null;
    for (Set<QueryWords.Key> option : options) {
      if (option != null && (best == null || frequency(option) < frequency(best))) {
        best = option;
      }
    }
    return best;
  }

  private static @Nullable Set<QueryWords.Key> union(List<@Nullable Set<QueryWords.Key>> options) {
    Set<QueryWords.Key> union = new LinkedHashSet<>();
    for (Set<QueryWords.Key> option : options) {
      if (option == null) {
        return null;
      }
      union.addAll(option);
    }
    return union.isEmpty() ? null : union;
  }

  /** A guess, after Zipf: a word is as frequent as its place is low; unlisted ones by length. */
  private static double frequency(Set<QueryWords.Key> terms) {
    return terms.stream().mapToDouble(RequiredTerms::frequency).sum();
  }

  private static double frequency(QueryWords.Key key) {
    String term = key.form().word();
    int rank = CommonWords.stops(term) ? 1 : CommonWords.rank(term);
    return rank > 0 ? 1.0 / rank : UNLISTED / (1.0 + term.length());
  }
}
