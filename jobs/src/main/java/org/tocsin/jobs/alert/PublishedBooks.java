package org.tocsin.jobs.alert;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.util.function.SerializableFunction;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.bundles.BundleTopic;
import org.tocsin.events.Signal;
import org.tocsin.jobs.detect.BundleTimeline;
import org.tocsin.jobs.detect.BundlesInForce;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.pack.Pack;
import org.tocsin.lexicons.pack.PackSource;

/** The rules of the bundles that a topic has, each from its time on. Books are made once. */
public final class PublishedBooks implements RuleBooks {
  private static final long serialVersionUID = 1L;

  /** The most books kept: those in force, and of signals that are remembered for days. */
  private static final int KEPT = 16;

  private final PackSource packs;
  private final BundleTopic topic;
  private final SerializableFunction<List<Pack>, RuleBook> choice;
  private final boolean postsAreKnown;
  private transient @Nullable BundlesInForce bundles;
  private transient @Nullable Map<String, RuleBook> books;
  private transient @Nullable RuleTimetable timetable;
  private transient @Nullable BundleTimeline<LexiconBundle> seen;
  private transient @Nullable RuleTimetable forcesOf;
  private transient List<Force> forces = List.of();
  private transient @Nullable String lastDigest;
  private transient @Nullable RuleBook last;

  /**
   * The rules of a topic.
   *
   * @param packs in force before the first publication; none to begin with that
   * @param choice the rules of packs that a job evaluates
   * @param postsAreKnown whether the job can count posts without signals
   */
  public PublishedBooks(
      PackSource packs,
      BundleTopic topic,
      SerializableFunction<List<Pack>, RuleBook> choice,
      boolean postsAreKnown) {
    this.packs = packs;
    this.topic = topic;
    this.choice = choice;
    this.postsAreKnown = postsAreKnown;
  }

  @Override
  public RuleBook at(long time) {
    return timetable().at(time);
  }

  @Override
  public RuleBook of(Signal signal) {
    String digest = signal.bundle();
    RuleBook book = last;
    if (book != null && digest.equals(lastDigest)) {
      return book;
    }
    book = known().get(digest);
    if (book == null) {
      LexiconBundle bundle = bundles().of(digest);
      if (bundle == null) {
        // By packs that are nowhere any more, or of a job that follows no bundles.
        return at(signal.post().versionAt().toEpochMilli());
      }
      book = book(bundle);
    }
    lastDigest = digest;
    last = book;
    return book;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // A list is made once for each timetable.
  public List<Force> forces() {
    RuleTimetable now = timetable();
    if (now != forcesOf) {
      forces = now.forces();
      forcesOf = now;
    }
    return forces;
  }

  @Override
  public Duration longestWindow() {
    return timetable().longestWindow();
  }

  @Override
  public boolean needsTotals() {
    return postsAreKnown;
  }

  @SuppressWarnings("ReferenceEquality") // The same until a publication comes.
  private RuleTimetable timetable() {
    BundleTimeline<LexiconBundle> now = bundles().timeline();
    RuleTimetable made = timetable;
    if (made == null || now != seen) {
      made = new RuleTimetable(now.map(this::book));
      timetable = made;
      seen = now;
    }
    return made;
  }

  private RuleBook book(LexiconBundle bundle) {
    return known().computeIfAbsent(bundle.digest(), digest -> choice.apply(bundle.packs()));
  }

  private Map<String, RuleBook> known() {
    Map<String, RuleBook> kept = books;
    if (kept == null) {
      kept =
          new LinkedHashMap<>(KEPT, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, RuleBook> eldest) {
              return size() > KEPT;
            }
          };
      books = kept;
    }
    return kept;
  }

  private BundlesInForce bundles() {
    BundlesInForce open = bundles;
    if (open == null) {
      open = BundlesInForce.of(packs, topic);
      bundles = open;
    }
    return open;
  }
}
