package org.tocsin.connectors.format;

import static org.tocsin.connectors.format.JsonFields.shown;

import com.ethlo.time.ITU;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import org.tocsin.events.UnreadableRecordException;

/** Times as platforms and people write them, as epoch milliseconds. */
final class Timestamps {
  private static final DateTimeFormatter SPACED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  private static final int SPACED_LENGTH = "2026-03-01 12:00:00".length();

  /** Below this a number counts seconds (until the year 5138), from here on milliseconds. */
  private static final long FIRST_MILLIS = 100_000_000_000L;

  private static final int MAX_DIGITS = 18;

  private Timestamps() {}

  /** ISO 8601 with an offset; a space may stand for the {@code T}, as in RFC 3339. */
  static long iso(String field, String value) throws UnreadableRecordException {
    try {
      return parse(value);
    } catch (DateTimeException | ArithmeticException e) {
      throw new UnreadableRecordException(
          "field '%s' is '%s', expected a time such as 2026-03-01T12:00:00Z"
              .formatted(field, shown(value)),
          e);
    }
  }

  /** ISO 8601 with an offset, or {@code fallback} where a client wrote something else. */
  static long isoOr(String value, long fallback) {
    try {
      return parse(value);
    } catch (DateTimeException | ArithmeticException e) {
      return fallback;
    }
  }

  /** What people's own files hold: {@link #iso}, the same with a space as UTC, or epoch time. */
  static long any(String field, String value) throws UnreadableRecordException {
    String trimmed = value.trim();
    try {
      if (isNumber(trimmed)) {
        long number = Long.parseLong(trimmed);
        return number < FIRST_MILLIS ? number * 1000 : number;
      }
      return trimmed.length() == SPACED_LENGTH && trimmed.indexOf(' ') > 0
          ? LocalDateTime.parse(trimmed, SPACED).toInstant(ZoneOffset.UTC).toEpochMilli()
          : parse(trimmed);
    } catch (DateTimeException | ArithmeticException e) {
      throw new UnreadableRecordException(
          ("field '%s' is '%s', expected a time such as 2026-03-01T12:00:00Z,"
                  + " 2026-03-01 12:00:00 (UTC), or epoch seconds or milliseconds")
              .formatted(field, shown(value)),
          e);
    }
  }

  private static boolean isNumber(String value) {
    return !value.isEmpty()
        && value.length() <= MAX_DIGITS
        && value.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static long parse(String value) {
    // A time a post: java.time took a fifth of what reading and matching one takes. ITU reads RFC
    // 3339 in an eighth of that.
    try {
      return ITU.parseDateTime(value).toInstant().toEpochMilli();
    } catch (DateTimeException e) {
      return parseRare(value);
    }
  }

  /** What else ISO 8601 allows: 24:00:00 and leap seconds, or no seconds. */
  private static long parseRare(String value) {
    try {
      return Instant.parse(value).toEpochMilli();
    } catch (DateTimeException e) {
      return OffsetDateTime.parse(value).toInstant().toEpochMilli();
    }
  }
}
