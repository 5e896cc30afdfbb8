package org.tocsin.cli.alerts;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.tocsin.events.Alert;
import org.tocsin.jobs.options.CommandFailedException;

/** The latest revision of each alert. */
final class AlertBook {
  private static final int NEAREST = 3;

  private final Map<String, Alert> latest = new HashMap<>();

  /** All that an origin holds now. */
  static AlertBook of(Origin origin) {
    AlertBook book = new AlertBook();
    origin.read(book::add);
    return book;
  }

  void add(Alert alert) {
    latest.merge(
        alert.id(), alert, (one, other) -> one.revision() > other.revision() ? one : other);
  }

  /** Oldest first, by when they were last seen. */
  List<Alert> inOrder() {
    return latest.values().stream()
        .sorted(Comparator.comparing(Alert::lastSeen).thenComparing(Alert::id))
        .toList();
  }

  /**
   * The alert of an id, or of the beginning of just one.
   *
   * @throws CommandFailedException naming the nearest ids
   */
  Alert find(String id) {
    Alert exact = latest.get(id);
    if (exact != null) {
      return exact;
    }
    List<Alert> beginning = inOrder().stream().filter(a -> a.id().startsWith(id)).toList();
    if (beginning.size() == 1) {
      return beginning.get(0);
    }
    if (beginning.size() > 1) {
      throw new CommandFailedException(
          "'%s' begins the ids of %d alerts: %s".formatted(id, beginning.size(), named(beginning)));
    }
    throw new CommandFailedException(
        "there is no alert '%s' among %d. %s".formatted(id, latest.size(), nearest(id)));
  }

  private String nearest(String id) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    List<Alert> near =
        inOrder().stream()
            .sorted(Comparator.comparingInt(alert -> distance.apply(id, alert.id())))
            .limit(NEAREST)
            .toList();
    return near.isEmpty() ? "Is this where the job writes?" : "Nearest: " + named(near);
  }

  private static String named(List<Alert> alerts) {
    return String.join(
        ", ",
        alerts.stream()
            .limit(NEAREST)
            .map(alert -> "%s (%s)".formatted(alert.id(), alert.title()))
            .toList());
  }
}
