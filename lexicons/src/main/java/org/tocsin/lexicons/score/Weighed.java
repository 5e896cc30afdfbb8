package org.tocsin.lexicons.score;

import java.util.Comparator;
import java.util.List;
import org.tocsin.lexicons.context.ContextHit;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.watchlist.Watchlist;

/**
 * A match with the contexts around it and what they leave of its weight.
 *
 * @param entry what matched
 * @param start UTF-16 offset in the original text
 * @param end offset after it
 * @param how how it was found
 * @param contexts around it, one for each tag
 */
public record Weighed(Entry entry, int start, int end, String how, List<ContextHit> contexts) {
  static final Comparator<Weighed> BY_POSITION =
      Comparator.comparingInt(Weighed::start)
          .thenComparingInt(Weighed::end)
          .thenComparing(hit -> hit.entry().id())
          .thenComparing(hit -> hit.entry().pack());

  public Weighed {
    contexts = List.copyOf(contexts);
  }

  /**
   * {@code weight x product(1 - lowers)} over its contexts; 0 when its entry is not active, for
   * shadows do not count. No context lowers a value that is on a watchlist.
   */
  public double weight() {
    if (entry.status() != Entry.Status.ACTIVE) {
      return 0;
    }
    if (Watchlist.isExact(entry)) {
      return entry.weight();
    }
    return entry.weight() * ContextHit.left(contexts);
  }
}
