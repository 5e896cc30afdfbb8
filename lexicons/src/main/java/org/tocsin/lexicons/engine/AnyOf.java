package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.queryparser.flexible.standard.nodes.intervalfn.IntervalFunction;
import org.jspecify.annotations.Nullable;

/**
 * One of several texts or functions, as {@code fn:or} has it.
 *
 * <p>Lucene's own has to be multiplied out wherever gaps are counted, because of two overlapping
 * alternatives it only reports the shorter: "hill people" is not seen where "hill" is one too. That
 * costs the product of all groups and ends at 1,024. Here alternatives are kept in layers of which
 * none holds one that is part of another; only the layers, seldom more than two, are multiplied.
 */
final class AnyOf extends IntervalFunction {
  /** A field of which sources are made only to be looked at: nothing is multiplied. */
  static final String AS_WRITTEN = "as written";

  private final QueryWords terms;
  private final List<IntervalFunction> choices = new ArrayList<>();
  private @Nullable List<IntervalFunction> layers;

  AnyOf(List<IntervalFunction> choices, QueryWords terms) {
    this.terms = terms;
    for (IntervalFunction choice : choices) {
      if (choice instanceof AnyOf nested) {
        this.choices.addAll(nested.choices);
      } else {
        this.choices.add(choice);
      }
    }
  }

  /** The alternatives, parted so that none is within another beside it. */
  List<IntervalFunction> layers() {
    if (layers == null) {
      layers = parted();
    }
    return layers;
  }

  private List<IntervalFunction> parted() {
    List<IntervalFunction> parted = new ArrayList<>();
    Layers texts = new Layers();
    for (IntervalFunction choice : choices) {
      if (choice instanceof Words words) {
        texts.add(words.words(), words.ways());
      } else if (choice instanceof PatternWord pattern) {
        texts.addWord(pattern.way());
      } else {
        parted.add(choice);
      }
    }
    texts.layers().forEach(layer -> parted.add(new Layer(terms.choice(layer))));
    return parted;
  }

  @Override
  public IntervalsSource toIntervalSource(String field, Analyzer analyzer) {
    List<IntervalsSource> sources =
        layers().stream().map(layer -> layer.toIntervalSource(field, analyzer)).toList();
    return Intervals.or(!field.equals(AS_WRITTEN), sources);
  }

  @Override
  public String toString() {
    return choices.stream().map(Object::toString).collect(Collectors.joining(" ", "fn:or(", ")"));
  }

  /** Some texts of which none is part of another. */
  private static final class Layer extends IntervalFunction {
    private final IntervalsSource source;

    Layer(IntervalsSource source) {
      this.source = source;
    }

    @Override
    public IntervalsSource toIntervalSource(String field, Analyzer analyzer) {
      return source;
    }

    @Override
    public String toString() {
      return source.toString();
    }
  }
}
