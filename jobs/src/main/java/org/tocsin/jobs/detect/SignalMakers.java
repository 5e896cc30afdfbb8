package org.tocsin.jobs.detect;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.format.PostDraft;
import org.tocsin.events.PseudonymKey;
import org.tocsin.jobs.duplicates.Sketcher;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.watchlist.Watchlist;

/** A signal maker for each bundle that is in force at some time. One per thread. */
final class SignalMakers {
  private final BundleFeed feed;
  private final PseudonymKey key;
  private final @Nullable Watchlist watchlist;
  private final Map<String, SignalMaker> makers = new HashMap<>();
  private @Nullable LexiconBundle last;
  private @Nullable SignalMaker lastMaker;

  private final Counter shadowSignals;
  private @Nullable LexiconBundle shadow;
  private @Nullable SignalMaker shadowMaker;

  /**
   * Makers of what the feed says.
   *
   * @param key makes pseudonyms and sketches
   * @param watchlist what is looked for besides; null for nothing
   * @param metrics where to tell what is in force; null for nowhere
   */
  SignalMakers(
      BundleFeed feed,
      PseudonymKey key,
      @Nullable Watchlist watchlist,
      @Nullable MetricGroup metrics) {
    this.feed = feed;
    this.key = key;
    this.watchlist = watchlist;
    if (metrics == null) {
      shadowSignals = new SimpleCounter();
    } else {
      shadowSignals = metrics.counter("shadowSignals");
      metrics.<Long, Gauge<Long>>gauge("bundlePublication", feed::sequence);
      metrics.<Long, Gauge<Long>>gauge("bundlesRefused", feed::refused);
      metrics.<Long, Gauge<Long>>gauge("bundlePublishedSeconds", feed::publishedSeconds);
    }
  }

  /** Counts what a shadow bundle would find in a post, and tells nobody else. */
  void tryShadow(PostDraft draft) {
    LexiconBundle now = feed.timeline().shadow();
    if (now == null) {
      shadowMaker = null;
    } else if (now != shadow || shadowMaker == null) {
      shadowMaker = maker(now);
    }
    shadow = now;
    if (shadowMaker != null) {
      shadowSignals.inc(shadowMaker.of(draft).size());
    }
  }

  /** For a post of this event time, epoch milliseconds. */
  SignalMaker at(long time) {
    BundleTimeline timeline = feed.timeline();
    LexiconBundle bundle = timeline.at(time);
    SignalMaker maker = lastMaker;
    if (bundle != last || maker == null) {
      forgetOthers(timeline);
      maker = makers.computeIfAbsent(bundle.digest(), digest -> maker(bundle));
      last = bundle;
      lastMaker = maker;
    }
    return maker;
  }

  private SignalMaker maker(LexiconBundle bundle) {
    return new SignalMaker(bundle, watchlist, key.pseudonyms(), new Sketcher(key));
  }

  private void forgetOthers(BundleTimeline timeline) {
    makers
        .keySet()
        .retainAll(
            timeline.steps().stream()
                .map(step -> step.bundle().digest())
                .collect(Collectors.toSet()));
  }
}
