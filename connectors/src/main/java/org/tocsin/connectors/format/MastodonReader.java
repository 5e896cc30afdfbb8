package org.tocsin.connectors.format;

import static org.tocsin.connectors.format.JsonFields.end;
import static org.tocsin.connectors.format.JsonFields.missing;
import static org.tocsin.connectors.format.JsonFields.nextElement;
import static org.tocsin.connectors.format.JsonFields.parser;
import static org.tocsin.connectors.format.JsonFields.shown;
import static org.tocsin.connectors.format.JsonFields.startObject;
import static org.tocsin.connectors.format.JsonFields.unreadable;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Pseudonyms;
import org.tocsin.events.UnreadableRecordException;

/** Reads Mastodon statuses and streaming events. */
final class MastodonReader extends JsonPostReader {
  private static final String PLATFORM = "mastodon";

  private final Pseudonyms pseudonyms;
  private final @Nullable String instance;
  private final HtmlText html = new HtmlText();

  MastodonReader(Pseudonyms pseudonyms, @Nullable String instance) {
    super(pseudonyms);
    this.pseudonyms = pseudonyms;
    this.instance = instance;
  }

  @Override
  void parse(byte[] record, PostSink sink) throws IOException, UnreadableRecordException {
    long ingestedAt = draft.ingestedAt;
    try (JsonParser json = parser(record)) {
      JsonToken first = json.nextToken();
      if (first == JsonToken.START_ARRAY) {
        // Nothing is told before the array proved whole.
        json.skipChildren();
        end(json);
        array(record, ingestedAt, sink);
        return;
      }
    }
    MastodonStatus status = new MastodonStatus();
    try (JsonParser json = JsonFields.object(record)) {
      status.read(json);
      end(json);
    }
    if (status.event == null) {
      tell(status, sink);
    } else {
      event(status.event, status.payload, sink);
    }
  }

  private void array(byte[] record, long ingestedAt, PostSink sink) throws IOException {
    try (JsonParser json = parser(record)) {
      json.nextToken();
      while (nextElement(json)) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
          sink.unreadable(String.valueOf(JsonFields.wrong(json, "an object").getMessage()));
          json.skipChildren();
          continue;
        }
        int depth = JsonFields.depth(json);
        restart(ingestedAt);
        try {
          MastodonStatus status = new MastodonStatus();
          status.read(json);
          tell(status, sink);
        } catch (UnreadableRecordException e) {
          sink.unreadable(String.valueOf(e.getMessage()));
          JsonFields.leave(json, depth);
        }
      }
    }
  }

  private void event(String event, @Nullable String payload, PostSink sink)
      throws IOException, UnreadableRecordException {
    switch (event) {
      case "update", "status.update" -> {
        if (payload == null) {
          throw missing("payload", payload);
        }
        tell(payload(payload), sink);
      }
      case "delete" -> {
        if (payload == null || payload.isEmpty()) {
          throw missing("payload", null);
        }
        if (instance == null) {
          throw unreadable(
              "a deletion holds an id but no instance: give the one that the stream comes from,"
                  + " as in mastodon:example.social");
        }
        String id = instance + "/" + payload;
        sink.retracted(PostDraft.id(PLATFORM, null, id, pseudonyms), draft.ingestedAt);
      }
      default -> sink.notAPost(shown(event));
    }
  }

  private static MastodonStatus payload(String payload)
      throws IOException, UnreadableRecordException {
    MastodonStatus status = new MastodonStatus();
    try (JsonParser json = parser(payload)) {
      startObject(json);
      status.read(json);
      end(json);
    } catch (JsonProcessingException e) {
      throw new UnreadableRecordException("field 'payload' is not valid JSON: " + message(e), e);
    }
    return status;
  }

  private void tell(MastodonStatus status, PostSink sink) throws UnreadableRecordException {
    if (status.visibility != null
        && !status.visibility.equals("public")
        && !status.visibility.equals("unlisted")) {
      sink.notAPost("visibility:" + shown(status.visibility));
      return;
    }
    MastodonStatus words = status.reblog == null ? status : status.reblog;
    String host = status.host();
    if (status.id == null
        || host == null
        || status.acct == null
        || words.content == null
        || status.createdAt == null) {
      throw missing(
          "id",
          status.id,
          "uri",
          host,
          "account.acct",
          status.acct,
          status.reblog == null ? "content" : "reblog.content",
          words.content,
          "created_at",
          status.createdAt);
    }
    draft.platform = PLATFORM;
    draft.givenId = status.id;
    draft.nativeId = idOn(host, status.id);
    draft.channel = host;
    draft.account = qualified(status.acct, host);
    draft.createdAt = Timestamps.iso("created_at", status.createdAt);
    draft.editedAt = status.editedAt == null ? 0 : Timestamps.iso("edited_at", status.editedAt);
    draft.replyToNativeId = status.inReplyToId == null ? null : idOn(host, status.inReplyToId);
    MastodonStatus original = status.reblog;
    if (original != null && original.id != null) {
      String at = original.host();
      draft.repostOfNativeId = idOn(at == null ? host : at, original.id);
    }
    words(words, words.content, host);
    sink.post(draft);
  }

  private void words(MastodonStatus status, String content, String host) {
    html.read(content);
    boolean warned = status.spoiler != null && !status.spoiler.isEmpty();
    draft.text = warned ? status.spoiler + "\n" + html.text() : html.text();
    draft.links.addAll(html.links());
    draft.lang = TocsinReader.langOf(status.language);
    draft.tags.addAll(status.tags);
    draft.media.addAll(status.media);
    for (MastodonStatus.Mention mention : status.mentions) {
      String home = MastodonStatus.host(mention.url());
      draft.mentionedAccounts.add(qualified(mention.acct(), home == null ? host : home));
    }
  }

  private String idOn(String host, String id) {
    return (instance == null ? host : instance) + "/" + id;
  }

  private static String qualified(String acct, String host) {
    return acct.indexOf('@') < 0 ? acct + "@" + host : acct;
  }
}
