package org.tocsin.connectors.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.events.UnreadableRecordException;

class TimestampsTest {
  /** No time. */
  private static final long NONE = Long.MIN_VALUE;

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z",
    "2026-03-01T12:00:00.123456789+05:30, 2026-03-01T06:30:00.123Z",
    "2026-03-01t12:00:00z, 2026-03-01T12:00:00Z",
    "2026-03-01 12:00:00Z, 2026-03-01T12:00:00Z",
    "2026-03-01T12:00Z, 2026-03-01T12:00:00Z",
    "2026-03-01T24:00:00Z, 2026-03-02T00:00:00Z",
    "2026-03-01T12:00:00-00:00, 2026-03-01T12:00:00Z"
  })
  void readsWhatPlatformsWrite(String written, Instant meant) throws Exception {
    assertThat(Timestamps.iso("at", written)).isEqualTo(meant.toEpochMilli());
    assertThat(Timestamps.any("at", written)).isEqualTo(meant.toEpochMilli());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01 12:00:00, 2026-03-01T12:00:00Z",
    "1772366400, 2026-03-01T12:00:00Z",
    "1772366400000, 2026-03-01T12:00:00Z"
  })
  void readsWhatPeopleWrite(String written, Instant meant) throws Exception {
    assertThat(Timestamps.any("at", written)).isEqualTo(meant.toEpochMilli());
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> Timestamps.iso("at", "2026-02-30T12:00:00Z"))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessage(
            "field 'at' is '2026-02-30T12:00:00Z', expected a time such as 2026-03-01T12:00:00Z");
  }

  @Property
  void readsAsJavaTimeDoes(@ForAll("almostTimes") String written) {
    assertThat(Timestamps.isoOr(written, NONE)).as(written).isEqualTo(byJavaTime(written));
  }

  private static long byJavaTime(String written) {
    for (Function<String, Instant> reader :
        List.<Function<String, Instant>>of(
            Instant::parse, value -> OffsetDateTime.parse(value).toInstant())) {
      try {
        return reader.apply(written).toEpochMilli();
      } catch (DateTimeException e) {
        // The other may.
      }
    }
    return NONE;
  }

  /** Times of four-digit years in any offset, some with one character changed. */
  @Provide
  Arbitrary<String> almostTimes() {
    Arbitrary<String> times =
        Combinators.combine(
                Arbitraries.longs().between(0, 253_402_214_400L),
                Arbitraries.integers().between(0, 999_999_999),
                Arbitraries.integers().between(-18 * 60, 18 * 60))
            .as(
                (second, nano, offset) ->
                    Instant.ofEpochSecond(second, nano)
                        .atOffset(ZoneOffset.ofTotalSeconds(60 * offset))
                        .toString());
    return Combinators.combine(
            times,
            Arbitraries.integers().between(-1, 16),
            Arbitraries.of('0', '1', '3', '6', '9', '-', ':', 'T', 'Z', '+', '.', ',', 'x'))
        .as(
            (time, at, changed) ->
                at < 0 ? time : time.substring(0, at) + changed + time.substring(at + 1));
  }
}
