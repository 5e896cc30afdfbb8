package org.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who named what where and when: one post of an alert, without its text, for a graph.
 *
 * @param postId id of the post
 * @param at when this version was published
 * @param platform where it was posted
 * @param author pseudonym
 * @param channel group or instance; null where there is none
 * @param observables wallets, accounts, pages and invites in it, as {@code kind:value}, defanged;
 *     at most {@link #MAX_OBSERVABLES}
 */
public record Link(
    @JsonProperty(required = true) String postId,
    @JsonProperty(required = true) Instant at,
    @JsonProperty(required = true) String platform,
    @JsonProperty(required = true) String author,
    @Nullable String channel,
    List<String> observables) {

  /** The most observables of one post. */
  public static final int MAX_OBSERVABLES = 8;

  public Link {
    Required.field(postId, "postId");
    Required.field(at, "at");
    Required.field(platform, "platform");
    Required.field(author, "author");
    observables = Post.orEmpty(observables);
  }
}
