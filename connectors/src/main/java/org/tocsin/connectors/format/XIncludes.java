package org.tocsin.connectors.format;

import static org.tocsin.connectors.format.JsonFields.isArray;
import static org.tocsin.connectors.format.JsonFields.isObject;
import static org.tocsin.connectors.format.JsonFields.nextElement;
import static org.tocsin.connectors.format.JsonFields.nextField;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.UnreadableRecordException;

/** What an X response includes beside its posts: the posts they refer to, and their media. */
final class XIncludes {
  private final Map<String, XTweet> tweets = new HashMap<>();
  private final Map<String, String> mediaTypes = new HashMap<>();

  void clear() {
    tweets.clear();
    mediaTypes.clear();
  }

  @Nullable XTweet tweet(@Nullable String id) {
    return id == null ? null : tweets.get(id);
  }

  /** {@code photo}, {@code video}, {@code animated_gif}; {@code unknown} when not included. */
  String mediaType(String key) {
    return mediaTypes.getOrDefault(key, "unknown");
  }

  void read(JsonParser json) throws IOException, UnreadableRecordException {
    if (!isObject(json)) {
      return;
    }
    for (String name = nextField(json); name != null; name = nextField(json)) {
      switch (name) {
        case "tweets" -> tweets(json);
        case "media" -> media(json);
        default -> json.skipChildren();
      }
    }
  }

  private void tweets(JsonParser json) throws IOException, UnreadableRecordException {
    if (!isArray(json)) {
      return;
    }
    while (nextElement(json)) {
      if (json.currentToken() == JsonToken.START_OBJECT) {
        tweet(json);
      } else {
        json.skipChildren();
      }
    }
  }

  private void tweet(JsonParser json) throws IOException {
    int depth = JsonFields.depth(json);
    XTweet tweet = new XTweet();
    try {
      tweet.read(json);
      if (tweet.id != null) {
        tweets.put(tweet.id, tweet);
      }
    } catch (UnreadableRecordException e) {
      // The post that refers to it still has its own text.
      JsonFields.leave(json, depth);
    }
  }

  private void media(JsonParser json) throws IOException, UnreadableRecordException {
    if (!isArray(json)) {
      return;
    }
    while (nextElement(json)) {
      String key = null;
      String type = null;
      if (isObject(json)) {
        for (String name = nextField(json); name != null; name = nextField(json)) {
          switch (name) {
            case "media_key" -> key = JsonFields.id(json);
            case "type" -> type = JsonFields.id(json);
            default -> json.skipChildren();
          }
        }
      }
      if (key != null && type != null) {
        mediaTypes.put(key, type);
      }
    }
  }
}
