package org.tocsin.jobs.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Alert;
import org.tocsin.events.Signal;
import org.tocsin.jobs.baseline.History;
import org.tocsin.jobs.baseline.Surprise;
import org.tocsin.jobs.detect.Change;
import org.tocsin.jobs.detect.PostSeen;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;
import org.tocsin.lexicons.score.RuleSelection;

/**
 * What rules make of a few posts, at once and in memory: the judgement of a job without Flink. For
 * examples and tests; holds all it is given. Not thread-safe.
 */
public final class RuleTrial {
  private final RuleBook book;
  private final Routing routing;
  private final boolean armed;
  private final Map<String, NavigableMap<Long, Pane>> groups = new TreeMap<>();
  private final Map<String, Long> since = new HashMap<>();
  private final List<PostSeen> posts = new ArrayList<>();
  private final Map<String, History> histories = new HashMap<>();
  private final List<Alert> told = new ArrayList<>();
  private final TreeSet<Long> ends = new TreeSet<>();

  /**
   * A trial of rules; those in draft and shadow tell too.
   *
   * @param armed whether a watch is armed all the time
   */
  public RuleTrial(RuleBook book, boolean armed) {
    this.book = book;
    this.routing = new Routing(book);
    this.armed = armed;
  }

  /** A post with all its signals. */
  public void post(PostSeen post, List<Signal> signals) {
    posts.add(post);
    for (Signal signal : signals) {
      Change change = Change.first(signal);
      Row row = Row.of(change);
      Evidence evidence = Evidence.of(row, signal);
      for (AlertRule rule : routing.rules(signal)) {
        for (List<String> group : routing.groups(rule, signal)) {
          pane(rule, group, change.at()).add(row.of(rule, signal), evidence);
        }
      }
    }
    for (AlertRule rule : book.rules()) {
      if (rule.on().allPosts() && counts(rule, post)) {
        List<String> group =
            rule.groupBy().stream()
                .map(by -> by == GroupBy.PLATFORM ? post.platform() : lang(post))
                .toList();
        pane(rule, group, post.at())
            .toSketch()
            .addQuiet(1, (int) Row.hash(post.platform()), post.at());
      }
    }
  }

  private Pane pane(AlertRule rule, List<String> group, long at) {
    long length = rule.pane().toMillis();
    long start = Windows.start(at, length);
    ends.add(start + length);
    since.merge(book.key(rule), start, Math::min);
    return groups
        .computeIfAbsent(Partial.key(book.key(rule), group), key -> new TreeMap<>())
        .computeIfAbsent(start, s -> new Pane(s, length, rule.panes(), rule.samples()));
  }

  /** All records of all alerts, once time has passed all the posts. */
  public List<Alert> alerts() throws Exception {
    long last = posts.stream().mapToLong(PostSeen::at).max().orElse(0);
    Desk desk = new Desk(book, Keep.inMemory(), Keep.inMemory(), ends::add, told::add, told::add);
    for (Long end = ends.pollFirst(); end != null; end = ends.pollFirst()) {
      List<Candidate> found = new ArrayList<>();
      for (Map.Entry<String, NavigableMap<Long, Pane>> entry : groups.entrySet()) {
        List<String> group = Partial.parts(entry.getKey());
        AlertRule rule = book.rule(group.remove(0));
        if (rule != null && end % rule.pane().toMillis() == 0) {
          Candidate candidate = judge(rule, entry.getKey(), group, end, last);
          if (candidate != null) {
            found.add(candidate);
          }
        }
      }
      desk.close(end, found);
    }
    return told;
  }

  private @Nullable Candidate judge(
      AlertRule rule, String held, List<String> group, long end, long last) {
    long pane = rule.pane().toMillis();
    long start = end - rule.window().toMillis();
    NavigableMap<Long, Pane> panes = groups.getOrDefault(held, new TreeMap<>());
    String key = book.key(rule);
    if (rule.when().silent()) {
      Map.Entry<Long, Pane> newest = panes.lowerEntry(end);
      if (newest != null && end + pane <= last + rule.window().toMillis()) {
        ends.add(end + pane);
      }
      return newest != null && newest.getValue().end() <= start && end <= last
          ? Judge.silence(rule, key, group, end, newest.getValue().end())
          : null;
    }
    List<Pane> window = List.copyOf(panes.subMap(start, true, end, false).values());
    if (window.isEmpty()) {
      return null;
    }
    ends.add(end + pane);
    Surprise surprise = rule.when().rate() == null ? null : surprise(held, key, rule, end, window);
    if (rule.armed() && !armed) {
      return null;
    }
    return Judge.judge(
        rule,
        key,
        group,
        end,
        window,
        () -> window,
        surprise,
        rule.when().firstSeen() == null ? null : news(rule, key, panes, start),
        () -> total(rule, group, start, end));
  }

  private FirstSeen news(AlertRule rule, String key, NavigableMap<Long, Pane> panes, long start) {
    Map.Entry<Long, Pane> before = panes.lowerEntry(start);
    return new FirstSeen(
        start,
        before == null ? FirstSeen.NEVER : before.getValue().end(),
        since.getOrDefault(key, Long.MAX_VALUE),
        Objects.requireNonNull(rule.when().firstSeen()));
  }

  private Surprise surprise(String held, String key, AlertRule rule, long end, List<Pane> window) {
    long counted = since.getOrDefault(key, Long.MAX_VALUE);
    History usual = histories.computeIfAbsent(held, k -> History.of(rule.window(), counted, end));
    return Judge.surprise(usual, rule, end, window);
  }

  private long total(AlertRule rule, List<String> group, long start, long end) {
    return posts.stream()
        .filter(post -> post.at() >= start && post.at() < end)
        .filter(post -> counts(rule, post))
        .filter(post -> isOf(rule, group, GroupBy.PLATFORM, post.platform()))
        .filter(post -> isOf(rule, group, GroupBy.LANGUAGE, lang(post)))
        .count();
  }

  private static boolean isOf(AlertRule rule, List<String> group, GroupBy by, String value) {
    int at = rule.groupBy().indexOf(by);
    return at < 0 || group.get(at).equals(value);
  }

  private static boolean counts(AlertRule rule, PostSeen post) {
    return (rule.on().platforms().isEmpty() || rule.on().platforms().contains(post.platform()))
        && (rule.on().languages().isEmpty() || rule.on().languages().contains(lang(post)));
  }

  private static String lang(PostSeen post) {
    return RuleSelection.primary(post.lang());
  }
}
