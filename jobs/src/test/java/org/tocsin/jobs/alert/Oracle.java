package org.tocsin.jobs.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tocsin.events.Alert;
import org.tocsin.events.Sample;
import org.tocsin.events.Signal;
import org.tocsin.jobs.Signals;
import org.tocsin.jobs.detect.PostEvent;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;

/** Which alerts a set of events must give: slow and obvious, with the whole set at hand. */
final class Oracle {
  private static final Instant NONE = Instant.EPOCH;

  private final Collection<PostEvent> events;
  private final Set<Expected> told = new LinkedHashSet<>();

  private Oracle(Collection<PostEvent> events) {
    this.events = events;
  }

  /** What is compared of a record; of a resolved one only when it was resolved is left out. */
  record Expected(
      String rule,
      Map<String, String> group,
      String status,
      int revision,
      Instant end,
      List<Integer> counts,
      List<Instant> seen,
      List<String> samples) {

    static Expected of(Alert alert) {
      boolean over = alert.status() == Alert.Status.RESOLVED;
      return new Expected(
          alert.rule(),
          alert.group(),
          alert.status().label(),
          alert.revision(),
          over ? NONE : alert.windowEnd(),
          over ? List.of() : List.of(alert.posts(), alert.authors(), alert.platforms()),
          over ? List.of() : List.of(alert.firstSeen(), alert.lastSeen()),
          over ? List.of() : alert.samples().stream().map(Sample::postId).toList());
    }
  }

  /** A signal and when it ended; the lesser of two texts under one time ended at once. */
  private record Version(Signal signal, long until) {
    boolean standsAt(long end) {
      return until >= end;
    }
  }

  static Set<Expected> alerts(List<AlertRule> rules, Collection<PostEvent> events) {
    Oracle oracle = new Oracle(events);
    List<Version> versions = oracle.versions();
    for (AlertRule rule : rules) {
      Map<Map<String, String>, List<Version>> groups =
          new TreeMap<>(Comparator.comparing(Object::toString));
      for (Version version : versions) {
        Signal signal = version.signal();
        if (rule.on().categories().contains(signal.category())
            && signal.score() >= rule.on().minScore()) {
          groups.computeIfAbsent(group(rule, signal), g -> new ArrayList<>()).add(version);
        }
      }
      groups.forEach((group, members) -> oracle.live(rule, group, members));
    }
    return oracle.told;
  }

  private List<Version> versions() {
    List<Version> versions = new ArrayList<>();
    for (PostEvent event : new HashSet<>(events)) {
      Signal signal = event.signal();
      if (signal == null) {
        continue;
      }
      long until = Long.MAX_VALUE;
      for (PostEvent other : events) {
        Signal rival = other.signal();
        if (!other.postId().equals(event.postId())) {
          continue;
        }
        if (rival == null && other.at() > event.at()) {
          until = Math.min(until, other.at());
        }
        if (rival != null
            && rival.category() == signal.category()
            && other.at() == event.at()
            && rival.textSha256().compareTo(signal.textSha256()) > 0) {
          until = event.at();
        }
      }
      versions.add(new Version(signal, until));
    }
    return versions;
  }

  /** Lives through all pane ends of one group. */
  private void live(AlertRule rule, Map<String, String> group, List<Version> members) {
    Expected last = null;
    int quiet = 0;
    long coolUntil = 0;
    long pane = rule.pane().toMillis();
    for (long end = pane; end < 400_000; end += pane) {
      Expected now = window(rule, group, members, end);
      if (now != null && rings(rule.when().counts(), now.counts())) {
        quiet = 0;
        if (last != null) {
          boolean more =
              now.counts().get(0) >= 2 * last.counts().get(0)
                  || now.counts().get(1) >= 2 * last.counts().get(1)
                  || now.counts().get(2) > last.counts().get(2);
          if (more) {
            last = tell(now, "updated", last.revision() + 1);
          }
        } else if (end >= coolUntil) {
          last = tell(now, "open", 1);
        }
      } else if (last != null && ++quiet == rule.life().quietPanes()) {
        told.add(
            new Expected(
                rule.name(),
                group,
                "resolved",
                last.revision() + 1,
                NONE,
                List.of(),
                List.of(),
                List.of()));
        last = null;
        quiet = 0;
        coolUntil = end + rule.life().coolDown().toMillis();
      }
    }
  }

  private Expected tell(Expected now, String status, int revision) {
    Expected record =
        new Expected(
            now.rule(),
            now.group(),
            status,
            revision,
            now.end(),
            now.counts(),
            now.seen(),
            now.samples());
    told.add(record);
    return record;
  }

  private static @org.jspecify.annotations.Nullable Expected window(
      AlertRule rule, Map<String, String> group, List<Version> members, long end) {
    Set<String> posts = new HashSet<>();
    Set<String> authors = new HashSet<>();
    Set<String> platforms = new HashSet<>();
    TreeSet<Long> times = new TreeSet<>();
    long start = end - rule.window().toMillis();
    for (Version version : members) {
      Signal signal = version.signal();
      long at = Signals.at(signal);
      if (at >= start && at < end && version.standsAt(end)) {
        posts.add(signal.post().id());
        authors.add(signal.post().author());
        platforms.add(signal.post().platform());
        times.add(at);
      }
    }
    if (times.isEmpty()) {
      return null;
    }
    return new Expected(
        rule.name(),
        group,
        "",
        0,
        Instant.ofEpochMilli(end),
        List.of(posts.size(), authors.size(), platforms.size()),
        List.of(Instant.ofEpochMilli(times.first()), Instant.ofEpochMilli(times.last())),
        samples(rule, members, start, end));
  }

  /** Each pane keeps its strongest, a few more than are shown; of these, those that stand. */
  private static List<String> samples(AlertRule rule, List<Version> members, long start, long end) {
    Comparator<Version> strongest =
        Comparator.comparingDouble((Version version) -> version.signal().score())
            .reversed()
            .thenComparingLong(version -> Signals.at(version.signal()))
            .thenComparing(version -> version.signal().post().id())
            .thenComparingLong(
                version -> Row.of(org.tocsin.jobs.detect.Change.first(version.signal())).version());
    List<Version> kept = new ArrayList<>();
    for (long pane = start; pane < end; pane += rule.pane().toMillis()) {
      long from = pane;
      members.stream()
          .filter(version -> Signals.at(version.signal()) >= from)
          .filter(version -> Signals.at(version.signal()) < from + rule.pane().toMillis())
          .sorted(strongest)
          .limit(rule.samples() + Pane.SPARE)
          .filter(version -> version.standsAt(end))
          .forEach(kept::add);
    }
    return kept.stream()
        .sorted(strongest)
        .limit(rule.samples())
        .map(version -> version.signal().post().id())
        .toList();
  }

  private static boolean rings(AlertRule.Counts when, List<Integer> counts) {
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
