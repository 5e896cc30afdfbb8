package org.tocsin.jobs.detect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;
import org.apache.flink.util.clock.Clock;
import org.apache.flink.util.clock.SystemClock;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.format.PostDraft;
import org.tocsin.events.PseudonymKey;
import org.tocsin.events.Signal;
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

  /** One post in so many is timed: a clock asked for each would cost more than it tells. */
  private static final int TIMED = 256;

  /** Of so many times of late the quantiles are told. */
  private static final int TIMES = 1_000;

  /** Digests that a metric is labelled with; one that publishes without end fills no memory. */
  private static final int MOST_TOLD = 100;

  private final @Nullable MetricGroup metrics;
  private final Set<String> told = new HashSet<>();
  private final Clock clock = SystemClock.getInstance();
  private final @Nullable Histogram matchNanos;
  private int posts;
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
    this.metrics = metrics;
    if (metrics == null) {
      shadowSignals = new SimpleCounter();
      matchNanos = null;
    } else {
      shadowSignals = metrics.counter("shadowSignals");
      matchNanos = metrics.histogram("matchNanos", new DescriptiveStatisticsHistogram(TIMES));
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

  /** The signals of a post, by the bundle of its time. */
  List<Signal> of(PostDraft draft) {
    SignalMaker maker = at(draft.versionAt());
    if (matchNanos == null || posts++ % TIMED != 0) {
      return maker.of(draft);
    }
    long began = clock.relativeTimeNanos();
    List<Signal> found = maker.of(draft);
    matchNanos.update(clock.relativeTimeNanos() - began);
    return found;
  }

  /** For a post of this event time, epoch milliseconds. */
  SignalMaker at(long time) {
    LexiconBundle bundle = feed.timeline().at(time);
    Watchlist list = feed.watchlists().at(time).orElse(watchlist);
    SignalMaker maker = lastMaker;
    if (bundle != last || list != lastList || maker == null) {
      forgetOthers();
      tell(bundle.digest());
      maker = makers.computeIfAbsent(new Pair(bundle, list), this::maker);
      last = bundle;
      lastList = list;
      lastMaker = maker;
    }
    return maker;
  }

  /** Says by a label which bundle it is: 1 for the one that posts of now are matched by. */
  private void tell(String digest) {
    if (metrics != null && told.size() < MOST_TOLD && told.add(digest)) {
      metrics
          .addGroup("bundle", digest)
          .<Integer, Gauge<Integer>>gauge(
              "inForce", () -> feed.timeline().at(Long.MAX_VALUE).digest().equals(digest) ? 1 : 0);
    }
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
