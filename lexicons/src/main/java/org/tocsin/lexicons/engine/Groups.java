package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which groups of words, of which a query requires one, a word is in. Turned round so that a text
 * is asked once for each of its words and not for each group of each query. Immutable.
 */
final class Groups {
  private static final int[] NONE = {};
  private static final Member[] NO_MEMBERS = {};

  private final int[][] groups;
  private final Member[][] rows;
  private final int size;

  /**
   * A row of words that is in a group, without its rarest.
   *
   * @param others the numbers of the other terms
   */
  // Read-only and never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Member(int group, int[] others) {}

  /**
   * A group while queries are compiled.
   *
   * @param terms any of which meets it
   * @param rows any of which meets it as a whole
   */
  record Group(Set<Integer> terms, Set<Row> rows) {}

  /**
   * Words of which a text must hold all.
   *
   * @param start the number of the rarest term
   * @param others the numbers of the others
   */
  record Row(int start, List<Integer> others) {}

  /**
   * Turns groups round.
   *
   * @param numbered all groups
   * @param terms how many terms there are
   */
  static Groups of(Map<Group, Integer> numbered, int terms) {
    List<List<Integer>> groups = new ArrayList<>();
    List<List<Member>> rows = new ArrayList<>();
    for (int term = 0; term < terms; term++) {
      groups.add(new ArrayList<>(0));
      rows.add(new ArrayList<>(0));
    }
    numbered.forEach(
        (group, number) -> {
          group.terms.forEach(term -> groups.get(term).add(number));
          for (Row row : group.rows) {
            int[] others = row.others().stream().mapToInt(Integer::intValue).toArray();
            rows.get(row.start()).add(new Member(number, others));
          }
        });
    return new Groups(groups, rows, numbered.size());
  }

  private Groups(List<List<Integer>> groups, List<List<Member>> rows, int size) {
    this.size = size;
    this.groups =
        groups.stream()
            .map(
                list -> list.isEmpty() ? NONE : list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    this.rows =
        rows.stream()
            .map(list -> list.isEmpty() ? NO_MEMBERS : list.toArray(new Member[0]))
            .toArray(Member[][]::new);
  }

  /** Room for a bit of each. */
  long[] room() {
    return new long[size / Long.SIZE + 1];
  }

  /** Sets the bits of the groups that a text meets. */
  void meet(TermSet seen, long[] met) {
    for (int i = 0; i < seen.size(); i++) {
      for (int group : groups[seen.get(i)]) {
        met[group >>> 6] |= 1L << group;
      }
    }
    for (int i = 0; i < seen.size(); i++) {
      for (Member row : rows[seen.get(i)]) {
        if (seen.hasAll(row.others)) {
          met[row.group >>> 6] |= 1L << row.group;
        }
      }
    }
  }
}
