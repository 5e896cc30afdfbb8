package org.tocsin.lexicons.pack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.DidYouMean;
import org.tocsin.events.Severity;
import org.tocsin.lexicons.pack.AlertRule.Counts;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;
import org.tocsin.lexicons.pack.AlertRule.Inhibits;
import org.tocsin.lexicons.pack.AlertRule.Life;
import org.tocsin.lexicons.pack.AlertRule.On;
import org.tocsin.lexicons.pack.AlertRule.Step;
import org.tocsin.lexicons.pack.AlertRule.When;

/** Reads one alert rule. */
final class RuleReader {
  private static final int DEFAULT_SAMPLES = 3;
  private static final Counts ONE_POST = new Counts(1, null, null, null, null);

  /** Keeps an alert well below Kafka's limit of a record. */
  private static final int MAX_SAMPLES = 10;

  /** A week of half hours: bounds what is merged at the end of a pane. */
  private static final int MAX_PANES = 336;

  private static final Duration LONGEST_PANE = Duration.ofDays(14);

  private static final List<GroupBy> ALL_GROUPS = List.of(GroupBy.values());
  private static final List<String> GROUPS = ALL_GROUPS.stream().map(GroupBy::label).toList();

  private RuleReader() {}

  /** The rule, or null when it has problems. */
  static @Nullable AlertRule read(Fields fields, String pack, List<Problem> problems) {
    int before = problems.size();
    String id = fields.text("id");
    String title = fields.text("title");
    On on = OnReader.read(fields.mapping("on"));
    List<GroupBy> groupBy = groupBy(fields);
    Duration window = fields.duration("window");
    Duration pane = fields.has("pane") ? fields.duration("pane") : window;
    panes(fields, window, pane);
    When when = new ConditionReader(fields, window, on.signs()).when(fields.mapping("when"));
    if (on.allPosts()) {
      allPosts(fields, groupBy, when);
    } else if (when.silent()) {
      fields.problemAt("when", "'silent' goes with 'on: {all_posts: true}'");
    }
    if ((on.allPosts() || when.share() != null) && pane.toSeconds() % 60 != 0) {
      fields.problemAt(
          fields.has("pane") ? "pane" : "window", "all posts are counted by whole minutes");
    }
    if (when.firstSeen() != null && (on.allPosts() || groupBy.isEmpty())) {
      fields.problemAt(
          "when",
          "'first_seen' is of a group of signals: it goes with 'group_by', not 'all_posts'");
    }
    if (when.nearDuplicates() != null && !groupBy.contains(GroupBy.NEAR_DUPLICATE)) {
      fields.problemAt("when", "'near_duplicates' goes with 'group_by: [near_duplicate]'");
    }
    Severity severity = fields.label("severity", Severity.class, null);
    List<Step> steps = steps(fields, severity);
    Life life = life(fields);
    int samples = samples(fields);
    boolean armed = fields.flag("armed");
    boolean atOnce = fields.flag("at_once");
    if (atOnce && (on.allPosts() || armed || !when.equals(When.of(ONE_POST)))) {
      fields.problemAt(
          "at_once",
          "'at_once' goes with 'when: {posts: 1}' alone, without 'armed' and 'all_posts': one post"
              + " must be enough");
    }
    AlertRule.Status status = fields.label("status", AlertRule.Status.class, null);
    fields.close();
    if (problems.size() > before || severity == null || status == null) {
      return null;
    }
    return new AlertRule(
        id, pack, title, on, groupBy, window, pane, when, severity, steps, life, samples, armed,
        status, atOnce);
  }

  private static List<GroupBy> groupBy(Fields fields) {
    List<GroupBy> groupBy = new ArrayList<>();
    for (String text : fields.textsOr("group_by", List.of("category", "language"))) {
      int at = GROUPS.indexOf(text);
      if (at < 0) {
        fields.problemAt(
            "group_by",
            "'group_by' is '%s': expected one of %s%s"
                .formatted(text, String.join(", ", GROUPS), DidYouMean.hint(text, GROUPS)));
      } else {
        groupBy.add(ALL_GROUPS.get(at));
      }
    }
    return groupBy;
  }

