package org.tocsin.lexicons.engine;

import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/** Reads out of a query what a text must hold to match it. */
final class RequirementReader extends QueryVisitor {
  private final Requirement into;

  private RequirementReader(Requirement into) {
    this.into = into;
  }

  static Requirement read(Query query, QueryWords words) {
    Requirement root = new Requirement(true, words);
    query.visit(new RequirementReader(root));
    return root.simplified().numbered();
  }

  @Override
  public void consumeTerms(Query query, Term... terms) {
    for (Term term : terms) {
      into.add(term.text());
    }
  }

  @Override
  public void consumeTermsMatching(
      Query query, String field, Supplier<ByteRunAutomaton> automaton) {
    into.addUnknown();
  }

  @Override
  public void visitLeaf(Query query) {
    into.addUnknown();
  }

  @Override
  public QueryVisitor getSubVisitor(Occur occur, Query parent) {
    if (occur == Occur.MUST_NOT || (occur == Occur.SHOULD && optional(parent))) {
      return QueryVisitor.EMPTY_VISITOR;
    }
    return new RequirementReader(into.part(occur != Occur.SHOULD));
  }

  private static boolean optional(Query parent) {
    return parent instanceof BooleanQuery clauses
        && clauses.getMinimumNumberShouldMatch() == 0
        && clauses.clauses().stream().anyMatch(clause -> clause.isRequired());
  }
}
