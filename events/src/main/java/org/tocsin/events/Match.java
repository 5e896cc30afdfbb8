package org.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One lexicon entry found in one place of a post.
 *
 * @param entry id of the entry, unique in its pack
 * @param pack {@code pack@version}
 * @param category of the entry
 * @param start UTF-16 offset of the first unit in the original text
 * @param end offset after the last unit
 * @param text the surface as written
 * @param how {@code exact}, {@code inflected}, {@code folded}, or {@code evaded:<which>}
 * @param weight contribution to the score, in (0, 1]
 */
public record Match(
    @JsonProperty(required = true) String entry,
    @JsonProperty(required = true) String pack,
    @JsonProperty(required = true) Category category,
    @JsonProperty(required = true) int start,
    @JsonProperty(required = true) int end,
    @JsonProperty(required = true) String text,
    @JsonProperty(required = true) String how,
    @JsonProperty(required = true) double weight) {

  public Match {
    Required.field(entry, "entry");
    Required.field(pack, "pack");
    Required.field(category, "category");
    Required.field(text, "text");
    Required.field(how, "how");
  }
}
