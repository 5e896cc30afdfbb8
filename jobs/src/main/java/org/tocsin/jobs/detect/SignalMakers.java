package org.tocsin.jobs.detect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.format.PostDraft;
import org.tocsin.events.PseudonymKey;
import org.tocsin.jobs.detect.BundleTimeline.Step;
import org.tocsin.jobs.duplicates.Sketcher;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.watchlist.Watchlist;

/** A signal maker for each bundle and watchlist in force at some time. One per thread. */
final class SignalMakers {
  private final BundleFeed feed;
  private final PseudonymKey key;
  private final @Nullable Watchlist watchlist;
  private final Map<Pair, SignalMaker> makers = new HashMap<>();
  private @Nullable LexiconBundle last;
  private @Nullable Watchlist lastList;
  private @Nullable SignalMaker lastMaker;

  private final Counter shadowSignals;
  private @Nullable LexiconBundle shadow;
  private @Nullable SignalMaker shadowMaker;

  /** What a maker is made of; of these there is one for each digest in this JVM. */
  private record Pair(LexiconBundle bundle, @Nullable Watchlist watchlist) {}

  /**
   * Makers of what the feed says.
   *
   * @param key makes pseudonyms and sketches
   * @param watchlist what is looked for besides, until the feed has one; null for nothing
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
      metrics.<Long, Gauge<Long>>gauge("watchlistPublication", feed::watchlistSequence);
      metrics.<Long, Gauge<Long>>gauge("bundlesRefused", feed::refused);
      metrics.<Long, Gauge<Long>>gauge("bundlePublishedSeconds", feed::publishedSeconds);
    }
  }

  /** Counts what a shadow bundle would find in a post, and tells nobody else. */
  void tryShadow(PostDraft draft) {
    LexiconBundle now = feed.shadow();
    if (now == null) {
      shadowMaker = null;
    } else if (now != shadow || shadowMaker == null) {
      shadowMaker = maker(new Pair(now, watchlist));
    }
    shadow = now;
    if (shadowMaker != null) {
      shadowSignals.inc(shadowMaker.of(draft).size());
    }
  }

  /** For a post of this event time, epoch milliseconds. */
  SignalMaker at(long time) {
    LexiconBundle bundle = feed.timeline().at(time);
    Watchlist list = feed.watchlists().at(time).orElse(watchlist);
    SignalMaker maker = lastMaker;
    if (bundle != last || list != lastList || maker == null) {
      forgetOthers();
      maker = makers.computeIfAbsent(new Pair(bundle, list), this::maker);
      last = bundle;
      lastList = list;
      lastMaker = maker;
    }
    return maker;
  }

  private SignalMaker maker(Pair pair) {
    return new SignalMaker(pair.bundle, pair.watchlist, key.pseudonyms(), new Sketcher(key));
  }

  private void forgetOthers() {
    Set<LexiconBundle> bundles =
        feed.timeline().steps().stream().map(Step::bundle).collect(Collectors.toSet());
    Set<@Nullable Watchlist> lists = new HashSet<>();
    feed.watchlists().steps().forEach(step -> lists.add(step.bundle().orElse(watchlist)));
    makers
        .keySet()
        .removeIf(pair -> !bundles.contains(pair.bundle) || !lists.contains(pair.watchlist));
  }
}
