package org.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a public post.
 *
 * @param id globally unique, {@code platform:native-id}; parts of a native id that name an account
 *     are pseudonyms
 * @param platform where it was posted: {@code bluesky}, {@code x}, {@code mastodon}, ...
 * @param author pseudonym of the account (keyed HMAC), never the raw handle
 * @param channel the group, room or instance that it was posted in, where the platform has such;
 *     null otherwise
 * @param text as published, HTML removed; handles, phone and card numbers masked in place, so that
 *     offsets stand
 * @param lang BCP-47 tag as the platform declares it (weak evidence); {@code und} when it says
 *     nothing
 * @param createdAt event time as declared by the client, never later than {@code ingestedAt}
 * @param editedAt when this version replaced an earlier one under the same id; null for the first
 *     version
 * @param ingestedAt when the platform's stream, Kafka or Tocsin first saw it
 * @param links URLs as given by the platform; never fetched
 * @param tags hashtags without the sign
 * @param mentions pseudonyms of the accounts that it names
 * @param replyTo id of the post that it answers; null when it answers none
 * @param repostOf id of the post that it repeats or quotes; null when it is none
 * @param media kinds of attachments, such as {@code image} or {@code video}
 */
public record Post(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String platform,
    @JsonProperty(required = true) String author,
    @Nullable String channel,
    @JsonProperty(required = true) String text,
    @JsonProperty(required = true) String lang,
    @JsonProperty(required = true) Instant createdAt,
    @Nullable Instant editedAt,
    @JsonProperty(required = true) Instant ingestedAt,
    List<String> links,
    List<String> tags,
    List<String> mentions,
    @Nullable String replyTo,
    @Nullable String repostOf,
    List<String> media) {

  public Post {
    Required.field(id, "id");
    Required.field(platform, "platform");
    Required.field(author, "author");
    Required.field(text, "text");
    Required.field(lang, "lang");
    Required.field(createdAt, "createdAt");
    Required.field(ingestedAt, "ingestedAt");
    links = orEmpty(links);
    tags = orEmpty(tags);
    mentions = orEmpty(mentions);
    media = orEmpty(media);
  }

  /**
   * When this version was published: {@code editedAt}, or {@code createdAt} for a first version.
   */
  public Instant versionAt() {
    return editedAt == null ? createdAt : editedAt;
  }

  static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
