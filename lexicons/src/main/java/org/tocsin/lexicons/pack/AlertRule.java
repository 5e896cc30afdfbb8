package org.tocsin.lexicons.pack;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Category;
import org.tocsin.events.Severity;

/**
 * What must gather within a window of signals to make an alert, and how the alert then lives.
 *
 * @param id unique in its pack
 * @param pack {@code pack@version}
 * @param title for people
 * @param on which signals count
 * @param groupBy each combination of values is counted on its own
 * @param window length of the event-time window
 * @param pane how far apart windows end, aligned to the epoch; the window is a multiple of it, and
 *     equal to it for tumbling windows
 * @param when what a window must hold; all must be met
 * @param severity of its alerts
 * @param steps more urgent severities, each with the counts that ask for it
 * @param life how its alerts live
 * @param samples the most posts that an alert shows
 * @param armed whether it alerts only while a watch is armed
 * @param status whether it alerts
 * @param atOnce whether its first post is told as soon as it is read, before its pane ends
 */
public record AlertRule(
    String id,
    String pack,
    String title,
    On on,
    List<GroupBy> groupBy,
    Duration window,
    Duration pane,
    When when,
    Severity severity,
    List<Step> steps,
    Life life,
    int samples,
    boolean armed,
    Status status,
    boolean atOnce)
    implements Serializable {

  public AlertRule {
    groupBy = List.copyOf(groupBy);
    steps = List.copyOf(steps);
  }

  /** {@code pack@version/id}: how alerts name it. */
  public String name() {
    return pack + "/" + id;
  }

  /** The same rule elsewhere in its life. */
  public AlertRule with(Status other) {
    return new AlertRule(
        id, pack, title, on, groupBy, window, pane, when, severity, steps, life, samples, armed,
        other, atOnce);
  }

  /**
   * Whether a window can come to meet the rule with no new signal in it: by what else happened, or
   * did not.
   */
  public boolean isRestless() {
    return armed
        || when.silent()
        || when.share() != null
        || when.rate() != null
        || when.firstSeen() != null;
  }

  /** Whether it counts different observables. */
  public boolean countsObservables() {
    return when.counts().observables() != null
        || life.below().observables() != null
        || steps.stream().anyMatch(step -> step.when().observables() != null);
  }

  /** How many panes a window has. */
  public int panes() {
    return Math.toIntExact(window.toMillis() / pane.toMillis());
  }

  /**
   * Which signals count.
   *
   * @param allPosts counts every post, matched or not, instead of signals
   * @param categories any of these; empty for all
   * @param entries a match of any of these, as {@code id}, or of any that begins so for {@code
   *     prefix*}; empty for all
   * @param observables an observable of any of these kinds, or of any kind for {@link #ANY_KIND};
   *     empty asks for none
   * @param with all of these context tags
   * @param without none of these context tags
   * @param minScore the least score, in [0, 1]
   * @param severity the least urgent severity of the signal; null for any
   * @param languages any of these declared languages; empty for all
   * @param platforms any of these; empty for all
   * @param listed counts only observables that a watchlist names, whatever the score
   * @param signs narrower selections among these signals, for conditions to name
   */
  public record On(
      boolean allPosts,
      List<Category> categories,
      List<String> entries,
      List<String> observables,
      List<ContextTag> with,
      List<ContextTag> without,
      double minScore,
      @Nullable Severity severity,
      List<String> languages,
      List<String> platforms,
      boolean listed,
      List<Sign> signs)
      implements Serializable {
    /** Stands for every kind of observable. */
    public static final String ANY_KIND = "any";

    /** Stands for wallets of every chain. */
    public static final String WALLETS = "wallet";

    /** Stands for every kind by which money can be given. */
    public static final String MONEY = "money";

    /** Every signal. */
    static final On ANYTHING = of(List.of(), List.of(), 0);

    /** The most signs of one rule: rows of windows keep them as bits. */
    public static final int MAX_SIGNS = 16;

    public On {
      categories = List.copyOf(categories);
      entries = List.copyOf(entries);
      observables = List.copyOf(observables);
      with = List.copyOf(with);
      without = List.copyOf(without);
      languages = List.copyOf(languages);
      platforms = List.copyOf(platforms);
      signs = List.copyOf(signs);
    }

    /** A selection without signs, listed or not. */
    public On(
        boolean allPosts,
        List<Category> categories,
        List<String> entries,
        List<String> observables,
        List<ContextTag> with,
        List<ContextTag> without,
        double minScore,
        @Nullable Severity severity,
        List<String> languages,
        List<String> platforms) {
      this(
          allPosts,
          categories,
          entries,
          observables,
          with,
          without,
          minScore,
          severity,
          languages,
          platforms,
          false,
          List.of());
    }

    /** Signals of these categories, languages and scores. */
    public static On of(List<Category> categories, List<String> languages, double minScore) {
      return new On(
          false,
          categories,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          minScore,
          null,
          languages,
          List.of());
    }
  }

  /**
   * A signal that conditions name.
   *
   * @param name unique in its rule; not that of a category
   * @param on which of the rule's signals
   */
  public record Sign(String name, On on) implements Serializable {}

  /** What signals can be grouped by. A signal with several values counts under each. */
  public enum GroupBy {
    CATEGORY,
    LANGUAGE,
    PLATFORM,
    CHANNEL,
    AUTHOR,
    OBSERVABLE,
    ENTRY,
    TARGET_GROUP,
    LINK_DOMAIN,
    NEAR_DUPLICATE,
    HASHTAG;

    /** The name in files and in the {@code group} of alerts. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The least of each that a window must hold; null is not asked for. */
  public record Counts(
      @Nullable Integer posts,
      @Nullable Integer authors,
      @Nullable Integer platforms,
      @Nullable Integer channels,
      @Nullable Double weight,
      @Nullable Integer observables)
      implements Serializable {
    /** Asks for nothing. */
    public static final Counts NONE = new Counts(null, null, null, null, null, null);

    /** Asks for no different observables. */
    public Counts(
        @Nullable Integer posts,
        @Nullable Integer authors,
        @Nullable Integer platforms,
        @Nullable Integer channels,
        @Nullable Double weight) {
      this(posts, authors, platforms, channels, weight, null);
    }
  }

  /**
   * What a window must hold; null is not asked for.
   *
   * @param counts the least of each
   * @param share the least share of all posts of the same platform and language, in (0, 1]
   * @param nearDuplicates the least number of posts that are near-duplicates of one another
   * @param rate how far above the group's own history
   * @param cooccur categories or signs that must meet
   * @param sequence categories or signs that must follow one another
   * @param silent no post at all, where the window before it had some
   * @param firstSeen nothing of the group was counted for so long before the window
   */
  public record When(
      Counts counts,
      @Nullable Double share,
      @Nullable Integer nearDuplicates,
      @Nullable Rate rate,
      @Nullable Cooccur cooccur,
      @Nullable Sequence sequence,
      boolean silent,
      @Nullable Duration firstSeen)
      implements Serializable {

    /** Asks for nothing to be new. */
    public When(
        Counts counts,
        @Nullable Double share,
        @Nullable Integer nearDuplicates,
        @Nullable Rate rate,
        @Nullable Cooccur cooccur,
        @Nullable Sequence sequence,
        boolean silent) {
      this(counts, share, nearDuplicates, rate, cooccur, sequence, silent, null);
    }

    /** Asks for counts alone. */
    public static When of(Counts counts) {
      return new When(counts, null, null, null, null, null, false);
    }
  }

  /**
   * Against the group's own history by hour of week.
   *
   * @param z the least robust z
   * @param fdr the most false discoveries among the groups that ring in one pane, in (0, 1)
   * @param atLeast posts, below which a group is not tested
   */
  public record Rate(double z, double fdr, int atLeast) implements Serializable {}

  /**
   * At least so many of these categories or signs in one window.
   *
   * @param atLeast how many different ones
   * @param of among these, by label or name
   */
  public record Cooccur(int atLeast, List<String> of) implements Serializable {
    public Cooccur {
      of = List.copyOf(of);
    }
  }

  /**
   * Categories or signs one after the other.
   *
   * @param steps in this order, by label or name
   * @param within from the first to the last
   * @param together whether one post may take several steps; else each is later than the one before
   */
  public record Sequence(List<String> steps, Duration within, boolean together)
      implements Serializable {
    public Sequence {
      steps = List.copyOf(steps);
    }
  }

  /** A more urgent severity and the counts that ask for it. */
  public record Step(Counts when, Severity severity) implements Serializable {}

  /**
   * How alerts of a rule live.
   *
   * @param coolDown after an episode, no new one for so long
   * @param below an open episode goes on while these are met; {@link Counts#NONE} for the rule's
   *     own condition
   * @param quietPanes after so many panes in a row that do not meet it, the episode is resolved
   * @param inhibits what its open alerts silence
   * @param budget the most new alerts in an hour; then the rule is quarantined for an hour
   * @param digestAbove when more groups than this open in one pane, one alert tells of all
   */
  public record Life(
      Duration coolDown,
      Counts below,
      int quietPanes,
      Inhibits inhibits,
      int budget,
      int digestAbove)
      implements Serializable {
    /** What a rule has that says nothing. */
    public static final Life DEFAULT =
        new Life(Duration.ZERO, Counts.NONE, 1, Inhibits.NOTHING, 30, 20);
  }

  /**
   * Alerts that are not told while one of this rule is open for the same group: the same values of
   * every dimension that both rules group by, of which there must be one.
   *
   * @param rules ids in the same pack, or {@code pack/id}
   * @param severities alerts of other rules with one of these
   */
  public record Inhibits(List<String> rules, List<Severity> severities) implements Serializable {
    /** Silences nothing. */
    public static final Inhibits NOTHING = new Inhibits(List.of(), List.of());

    public Inhibits {
      rules = List.copyOf(rules);
      severities = List.copyOf(severities);
    }
  }

  /** Where in its life a rule is. */
  public enum Status {
    DRAFT,
    /** Evaluated and counted; writes no alert. */
    SHADOW,
    ACTIVE
  }
}
