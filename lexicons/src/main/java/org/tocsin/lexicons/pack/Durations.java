package org.tocsin.lexicons.pack;

import java.time.Duration;
import java.util.Locale;

/**
 * Durations as people write them in rules: a whole number and one of {@code s m h d}; read by
 * {@link Duration#parse}.
 */
public final class Durations {
  private Durations() {}

  /**
   * Reads {@code 90s}, {@code 10m}, {@code 1h} or {@code 1d}.
   *
   * @throws IllegalArgumentException for anything else, and for zero
   */
  public static Duration parse(String text) {
    if (!text.matches("\\d{1,6}[smhd]")) {
      throw new IllegalArgumentException(text);
    }
    String iso = text.endsWith("d") ? "P" + text : "PT" + text;
    Duration duration = Duration.parse(iso.toUpperCase(Locale.ROOT));
    if (duration.isZero()) {
      throw new IllegalArgumentException(text);
    }
    return duration;
  }
}
