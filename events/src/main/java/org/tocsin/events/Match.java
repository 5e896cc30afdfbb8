package org.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One lexicon entry, or one item of a watchlist, found in one place of a post.
 *
 * <p>What is on a watchlist is the entry {@code watchlist:<reference>}, such as {@code
 * watchlist:un:QDe.115}, of the pack {@code watchlist@<first digits of its digest>}, always in
 * {@code financing}. A listed value (a wallet, an account) has weight 1, and no context lowers it.
 * A listed name has weight 0 and stands only in signals that hold for another reason: a name alone
 * is news most of the time.
 *
 * @param entry id of the entry, unique in its pack
 * @param pack {@code pack@version}
 * @param category of the entry
 * @param start UTF-16 offset of the first unit in the original text
 * @param end offset after the last unit
 * @param text the surface as written
 * @param how {@code exact}, {@code inflected}, {@code folded}, or {@code evaded:<which>}
 * @param weight contribution to the score, in (0, 1]; 0 for a name on a watchlist
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
