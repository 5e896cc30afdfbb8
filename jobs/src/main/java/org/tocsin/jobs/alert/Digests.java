package org.tocsin.jobs.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tocsin.events.Alert;
import org.tocsin.events.Measure;
import org.tocsin.events.Severity;
import org.tocsin.events.Sha256;
import org.tocsin.lexicons.pack.AlertRule;

/** Alerts that tell of many groups at once, and how alerts are named. */
final class Digests {
  /** The group of a digest: no group is named so, for values stand behind their lengths. */
  static final List<String> GROUP = List.of("(digest)", "(digest)");

  private static final int MAX_LINES = 50;
  private static final int ID_DIGITS = 32;

  private Digests() {}

  /** Key of a rule's digest. */
  static String key(String rule) {
    return Partial.key(rule, GROUP);
  }

  /** The first record of an episode, named by rule, group and the window that opened it. */
  static Alert opened(String rule, String group, Alert alert) {
    return alert.told(
        id(rule + group + "|" + alert.windowStart()),
        1,
        Alert.Status.OPEN,
        alert.severity(),
        alert.reason(),
        alert.windowEnd());
  }

  static String id(String of) {
    return Sha256.hex(of).substring(0, ID_DIGITS);
  }

  /** That an alert is over, and what it was: who reads only the last record knows too. */
  static String over(AlertRule rule, Alert told) {
    return "Over after %s without what the rule asks for; it was: %s"
        .formatted(Words.span(rule.pane().multipliedBy(rule.life().quietPanes())), told.reason());
  }

  /** One alert for many groups of a rule; the strongest is shown. */
  static Alert of(AlertRule rule, List<Candidate> groups) {
    List<Alert> alerts =
        groups.stream()
            .map(candidate -> Objects.requireNonNull(candidate.alert()))
            .sorted(
                Comparator.comparing(Alert::severity)
                    .thenComparing(Comparator.comparingInt(Alert::posts).reversed())
                    .thenComparing(alert -> alert.group().toString()))
            .toList();
    Alert strongest = alerts.get(0);
    List<String> lines = new ArrayList<>();
    alerts.stream()
        .limit(MAX_LINES)
        .forEach(
            alert -> lines.add(String.join(", ", alert.group().values()) + ": " + alert.reason()));
    int posts = 0;
    Severity severity = strongest.severity();
    Instant first = strongest.firstSeen();
    Instant last = strongest.lastSeen();
    for (Alert alert : alerts) {
      posts += alert.posts();
      severity = severity.orMoreUrgent(alert.severity());
      first = alert.firstSeen().isBefore(first) ? alert.firstSeen() : first;
      last = alert.lastSeen().isAfter(last) ? alert.lastSeen() : last;
    }
    return new Alert(
        "",
        0,
        Alert.Status.OPEN,
        rule.name(),
        rule.title(),
        Map.of("digest", alerts.size() + " groups"),
        severity,
        strongest.windowStart(),
        strongest.windowEnd(),
        "%d groups at once, %d posts in all, counted in each group; the first: %s"
            .formatted(alerts.size(), posts, strongest.reason()),
        List.of(new Measure("groups", alerts.size(), rule.life().digestAbove() + 1)),
        posts,
        strongest.authors(),
        strongest.platforms(),
        strongest.channels(),
        first,
        last,
        strongest.samples(),
        strongest.observables(),
        strongest.bundle(),
        null,
        strongest.exact(),
        lines,
        alerts.stream()
            .flatMap(alert -> alert.links().stream())
            .distinct()
            .limit(SeenLinks.TOLD)
            .toList());
  }
}
