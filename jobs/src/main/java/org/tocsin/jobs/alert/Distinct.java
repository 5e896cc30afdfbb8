package org.tocsin.jobs.alert;

import java.util.HashSet;
import java.util.Set;
import org.apache.datasketches.hll.HllSketch;
import org.jspecify.annotations.Nullable;

/** How many different ones there are: exact until a sketch of many is among them. */
final class Distinct {
  private final Set<Long> few = new HashSet<>();
  private @Nullable HllSketch many;

  void add(long hash) {
    few.add(hash);
  }

  void addAll(HllSketch sketch) {
    if (!sketch.isEmpty()) {
      many = many == null ? sketch : Sketch.union(many, sketch);
    }
  }

  long count() {
    if (many == null) {
      return few.size();
    }
    HllSketch all = many.copy();
    few.forEach(all::update);
    return Sketch.estimate(all);
  }
}
