package org.tocsin.cli.alerts;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.Severity;
import picocli.CommandLine.Option;

/** Which alerts to show; all that is asked must hold. */
final class AlertFilter {
  @Option(
      names = "--severity",
      split = ",",
      paramLabel = "P0,...",
      description = "Of one of these severities: P0, P1, P2, P3.")
  List<Severity> severities = List.of();

  @Option(
      names = "--rule",
      paramLabel = "TEXT",
      description = "Whose rule, as pack@version/rule, contains this.")
  @Nullable String rule;

  @Option(
      names = "--category",
      paramLabel = "CATEGORY",
      description = "Whose group or sample posts are of this category, such as hate or financing.")
  @Nullable String category;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Last seen at this time or later: 2026-03-01T12:00:00Z, or 2h for 2 hours ago.")
  @Nullable String since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Last seen before this time: as --since.")
  @Nullable String until;

  @Option(
      names = "--status",
      split = ",",
      paramLabel = "STATUS,...",
      description = "Of one of these: open, updated, resolved.")
  List<String> statuses = List.of();

  /** The condition; mistakes are added to the list. */
  Predicate<Alert> read(Instant now, List<String> mistakes) {
    Instant from = Moments.ago("--since", since, now, mistakes);
    Instant before = Moments.ago("--until", until, now, mistakes);
    Category of = category == null ? null : category(category, mistakes);
    List<Alert.Status> standing = statuses.stream().map(label -> status(label, mistakes)).toList();
    return alert ->
        (severities.isEmpty() || severities.contains(alert.severity()))
            && (rule == null || alert.rule().contains(rule))
            && (of == null || isOf(alert, of))
            && (from == null || !alert.lastSeen().isBefore(from))
            && (before == null || alert.lastSeen().isBefore(before))
            && (standing.isEmpty() || standing.contains(alert.status()));
  }

  private static boolean isOf(Alert alert, Category category) {
    return category.label().equals(alert.group().get("category"))
        || alert.samples().stream()
            .flatMap(sample -> sample.matches().stream())
            .anyMatch(match -> match.category() == category);
  }

  private static @Nullable Category category(String label, List<String> mistakes) {
    try {
      return Category.of(label);
    } catch (IllegalArgumentException e) {
      mistakes.add("--category: " + e.getMessage());
      return null;
    }
  }

  private static Alert.Status status(String label, List<String> mistakes) {
    try {
      return Alert.Status.of(label);
    } catch (IllegalArgumentException e) {
      mistakes.add("--status: " + e.getMessage());
      return Alert.Status.OPEN;
    }
  }
}
