package org.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One condition of a rule against what was seen: the arithmetic of an alert.
 *
 * @param name what was counted: {@code posts}, {@code authors}, {@code platforms}, {@code channels}
 *     or {@code weight}
 * @param observed what the window held
 * @param threshold the least that the rule asks for
 */
public record Measure(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) double observed,
    @JsonProperty(required = true) double threshold) {

  public Measure {
    Required.field(name, "name");
  }
}
