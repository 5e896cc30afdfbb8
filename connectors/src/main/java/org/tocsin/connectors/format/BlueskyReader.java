package org.tocsin.connectors.format;

import static org.tocsin.connectors.format.JsonFields.end;
import static org.tocsin.connectors.format.JsonFields.isObject;
import static org.tocsin.connectors.format.JsonFields.missing;
import static org.tocsin.connectors.format.JsonFields.nextField;
import static org.tocsin.connectors.format.JsonFields.object;
import static org.tocsin.connectors.format.JsonFields.shown;
import static org.tocsin.connectors.format.JsonFields.text;
import static org.tocsin.connectors.format.JsonFields.unreadable;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Pseudonyms;
import org.tocsin.events.UnreadableRecordException;

/** Reads Jetstream events: the envelope here, the post in {@link BlueskyPost}. */
final class BlueskyReader extends JsonPostReader {
  private static final String PLATFORM = "bluesky";
  private static final String POSTS = "app.bsky.feed.post";

  private final Pseudonyms pseudonyms;
  private final BlueskyPost post;
  private @Nullable String did;
  private @Nullable String kind;
  private @Nullable String operation;
  private @Nullable String collection;
  private @Nullable String rkey;
  private boolean passedOver;

  BlueskyReader(Pseudonyms pseudonyms) {
    super(pseudonyms);
    this.pseudonyms = pseudonyms;
    post = new BlueskyPost(draft);
  }

  @Override
  void parse(byte[] record, PostSink sink) throws IOException, UnreadableRecordException {
    did = kind = operation = collection = rkey = null;
    event(record);
    if (passedOver && POSTS.equals(collection)) {
      // The record came before its collection was known; now it is.
      event(record);
    }
    if (kind == null) {
      throw missing("kind", kind);
    }
    switch (kind) {
      case "commit", "com" -> commit(sink);
      case "id" -> sink.notAPost("identity");
      case "acc" -> sink.notAPost("account");
      default -> sink.notAPost(shown(kind));
    }
  }

  private void commit(PostSink sink) throws UnreadableRecordException {
    if (collection != null && !collection.equals(POSTS)) {
      sink.notAPost(shown(collection));
      return;
    }
    if (collection == null || did == null || operation == null || rkey == null) {
      throw missing(
          "did",
          did,
          "commit.operation",
          operation,
          "commit.collection",
          collection,
          "commit.rkey",
          rkey);
    }
    switch (operation) {
      case "create", "c" -> tell(did, rkey, false, sink);
      case "update", "u" -> tell(did, rkey, true, sink);
      case "delete", "d" ->
          sink.retracted(PostDraft.id(PLATFORM, did, rkey, pseudonyms), draft.ingestedAt);
      default ->
          throw unreadable(
              "field 'commit.operation' is '%s', expected create, update or delete"
                  .formatted(shown(operation)));
    }
  }

  private void tell(String account, String key, boolean edited, PostSink sink)
      throws UnreadableRecordException {
    post.finish();
    draft.platform = PLATFORM;
    draft.idAccount = account;
    draft.nativeId = key;
    draft.account = account;
    draft.editedAt = edited ? draft.ingestedAt : 0;
    sink.post(draft);
  }

  private void event(byte[] record) throws IOException, UnreadableRecordException {
    passedOver = false;
    post.clear();
    try (JsonParser json = object(record)) {
      for (String name = nextField(json); name != null; name = nextField(json)) {
        switch (name) {
          case "did" -> did = JsonFields.id(json);
          case "kind", "type" -> kind = text(json);
          case "time_us" -> timeUs(json);
          case "commit" -> commitFields(json);
          default -> json.skipChildren();
        }
      }
      end(json);
    }
  }

  private void timeUs(JsonParser json) throws IOException, UnreadableRecordException {
    if (json.currentToken() != JsonToken.VALUE_NULL) {
      draft.ingestedAt = Math.min(JsonFields.integer(json) / 1000, draft.ingestedAt);
    }
  }

  private void commitFields(JsonParser json) throws IOException, UnreadableRecordException {
    if (!isObject(json)) {
      return;
    }
    for (String name = nextField(json); name != null; name = nextField(json)) {
      switch (name) {
        case "operation", "type" -> operation = text(json);
        case "collection" -> collection = text(json);
        case "rkey" -> rkey = JsonFields.id(json);
        case "record" -> {
          if (POSTS.equals(collection)) {
            post.read(json);
          } else {
            // Another collection's record may hold anything under the same names.
            passedOver |= collection == null;
            json.skipChildren();
          }
        }
        default -> json.skipChildren();
      }
    }
  }
}