  private static void panes(Fields fields, Duration window, Duration pane) {
    long panes = window.toMillis() / pane.toMillis();
    if (pane.compareTo(LONGEST_PANE) > 0) {
      fields.problemAt(
          fields.has("pane") ? "pane" : "window",
          "expected a 'pane' of at most %d d".formatted(LONGEST_PANE.toDays()));
    }
    if (window.toMillis() % pane.toMillis() != 0) {
      fields.problemAt("pane", "expected a 'window' that is a multiple of its 'pane'");
    } else if (panes > MAX_PANES) {
      fields.problemAt(
          "pane", "%d panes in a window: expected at most %d".formatted(panes, MAX_PANES));
    }
  }

  private static void allPosts(Fields fields, List<GroupBy> groupBy, When when) {
    if (!groupBy.stream().allMatch(by -> by == GroupBy.PLATFORM || by == GroupBy.LANGUAGE)) {
      fields.problemAt("group_by", "all posts are grouped by platform and language only");
    }
    Counts counts = when.counts();
    if (!when.silent()
        && !counts.equals(new Counts(counts.posts(), null, null, null, null, null))) {
      fields.problemAt("when", "of all posts, only 'posts', 'rate' and 'silent' are known");
    }
  }

  private static List<Step> steps(Fields fields, @Nullable Severity severity) {
    List<Step> steps = new ArrayList<>();
    for (Fields step : fields.mappings("steps")) {
      try (step;
          Fields when = step.mapping("when")) {
        Counts counts = ConditionReader.counts(when);
        Severity reached = step.label("severity", Severity.class, null);
        if (counts.equals(Counts.NONE)) {
          step.problemAt(
              "when",
              "'when' asks for nothing: expected posts, authors, platforms, channels, weight,"
                  + " observables");
        } else if (severity != null && reached != null && reached.compareTo(severity) >= 0) {
          step.problemAt(
              "severity",
              "'severity' is %s: expected one more urgent than %s".formatted(reached, severity));
        } else if (reached != null) {
          steps.add(new Step(counts, reached));
        }
      }
    }
    return steps;
  }

  private static Life life(Fields fields) {
    Counts below = Counts.NONE;
    @Nullable Integer quiet = null;
    if (fields.has("resolve")) {
      try (Fields resolve = fields.mapping("resolve")) {
        quiet = resolve.countOrNull("quiet_panes");
        if (resolve.has("below")) {
          try (Fields counts = resolve.mapping("below")) {
            below = ConditionReader.counts(counts);
          }
        }
      }
    }
    Inhibits inhibits = Inhibits.NOTHING;
    if (fields.has("inhibits")) {
      try (Fields silenced = fields.mapping("inhibits")) {
        inhibits =
            new Inhibits(
                silenced.textsOr("rules", List.of()),
                silenced.labelsOr("severities", Severity.class, List.of()));
      }
    }
    Integer budget = fields.countOrNull("budget");
    Integer digest = fields.countOrNull("digest_above");
    return new Life(
        fields.has("cool_down") ? fields.duration("cool_down") : Duration.ZERO,
        below,
        quiet == null ? Life.DEFAULT.quietPanes() : quiet,
        inhibits,
        budget == null ? Life.DEFAULT.budget() : budget,
        digest == null ? Life.DEFAULT.digestAbove() : digest);
  }

  private static int samples(Fields fields) {
    Integer samples = fields.countOrNull("samples");
    if (samples != null && samples > MAX_SAMPLES) {
      fields.problemAt(
          "samples", "'samples' is %d: expected at most %d".formatted(samples, MAX_SAMPLES));
    }
    return samples == null ? DEFAULT_SAMPLES : samples;
  }
}
