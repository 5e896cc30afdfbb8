package org.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Words of a post that put a match in a context.
 *
 * @param tag the context, such as {@code news} or {@code negated}
 * @param start UTF-16 offset of the first unit in the original text
 * @param end offset after the last unit
 * @param text the words as written
 */
public record ContextEvidence(
    @JsonProperty(required = true) String tag,
    @JsonProperty(required = true) int start,
    @JsonProperty(required = true) int end,
    @JsonProperty(required = true) String text) {

  public ContextEvidence {
    Required.field(tag, "tag");
    Required.field(text, "text");
  }
}
