package org.tocsin.lexicons.engine;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.apache.lucene.queryparser.flexible.standard.nodes.IntervalQueryNode;
import org.apache.lucene.queryparser.flexible.standard.nodes.intervalfn.AnalyzedText;
import org.apache.lucene.queryparser.flexible.standard.nodes.intervalfn.AtLeast;
import org.apache.lucene.queryparser.flexible.standard.nodes.intervalfn.FuzzyTerm;
import org.apache.lucene.queryparser.flexible.standard.nodes.intervalfn.IntervalFunction;
import org.apache.lucene.queryparser.flexible.standard.nodes.intervalfn.NonOverlapping;
import org.apache.lucene.queryparser.flexible.standard.nodes.intervalfn.NotContainedBy;
import org.apache.lucene.queryparser.flexible.standard.nodes.intervalfn.NotWithin;
import org.apache.lucene.queryparser.flexible.standard.nodes.intervalfn.Or;
import org.apache.lucene.queryparser.flexible.standard.nodes.intervalfn.Unordered;
import org.apache.lucene.queryparser.flexible.standard.nodes.intervalfn.Wildcard;
import org.tocsin.lexicons.pack.Entry;

/**
 * Puts our functions where Lucene's parser put its own. What it parsed is kept in private fields
 * that nothing reads out, and the parser's productions are private too: hence reflection, over the
 * version of Lucene that the parent pom names.
 */
final class IntervalTree {
  /** So many combinations of an {@code fn:atLeast} are written out. */
  private static final int MOST_COMBINATIONS = 1024;

  private final Entry entry;
  private final QueryWords terms;
  private final Function<String, Words> words;

  /**
   * For the query of an entry.
   *
   * @param words makes words of a text
   */
  IntervalTree(Entry entry, QueryWords terms, Function<String, Words> words) {
    this.entry = entry;
    this.terms = terms;
    this.words = words;
  }

  /** The function of a parsed node, with ours in it. */
  IntervalFunction of(IntervalQueryNode node) {
    return ours((IntervalFunction) get(node, "source"));
  }

  private IntervalFunction ours(IntervalFunction function) {
    if (function.getClass().getPackage() == IntervalTree.class.getPackage()) {
      return function;
    }
    for (Field field : function.getClass().getDeclaredFields()) {
      if (field.getType() == IntervalFunction.class) {
        set(function, field, ours((IntervalFunction) get(function, field.getName())));
      } else if (field.getType() == List.class) {
        set(function, field, list(get(function, field.getName())));
      }
    }
    if (function instanceof AnalyzedText) {
      return words.apply((String) get(function, "term"));
    }
    if (function instanceof Wildcard) {
      return PatternWord.wildcard((String) get(function, "wildcard"), entry, terms);
    }
    if (function instanceof FuzzyTerm) {
      int edits = (int) get(function, "maxEdits");
      return PatternWord.fuzzy((String) get(function, "term"), edits, terms);
    }
    if (function instanceof Or) {
      return new AnyOf(list(get(function, "sources")), terms);
    }
    return function instanceof AtLeast atLeast ? atLeast(atLeast) : excluding(function);
  }

  /**
   * What is excluded is excluded layer by layer: of two overlapping alternatives Lucene sees only
   * the shorter, and what stands beside the longer would be taken for far enough.
   */
  private static IntervalFunction excluding(IntervalFunction function) {
    if (function instanceof NotWithin) {
      int positions = (int) get(function, "positions");
      return excluding(
          function, "minuend", "subtrahend", (kept, out) -> new NotWithin(kept, positions, out));
    }
    if (function instanceof NonOverlapping) {
      return excluding(function, "minuend", "subtrahend", NonOverlapping::new);
    }
    return function instanceof NotContainedBy
        ? excluding(function, "small", "big", NotContainedBy::new)
        : function;
  }

  private static IntervalFunction excluding(
      IntervalFunction function, String of, String what, BinaryOperator<IntervalFunction> without) {
    if (!(get(function, what) instanceof AnyOf any)) {
      return function;
    }
    IntervalFunction kept = (IntervalFunction) get(function, of);
    for (IntervalFunction layer : any.layers()) {
      kept = without.apply(kept, layer);
    }
    return kept;
  }

  /** Lucene's forgets the other words once one of those it began with is used up. */
  private IntervalFunction atLeast(AtLeast function) {
    int least = (int) get(function, "minShouldMatch");
    List<IntervalFunction> choices = list(get(function, "sources"));
    List<IntervalFunction> combinations = new ArrayList<>();
    boolean all = combine(choices, least, 0, new ArrayList<>(), combinations);
    return all && !combinations.isEmpty() ? new AnyOf(combinations, terms) : function;
  }

  private static boolean combine(
      List<IntervalFunction> choices,
      int least,
      int from,
      List<IntervalFunction> chosen,
      List<IntervalFunction> combinations) {
    if (chosen.size() == least) {
      combinations.add(chosen.size() == 1 ? chosen.get(0) : new Unordered(List.copyOf(chosen)));
      return least == 1 || combinations.size() <= MOST_COMBINATIONS;
    }
    boolean all = true;
    for (int i = from; i < choices.size() && all; i++) {
      chosen.add(choices.get(i));
      all = combine(choices, least, i + 1, chosen, combinations);
      chosen.remove(chosen.size() - 1);
    }
    return all;
  }

  private List<IntervalFunction> list(Object functions) {
    List<IntervalFunction> ours = new ArrayList<>();
    for (Object function : (List<?>) functions) {
      ours.add(ours((IntervalFunction) function));
    }
    return ours;
  }

  private static Object get(Object holder, String name) {
    try {
      Field field = holder.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return field.get(holder);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("another Lucene than the one built against", e);
    }
  }

  private static void set(IntervalFunction holder, Field field, Object value) {
    try {
      field.setAccessible(true);
      field.set(holder, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("another Lucene than the one built against", e);
    }
  }
}
