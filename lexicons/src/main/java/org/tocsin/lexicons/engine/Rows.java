package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Rows of words of which a text must hold one whole, found by the rarest word of each. */
final class Rows {
  private final BitSet starts = new BitSet();
  private final List<Row> rows = new ArrayList<>();

  /**
   * A row.
   *
   * @param start the number of its rarest term
   * @param others the numbers of the others
   */
  private record Row(int start, List<Integer> others) {}

  void add(int start, BitSet terms) {
    starts.set(start);
    rows.add(new Row(start, terms.stream().filter(term -> term != start).boxed().toList()));
    rows.sort(Comparator.comparingInt(Row::start));
  }

  void addAll(Rows others) {
    starts.or(others.starts);
    rows.addAll(others.rows);
    rows.sort(Comparator.comparingInt(Row::start));
  }

  /** Whether a text holds all terms of some row. */
  boolean anyIn(TermSet seen) {
    for (int i = 0; i < seen.size(); i++) {
      if (starts.get(seen.get(i)) && anyIn(seen, seen.get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean anyIn(TermSet seen, int start) {
    for (int i = first(start); i < rows.size() && rows.get(i).start == start; i++) {
      if (holds(seen, rows.get(i).others)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(TermSet seen, List<Integer> terms) {
    for (int i = 0; i < terms.size(); i++) {
      if (!seen.has(terms.get(i))) {
        return false;
      }
    }
    return true;
  }

  private int first(int start) {
    int low = 0;
    int high = rows.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rows.get(middle).start < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
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
