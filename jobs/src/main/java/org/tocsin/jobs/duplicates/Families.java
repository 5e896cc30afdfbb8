package org.tocsin.jobs.duplicates;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Puts the parts of families together. */
public final class Families {
  private Families() {}

  /**
   * Parts whose families are one, directly or by way of others (connected components): the same
   * sets for any order of the parts. Quadratic in their number: meant for the candidates of one
   * rule and pane.
   *
   * @param parts candidates, each from one band
   * @param family of a part
   * @return the sets; parts and sets in the order of the input
   */
  public static <T> List<List<T>> unite(List<T> parts, Function<? super T, Family> family) {
    List<Family> families = parts.stream().<Family>map(family).toList();
    int[] set = new int[parts.size()];
    for (int i = 0; i < set.length; i++) {
      set[i] = i;
      for (int j = 0; j < i; j++) {
        if (set[j] != set[i] && families.get(i).isOneWith(families.get(j))) {
          merge(set, set[i], set[j]);
        }
      }
    }
    List<List<T>> united = new ArrayList<>();
    for (int first = 0; first < set.length; first++) {
      List<T> members = new ArrayList<>();
      for (int i = 0; i < set.length; i++) {
        if (set[i] == first) {
          members.add(parts.get(i));
        }
      }
      if (!members.isEmpty()) {
        united.add(members);
      }
    }
    return united;
  }

  private static void merge(int[] set, int one, int other) {
    int kept = Math.min(one, other);
    int gone = Math.max(one, other);
    for (int i = 0; i < set.length; i++) {
      if (set[i] == gone) {
        set[i] = kept;
      }
    }
  }
}
