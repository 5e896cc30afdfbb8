package org.tocsin.lexicons.watchlist;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tocsin.events.Observable;
import org.tocsin.lexicons.MatchSink;
import org.tocsin.lexicons.Matcher;
import org.tocsin.lexicons.observable.ObservableExtractor;
import org.tocsin.lexicons.pack.Entry;

/**
 * Looks for listed values and names in texts. Reuses its buffers: one per thread. A text without
 * observables costs one look at it and no memory.
 */
public final class WatchlistMatcher {
  private final WatchlistIndex index;
  private final Matcher names;
  private final ObservableExtractor extractor = new ObservableExtractor();
  private final List<Observable> found = new ArrayList<>();
  private final Consumer<Observable> keep = found::add;
  private final List<Named> named = new ArrayList<>();
  private final MatchSink keepName =
      (entry, start, end, how) -> this.named.add(new Named(entry, start, end, how));
  private boolean listed;
  private boolean money;

  /** A name where it stands. */
  private record Named(Entry entry, int start, int end, String how) {}

  WatchlistMatcher(WatchlistIndex index) {
    this.index = index;
    this.names = index.names().newMatcher();
  }

  /**
   * Looks for listed values, and tells each as a match of weight 1.
   *
   * @param text the original text
   * @return whether there was any
   */
  public boolean values(String text, MatchSink sink) {
    found.clear();
    listed = false;
    money = false;
    extractor.extract(text, keep);
    for (int i = 0; i < found.size(); i++) {
      Observable one = found.get(i);
      money |= ObservableExtractor.isFinancing(one);
      WatchlistIndex.Exact exact = index.listed(one);
      if (exact != null) {
        listed = true;
        List<String> references = exact.references();
        found.set(
            i,
            one.listedAs(
                references.subList(0, Math.min(references.size(), Observable.MAX_LISTED))));
        sink.accept(exact.entry(), one.start(), one.end(), "exact");
      }
    }
    return listed;
  }

  /**
   * Looks for names in the text that {@link #values} was given, and tells each: the good ones, and
   * the weak ones for which something else speaks.
   */
  public void names(String text, MatchSink sink) {
    named.clear();
    names.match(text, "und", keepName);
    for (Named name : named) {
      if (!index.isWeak(name.entry()) || money || anotherNameOf(name)) {
        sink.accept(name.entry(), name.start(), name.end(), name.how());
      }
    }
  }

  /** Whether the same item is also named elsewhere in the text, by whatever name of it. */
  private boolean anotherNameOf(Named name) {
    for (Named other : named) {
      if (other.entry().id().equals(name.entry().id())
          && (other.end() <= name.start() || name.end() <= other.start())) {
        return true;
      }
    }
    return false;
  }

  /**
   * The observables of the last text, listed ones marked, no more than {@code max}: see {@link
   * ObservableExtractor#most}.
   */
  public List<Observable> observables(int max) {
    return ObservableExtractor.most(found, max);
  }
}
