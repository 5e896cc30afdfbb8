package org.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time that an analyst arms after an attack: rules that wait for it alert, and no rule learns
 * what is usual from it. It is withdrawn by the same record once more, with {@code withdrawnAt}.
 * All times are event time, which posts carry.
 *
 * @param id of the event; the last record of an id counts
 * @param title what happened, for people
 * @param from first instant
 * @param until first instant after; after {@code from}
 * @param analyst who armed it, or withdrew it
 * @param withdrawnAt first instant at which it is armed no more; {@code from}, or before, when it
 *     never should have been; null while it stands
 */
public record Watch(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String title,
    @JsonProperty(required = true) Instant from,
    @JsonProperty(required = true) Instant until,
    @JsonProperty(required = true) String analyst,
    @Nullable Instant withdrawnAt) {

  public Watch {
    Required.field(id, "id");
    Required.field(title, "title");
    Required.field(from, "from");
    Required.field(until, "until");
    Required.field(analyst, "analyst");
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException(
          "'until' %s is not after 'from' %s".formatted(until, from));
    }
  }

  /** One that stands. */
  public Watch(String id, String title, Instant from, Instant until, String analyst) {
    this(id, title, from, until, analyst, null);
  }

  /**
   * First instant after the time that is armed, by {@code until} or the withdrawal: {@code from}
   * when nothing of it is.
   */
  public Instant armedUntil() {
    if (withdrawnAt == null || withdrawnAt.isAfter(until)) {
      return until;
    }
    return withdrawnAt.isBefore(from) ? from : withdrawnAt;
  }
}
