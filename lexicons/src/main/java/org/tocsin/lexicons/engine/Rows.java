package org.tocsin.lexicons.engine;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Rows of words of which a text must hold one whole, each by its rarest word. */
final class Rows {
  private final Set<Row> rows = new LinkedHashSet<>();

  /**
   * A row.
   *
   * @param start the number of its rarest term
   * @param others the numbers of the others
   */
  record Row(int start, List<Integer> others) {}

  void add(int start, BitSet terms) {
    rows.add(new Row(start, terms.stream().filter(term -> term != start).boxed().toList()));
  }

  void addAll(Rows others) {
    rows.addAll(others.rows);
  }

  Collection<Row> all() {
    return rows;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rows that && that.rows.equals(rows);
  }

  @Override
  public int hashCode() {
    return rows.hashCode();
  }
}
