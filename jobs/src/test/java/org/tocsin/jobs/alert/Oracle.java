package org.tocsin.jobs.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tocsin.events.Alert;
import org.tocsin.events.Signal;
import org.tocsin.jobs.Signals;
import org.tocsin.jobs.detect.PostEvent;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;

/** Which alerts a set of events must give: slow and obvious, with the whole set at hand. */
final class Oracle {
  private Oracle() {}

  /** What is compared of an alert; {@code seen} are first and last. */
  record Expected(
      String rule,
      Map<String, String> group,
      Instant start,
      Instant end,
      List<Integer> counts,
      List<Instant> seen,
      int samples) {

    static Expected of(Alert alert) {
      return new Expected(
          alert.rule(),
          alert.group(),
          alert.windowStart(),
          alert.windowEnd(),
          List.of(alert.posts(), alert.authors(), alert.platforms()),
          List.of(alert.firstSeen(), alert.lastSeen()),
          alert.samples().size());
    }
  }

  static Set<Expected> alerts(List<AlertRule> rules, Collection<PostEvent> events) {
    Set<Expected> alerts = new LinkedHashSet<>();
    for (AlertRule rule : rules) {
      long length = rule.window().toMillis();
      for (long start = 0; start < 200_000; start += length) {
        Map<Map<String, String>, List<Signal>> groups = new HashMap<>();
        for (Signal signal : standing(events, start, start + length)) {
          if (rule.on().categories().contains(signal.category())
              && signal.score() >= rule.on().minScore()) {
            groups.computeIfAbsent(group(rule, signal), g -> new ArrayList<>()).add(signal);
          }
        }
        for (Map.Entry<Map<String, String>, List<Signal>> group : groups.entrySet()) {
          Expected expected = expected(rule, start, group.getKey(), group.getValue());
          if (rings(rule.when(), expected.counts())) {
            alerts.add(expected);
          }
        }
      }
    }
    return alerts;
  }

  /** Of each post, category and time the greatest digest, unless replaced before the end. */
  private static List<Signal> standing(Collection<PostEvent> events, long start, long end) {
    List<Signal> standing = new ArrayList<>();
    for (PostEvent event : new HashSet<>(events)) {
      Signal signal = event.signal();
      if (signal == null || event.at() < start || event.at() >= end) {
        continue;
      }
      boolean ended = false;
      for (PostEvent other : events) {
        Signal rival = other.signal();
        boolean samePost = other.postId().equals(event.postId());
        ended |= samePost && rival == null && other.at() > event.at() && other.at() < end;
        ended |=
            rival != null
                && samePost
                && rival.category() == signal.category()
                && other.at() == event.at()
                && rival.textSha256().compareTo(signal.textSha256()) > 0;
      }
      if (!ended) {
        standing.add(signal);
      }
    }
    return standing;
  }

  private static Expected expected(
      AlertRule rule, long start, Map<String, String> group, List<Signal> signals) {
    Set<String> posts = new HashSet<>();
    Set<String> authors = new HashSet<>();
    Set<String> platforms = new HashSet<>();
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (Signal signal : signals) {
      posts.add(signal.post().id());
      authors.add(signal.post().author());
      platforms.add(signal.post().platform());
      first = Math.min(first, Signals.at(signal));
      last = Math.max(last, Signals.at(signal));
    }
    return new Expected(
        rule.name(),
        group,
        Instant.ofEpochMilli(start),
        Instant.ofEpochMilli(start + rule.window().toMillis()),
        List.of(posts.size(), authors.size(), platforms.size()),
        List.of(Instant.ofEpochMilli(first), Instant.ofEpochMilli(last)),
        Math.min(rule.samples(), signals.size()));
  }

  private static boolean rings(AlertRule.When when, List<Integer> counts) {
    return (when.posts() == null || counts.get(0) >= when.posts())
        && (when.authors() == null || counts.get(1) >= when.authors())
        && (when.platforms() == null || counts.get(2) >= when.platforms());
  }

  private static Map<String, String> group(AlertRule rule, Signal signal) {
    Map<String, String> group = new TreeMap<>();
    if (rule.groupBy().contains(GroupBy.CATEGORY)) {
      group.put("category", signal.category().label());
    }
    if (rule.groupBy().contains(GroupBy.LANGUAGE)) {
      group.put("language", signal.post().lang());
    }
    if (rule.groupBy().contains(GroupBy.PLATFORM)) {
      group.put("platform", signal.post().platform());
    }
    return group;
  }
}
