package org.tocsin.cli.alerts;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.pack.Durations;

/** Times on a command line: an instant, or how far it is from now. */
final class Moments {
  private Moments() {}

  /** So long before now, or an instant; null with a mistake added, or when there is no text. */
  static @Nullable Instant ago(
      String option, @Nullable String text, Instant now, List<String> mistakes) {
    return read(option, text, now, -1, mistakes);
  }

  /** So long after now, or an instant; null with a mistake added, or when there is no text. */
  static @Nullable Instant ahead(
      String option, @Nullable String text, Instant now, List<String> mistakes) {
    return read(option, text, now, 1, mistakes);
  }

  private static @Nullable Instant read(
      String option, @Nullable String text, Instant now, int direction, List<String> mistakes) {
    if (text == null) {
      return null;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException notAnInstant) {
      try {
        return now.plus(Durations.parse(text).multipliedBy(direction));
      } catch (IllegalArgumentException neither) {
        mistakes.add(
            "%s '%s': expected a time such as 2026-03-01T12:00:00Z, or a duration such as 90m or 2d %s now"
                .formatted(option, text, direction < 0 ? "before" : "from"));
        return null;
      }
    }
  }
}
