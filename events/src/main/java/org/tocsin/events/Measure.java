package org.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a rule against what was seen: the arithmetic of an alert.
 *
 * @param name what was counted: {@code posts}, {@code authors}, {@code platforms}, {@code
 *     channels}, {@code weight}, {@code share}, {@code near_duplicates}, {@code categories} that
 *     met, steps of a {@code sequence}, posts for a {@code rate} and its {@code z}, {@code
 *     silent_seconds}, {@code unseen_days} since the group was last counted before the window
 * @param observed what the window held
 * @param threshold the least that the rule asks for
 * @param expected what is usual for the group at this hour of the week; null where no history is
 *     asked
 */
public record Measure(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) double observed,
    @JsonProperty(required = true) double threshold,
    @Nullable Double expected) {

  public Measure {
    Required.field(name, "name");
  }

  /** A condition that asks no history. */
  public Measure(String name, double observed, double threshold) {
    this(name, observed, threshold, null);
  }
}
