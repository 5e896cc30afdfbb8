package org.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A time that an analyst arms after an attack: rules that wait for it alert, and no rule learns
 * what is usual from it.
 *
 * @param id of the event; the last record of an id counts
 * @param title what happened, for people
 * @param from first instant
 * @param until first instant after; after {@code from}
 * @param analyst who armed it
 */
public record Watch(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String title,
    @JsonProperty(required = true) Instant from,
    @JsonProperty(required = true) Instant until,
    @JsonProperty(required = true) String analyst) {

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
}
