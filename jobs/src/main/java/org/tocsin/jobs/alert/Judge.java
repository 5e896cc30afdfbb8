package org.tocsin.jobs.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Alert;
import org.tocsin.events.Measure;
import org.tocsin.events.Observable;
import org.tocsin.jobs.baseline.Expectation;
import org.tocsin.jobs.baseline.History;
import org.tocsin.jobs.baseline.Surprise;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.Counts;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;

/** Whether a window holds what its rule asks for, and the alert that would say so. */
final class Judge {
  private Judge() {}

  /**
   * Judges the window of a group that ends now.
   *
   * @param key of the rule
   * @param panes that overlap the window, at least what they count
   * @param whole the same with all that an alert shows; asked only for a candidate
   * @param surprise for a rule with a rate
   * @param news for a rule that asks for what is new
   * @param total all posts of the same platform and language, for a rule with a share
   * @return null when nothing has to be known of it
   */
  static @Nullable Candidate judge(
      AlertRule rule,
      String key,
      List<String> group,
      long end,
      Collection<Pane> panes,
      Supplier<? extends Collection<Pane>> whole,
      @Nullable Surprise surprise,
      @Nullable FirstSeen news,
      LongSupplier total) {
    Window counted = Window.of(panes, end);
    if (counted.isEmpty()) {
      return null;
    }
    List<Measure> measures = Conditions.measures(rule, counted, surprise, news, total);
    boolean holds = Conditions.met(measures);
    boolean tested =
        surprise != null
            && rule.when().rate() != null
            && surprise.observed() >= rule.when().rate().atLeast();
    Counts below = rule.life().below();
    boolean keeps = !below.equals(Counts.NONE) && Conditions.met(Conditions.counts(below, counted));
    if (!holds && !keeps && !tested) {
      return null;
    }
    boolean copies = rule.groupBy().contains(GroupBy.NEAR_DUPLICATE);
    @Nullable Window window = holds || keeps || copies ? Window.of(whole.get(), end) : null;
    String copyOf = copies && window != null ? Copies.centre(window) : null;
    if (copies && copyOf == null) {
      return null;
    }
    return new Candidate(
        key,
        group,
        end,
        holds,
        keeps,
        surprise == null || !tested ? Candidate.UNTESTED : surprise.p(),
        window != null && (holds || keeps)
            ? alert(rule, group, window, measures, surprise, news)
            : null,
        copyOf);
  }

  /**
   * No window with fewer versions of posts can be a {@link Candidate} or come to be one. What it
   * holds need not be read then.
   */
  static int leastVersions(AlertRule rule) {
    AlertRule.Rate rate = rule.when().rate();
    Counts below = rule.life().below();
    int least = Math.max(least(rule.when().counts()), apart(rule));
    if (!below.equals(Counts.NONE)) {
      least = Math.min(least, least(below));
    }
    return rate == null ? least : Math.min(least, rate.atLeast());
  }

  /** How many steps or categories cannot be those of one version. */
  private static int apart(AlertRule rule) {
    AlertRule.Sequence sequence = rule.when().sequence();
    AlertRule.Cooccur cooccur = rule.when().cooccur();
    int least = sequence == null || sequence.together() ? 0 : sequence.steps().size();
    // A version has one category, but may have every sign.
    if (cooccur != null && rule.on().signs().isEmpty()) {
      least = Math.max(least, cooccur.atLeast());
    }
    return least;
  }

  private static int least(Counts asked) {
    return Stream.of(asked.posts(), asked.authors(), asked.platforms(), asked.channels())
        .mapToInt(least -> least == null ? 0 : least)
        .max()
        .orElse(0);
  }

  /**
   * Judges silence.
   *
   * @param last when a post was last seen, epoch milliseconds
   */
  static Candidate silence(AlertRule rule, String key, List<String> group, long end, long last) {
    long silent = end - last;
    List<Measure> measures =
        List.of(new Measure("silent_seconds", silent / 1e3, (double) rule.window().toSeconds()));
    Instant seen = Instant.ofEpochMilli(last);
    String reason =
        "No post of %s for %s; the rule asks for %s."
            .formatted(
                group.isEmpty() ? "any feed" : String.join(", ", values(rule, group).values()),
                Words.span(Duration.ofMillis(silent)),
                Words.span(rule.window()));
    Alert alert =
        new Alert(
            "",
            0,
            Alert.Status.OPEN,
            rule.name(),
            rule.title(),
            values(rule, group),
            rule.severity(),
            Instant.ofEpochMilli(end).minus(rule.window()),
            Instant.ofEpochMilli(end),
            reason,
            measures,
            0,
            0,
            0,
            0,
            seen,
            seen,
            List.of(),
            List.of(),
            "");
    return new Candidate(key, group, end, true, true, Candidate.UNTESTED, alert, null);
  }

  /**
   * The posts of a window against what is usual; then what is usual learns of the newest pane.
   *
   * @param window its panes, oldest first, at least one
   */
  static Surprise surprise(History usual, AlertRule rule, long end, List<Pane> window) {
    long length = rule.window().toMillis();
    long posts = Window.posts(window, end);
    Expectation expected = usual.expect(end - length, length);
    Surprise surprise =
        usual.knowsNothing() ? Surprise.unknown(posts, expected) : Surprise.test(posts, expected);
    Pane newest = window.get(window.size() - 1);
    if (newest.end() == end) {
      learn(usual, newest);
    }
    return surprise;
  }

  /** What is usual learns of a pane that ends now. */
  static void learn(History usual, Pane newest) {
    usual.observe(newest.start, newest.length, Window.posts(List.of(newest), newest.end()));
  }

  private static Alert alert(
      AlertRule rule,
      List<String> group,
      Window window,
      List<Measure> measures,
      @Nullable Surprise surprise,
      @Nullable FirstSeen news) {
    Instant end = Instant.ofEpochMilli(window.end);
    Map<String, String> values = values(rule, group);
    return new Alert(
        "",
        0,
        Alert.Status.OPEN,
        rule.name(),
        rule.title(),
        values,
        Conditions.severity(rule, window),
        end.minus(rule.window()),
        end,
        Words.reason(rule, values, window, measures, surprise, news),
        measures,
        Math.toIntExact(window.posts),
        Math.toIntExact(window.authors),
        Math.toIntExact(window.platforms),
        Math.toIntExact(window.channels),
        Instant.ofEpochMilli(window.first),
        Instant.ofEpochMilli(window.last),
        Samples.of(rule, window.shown),
        observables(window),
        window.bundle,
        null,
        window.exact ? null : false,
        List.of(),
        window.links);
  }

  private static List<Observable> observables(Window window) {
    return window.observables.all().stream().map(Observable::forAlert).toList();
  }

  static Map<String, String> values(AlertRule rule, List<String> group) {
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < rule.groupBy().size(); i++) {
      GroupBy by = rule.groupBy().get(i);
      values.put(by.label(), Words.shown(by, group.get(i)));
    }
    return values;
  }
}
