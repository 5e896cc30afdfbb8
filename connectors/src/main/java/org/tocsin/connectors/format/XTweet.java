package org.tocsin.connectors.format;

import static org.tocsin.connectors.format.JsonFields.add;
import static org.tocsin.connectors.format.JsonFields.isArray;
import static org.tocsin.connectors.format.JsonFields.isObject;
import static org.tocsin.connectors.format.JsonFields.nextElement;
import static org.tocsin.connectors.format.JsonFields.nextField;
import static org.tocsin.connectors.format.JsonFields.text;
import static org.tocsin.connectors.format.JsonFields.texts;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.UnreadableRecordException;

/** The fields of one X post, or of the notice that one was deleted. */
final class XTweet {
  @Nullable String id;
  @Nullable String text;
  @Nullable String authorId;
  @Nullable String createdAt;
  @Nullable String lang;
  @Nullable String retweeted;
  @Nullable String quoted;
  @Nullable String repliedTo;
  @Nullable String deleted;
  @Nullable String deletedAt;
  final Set<String> links = new LinkedHashSet<>();
  final Set<String> tags = new LinkedHashSet<>();
  final Set<String> mentions = new LinkedHashSet<>();
  final List<String> mediaKeys = new ArrayList<>();
  final List<String> history = new ArrayList<>();
  private @Nullable String note;

  /** The whole text, where the platform gives it. */
  @Nullable String fullText() {
    return note == null ? text : note;
  }

  void read(JsonParser json) throws IOException, UnreadableRecordException {
    clear();
    for (String name = nextField(json); name != null; name = nextField(json)) {
      switch (name) {
        case "id" -> id = JsonFields.id(json);
        case "text" -> text = text(json);
        case "author_id" -> authorId = JsonFields.id(json);
        case "created_at" -> createdAt = text(json);
        case "lang" -> lang = text(json);
        case "entities" -> entities(json);
        case "note_tweet" -> note(json);
        case "attachments" -> attachments(json);
        case "referenced_tweets" -> references(json);
        case "edit_history_tweet_ids" -> texts(json, history);
        case "delete" -> deletion(json);
        default -> json.skipChildren();
      }
    }
  }

  private void clear() {
    id = text = authorId = createdAt = lang = null;
    retweeted = quoted = repliedTo = deleted = deletedAt = note = null;
    links.clear();
    tags.clear();
    mentions.clear();
    mediaKeys.clear();
    history.clear();
  }

  private void entities(JsonParser json) throws IOException, UnreadableRecordException {
    if (!isObject(json)) {
      return;
    }
    for (String name = nextField(json); name != null; name = nextField(json)) {
      switch (name) {
        case "urls" -> firstOf(json, "expanded_url", "url", links);
        case "hashtags" -> firstOf(json, "tag", "text", tags);
        case "mentions" -> firstOf(json, "id", "username", mentions);
        default -> json.skipChildren();
      }
    }
  }

  private static void firstOf(JsonParser json, String wanted, String second, Set<String> into)
      throws IOException, UnreadableRecordException {
    if (!isArray(json)) {
      return;
    }
    while (nextElement(json)) {
      String first = null;
      String other = null;
      if (isObject(json)) {
        for (String name = nextField(json); name != null; name = nextField(json)) {
          if (name.equals(wanted)) {
            first = JsonFields.id(json);
          } else if (name.equals(second)) {
            other = JsonFields.id(json);
          } else {
            json.skipChildren();
          }
        }
      }
      add(into, first == null ? other : first);
    }
  }

  private void note(JsonParser json) throws IOException, UnreadableRecordException {
    if (!isObject(json)) {
      return;
    }
    for (String name = nextField(json); name != null; name = nextField(json)) {
      switch (name) {
        case "text" -> note = text(json);
        case "entities" -> entities(json);
        default -> json.skipChildren();
      }
    }
  }

  private void attachments(JsonParser json) throws IOException, UnreadableRecordException {
    if (!isObject(json)) {
      return;
    }
    for (String name = nextField(json); name != null; name = nextField(json)) {
      if (name.equals("media_keys")) {
        texts(json, mediaKeys);
      } else {
        json.skipChildren();
      }
    }
  }

  private void references(JsonParser json) throws IOException, UnreadableRecordException {
    if (!isArray(json)) {
      return;
    }
    while (nextElement(json)) {
      String type = null;
      String referenced = null;
      if (isObject(json)) {
        for (String name = nextField(json); name != null; name = nextField(json)) {
          switch (name) {
            case "type" -> type = text(json);
            case "id" -> referenced = JsonFields.id(json);
            default -> json.skipChildren();
          }
        }
      }
      switch (type == null ? "" : type) {
        case "retweeted" -> retweeted = referenced;
        case "quoted" -> quoted = referenced;
        case "replied_to" -> repliedTo = referenced;
        default -> {
          // A kind of reference that Tocsin has no field for.
        }
      }
    }
  }

  private void deletion(JsonParser json) throws IOException, UnreadableRecordException {
    if (!isObject(json)) {
      return;
    }
    for (String name = nextField(json); name != null; name = nextField(json)) {
      switch (name) {
        case "tweet", "status" -> deletedPost(json);
        case "event_at", "timestamp_ms" -> deletedAt = JsonFields.id(json);
        default -> json.skipChildren();
      }
    }
  }

  private void deletedPost(JsonParser json) throws IOException, UnreadableRecordException {
    if (!isObject(json)) {
      return;
    }
    for (String name = nextField(json); name != null; name = nextField(json)) {
      switch (name) {
        case "id", "id_str" -> deleted = JsonFields.id(json);
        default -> json.skipChildren();
      }
    }
  }
}
