package org.tocsin.connectors.format;

import static org.tocsin.connectors.format.JsonFields.end;
import static org.tocsin.connectors.format.JsonFields.isArray;
import static org.tocsin.connectors.format.JsonFields.missing;
import static org.tocsin.connectors.format.JsonFields.nextElement;
import static org.tocsin.connectors.format.JsonFields.nextField;
import static org.tocsin.connectors.format.JsonFields.object;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Pseudonyms;
import org.tocsin.events.UnreadableRecordException;

/**
 * Reads X responses. A single post, which is what streams give, in one pass; pages in two: what is
 * included stands behind the posts that need it, and a page that breaks off must be known to before
 * its first post is told.
 */
final class XReader extends JsonPostReader {
  private static final String PLATFORM = "x";

  /** Milliseconds at which X's ids begin to count, in their upper 42 bits. */
  private static final long ID_EPOCH = 1_288_834_974_657L;

  private static final int ID_TIME_SHIFT = 22;

  private final Pseudonyms pseudonyms;
  private final XIncludes includes = new XIncludes();
  private final XTweet tweet = new XTweet();
  private long ingestedAt;
  private boolean hasData;
  private boolean hasDelete;
  private boolean isRead;
  private @Nullable String instead;

  XReader(Pseudonyms pseudonyms) {
    super(pseudonyms);
    this.pseudonyms = pseudonyms;
  }

  @Override
  void parse(byte[] record, PostSink sink) throws IOException, UnreadableRecordException {
    ingestedAt = draft.ingestedAt;
    survey(record);
    if (!hasData && !hasDelete && instead != null) {
      sink.notAPost(instead);
      return;
    }
    if (isRead) {
      tell(sink);
      return;
    }
    try (JsonParser json = object(record)) {
      if (!hasData) {
        tweet(json, sink);
        return;
      }
      for (String name = nextField(json); name != null; name = nextField(json)) {
        if (name.equals("data")) {
          data(json, sink);
        } else {
          json.skipChildren();
        }
      }
    }
  }

  private void survey(byte[] record) throws IOException, UnreadableRecordException {
    includes.clear();
    hasData = hasDelete = isRead = false;
    instead = null;
    try (JsonParser json = object(record)) {
      for (String name = nextField(json); name != null; name = nextField(json)) {
        switch (name) {
          case "data" -> hasData = json.currentToken() != JsonToken.VALUE_NULL;
          case "delete" -> hasDelete = true;
          case "errors" -> instead = name;
          case "meta" -> instead = instead == null ? name : instead;
          default -> {
            // The second pass reads it, or nobody does.
          }
        }
        if (name.equals("includes")) {
          includes.read(json);
        } else if (name.equals("data") && json.currentToken() == JsonToken.START_OBJECT) {
          tweet.read(json);
          isRead = true;
        } else {
          json.skipChildren();
        }
      }
      end(json);
    }
  }

  private void data(JsonParser json, PostSink sink) throws IOException, UnreadableRecordException {
    if (isArray(json)) {
      page(json, sink);
    }
  }

  private void page(JsonParser json, PostSink sink) throws IOException {
    boolean empty = true;
    while (nextElement(json)) {
      empty = false;
      if (json.currentToken() != JsonToken.START_OBJECT) {
        sink.unreadable(String.valueOf(JsonFields.wrong(json, "an object").getMessage()));
        json.skipChildren();
        continue;
      }
      int depth = JsonFields.depth(json);
      try {
        tweet(json, sink);
      } catch (UnreadableRecordException e) {
        sink.unreadable(String.valueOf(e.getMessage()));
        JsonFields.leave(json, depth);
      }
    }
    if (empty) {
      sink.notAPost(instead == null ? "data" : instead);
    }
  }

  private void tweet(JsonParser json, PostSink sink) throws IOException, UnreadableRecordException {
    tweet.read(json);
    tell(sink);
  }

  private void tell(PostSink sink) throws UnreadableRecordException {
    restart(ingestedAt);
    if (tweet.deleted != null) {
      String at = tweet.deletedAt;
      long deletedAt = at == null ? ingestedAt : Timestamps.any("delete.event_at", at);
      sink.retracted(id(tweet.deleted), Math.min(deletedAt, ingestedAt));
      return;
    }
    String text = tweet.fullText();
    if (tweet.id == null || text == null) {
      throw missing("id", tweet.id, "text", text);
    }
    fill(tweet.id, text);
    for (String earlier : tweet.history) {
      if (isEarlier(earlier, tweet.id)) {
        sink.retracted(id(earlier), draft.versionAt());
      }
    }
    sink.post(draft);
  }

  private void fill(String id, String text) throws UnreadableRecordException {
    draft.platform = PLATFORM;
    draft.nativeId = id;
    draft.text = text;
    draft.account = tweet.authorId == null ? "unknown" : tweet.authorId;
    draft.createdAt =
        tweet.createdAt == null ? madeAt(id) : Timestamps.iso("created_at", tweet.createdAt);
    draft.lang = lang(tweet.lang);
    draft.links.addAll(tweet.links);
    draft.tags.addAll(tweet.tags);
    draft.mentionedAccounts.addAll(tweet.mentions);
    draft.replyToNativeId = tweet.repliedTo;
    draft.repostOfNativeId = tweet.retweeted == null ? tweet.quoted : tweet.retweeted;
    for (String key : tweet.mediaKeys) {
      draft.media.add(includes.mediaType(key));
    }
    XTweet original = includes.tweet(tweet.retweeted);
    String whole = original == null ? null : original.fullText();
    if (original != null && whole != null) {
      draft.text = whole;
      if (!original.links.isEmpty()) {
        draft.links.clear();
        draft.links.addAll(original.links);
      }
    }
  }

  private String id(String nativeId) {
    return PostDraft.id(PLATFORM, null, nativeId, pseudonyms);
  }

  private long madeAt(String id) {
    try {
      return (Long.parseLong(id) >> ID_TIME_SHIFT) + ID_EPOCH;
    } catch (NumberFormatException e) {
      return ingestedAt;
    }
  }

  /** Ids are numbers that grow with time. */
  private static boolean isEarlier(String id, String than) {
    return id.length() == than.length() ? id.compareTo(than) < 0 : id.length() < than.length();
  }

  /** BCP-47; the platform's own codes for posts without words count as undetermined. */
  private static String lang(@Nullable String declared) {
    if (declared == null || declared.isBlank()) {
      return "und";
    }
    return switch (declared) {
      case "qst", "qme", "qht", "qam", "qct", "zxx", "art" -> "und";
      case "in" -> "id";
      case "iw" -> "he";
      default -> declared;
    };
  }
}
