package org.tocsin.lexicons.context;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tocsin.lexicons.pack.ContextTag;

/**
 * A cue found near a match.
 *
 * @param tag the context that it is a sign of
 * @param lowers share of its weight that the match loses
 * @param start UTF-16 offset in the original text
 * @param end offset after it
 */
public record ContextHit(ContextTag tag, double lowers, int start, int end) {

  /** What several contexts leave of a weight of 1. */
  public static double left(List<ContextHit> contexts) {
    double left = 1;
    for (ContextHit context : contexts) {
      left *= 1 - context.lowers;
    }
    return left;
  }

  /** The contexts of two places, in order of their tags; of each tag the one that lowers most. */
  public static List<ContextHit> union(List<ContextHit> one, List<ContextHit> other) {
    Map<ContextTag, ContextHit> strongest = new EnumMap<>(ContextTag.class);
    one.forEach(hit -> strongest.put(hit.tag, hit));
    other.forEach(hit -> strongest.merge(hit.tag, hit, (a, b) -> b.lowers > a.lowers ? b : a));
    return List.copyOf(strongest.values());
  }
}
