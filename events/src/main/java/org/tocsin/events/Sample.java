package org.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post shown as evidence in an alert.
 *
 * @param postId id of the post
 * @param platform where it was posted
 * @param author pseudonym
 * @param channel group or instance; null where there is none
 * @param at when this version was published
 * @param lang declared language
 * @param text excerpt, masked
 * @param textOffset where {@code text} begins in the original
 * @param textSha256 digest of the original text
 * @param score of its signal
 * @param matches spans in the original text
 * @param context tags of its signal
 */
public record Sample(
    @JsonProperty(required = true) String postId,
    @JsonProperty(required = true) String platform,
    @JsonProperty(required = true) String author,
    @Nullable String channel,
    @JsonProperty(required = true) Instant at,
    @JsonProperty(required = true) String lang,
    @JsonProperty(required = true) String text,
    int textOffset,
    @JsonProperty(required = true) String textSha256,
    @JsonProperty(required = true) double score,
    @JsonProperty(required = true) List<Match> matches,
    List<String> context) {

  public Sample {
    Required.field(postId, "postId");
    Required.field(platform, "platform");
    Required.field(author, "author");
    Required.field(at, "at");
    Required.field(lang, "lang");
    Required.field(text, "text");
    Required.field(textSha256, "textSha256");
    matches = List.copyOf(Required.field(matches, "matches"));
    context = Post.orEmpty(context);
  }

  /** The evidence that a signal carries. */
  public static Sample of(Signal signal) {
    Post post = signal.post();
    return new Sample(
        post.id(),
        post.platform(),
        post.author(),
        post.channel(),
        post.versionAt(),
        post.lang(),
        post.text(),
        signal.textOffset(),
        signal.textSha256(),
        signal.score(),
        signal.matches(),
        signal.context());
  }

  /** The same sample with other matches. */
  public Sample withMatches(List<Match> others) {
    return new Sample(
        postId,
        platform,
        author,
        channel,
        at,
        lang,
        text,
        textOffset,
        textSha256,
        score,
        others,
        context);
  }
}
