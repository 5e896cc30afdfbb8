package org.tocsin.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an analyst decided about an alert.
 *
 * @param alertId the alert
 * @param decision what was decided
 * @param reason why it is a false positive; null for the other decisions
 * @param until end of a snooze; null for the other decisions
 * @param analyst who decided, by the name that the deployment gives
 * @param at when
 * @param note free text; null when there is none
 */
public record Verdict(
    @JsonProperty(required = true) String alertId,
    @JsonProperty(required = true) Decision decision,
    @Nullable String reason,
    @Nullable Instant until,
    @JsonProperty(required = true) String analyst,
    @JsonProperty(required = true) Instant at,
    @Nullable String note) {

  /** The decisions there are. */
  public enum Decision {
    CONFIRMED,
    FALSE_POSITIVE,
    ESCALATED,
    SNOOZED;

    /** The name on topics: lower case with hyphens. */
    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The decision of a label.
     *
     * @throws IllegalArgumentException for an unknown one
     */
    @JsonCreator
    public static Decision of(String label) {
      return Labels.parse(Decision.class, Decision::label, label);
    }
  }

  /** The same decision about another alert. */
  public Verdict on(String otherAlertId) {
    return new Verdict(otherAlertId, decision, reason, until, analyst, at, note);
  }

  public Verdict {
    Required.field(alertId, "alertId");
    Required.field(decision, "decision");
    Required.field(analyst, "analyst");
    Required.field(at, "at");
    if ((decision == Decision.SNOOZED) != (until != null)) {
      throw new IllegalArgumentException(
          "'until' goes with the decision snoozed, and only with it");
    }
  }
}
