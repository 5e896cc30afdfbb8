package org.tocsin.connectors.format;

import static org.tocsin.connectors.format.JsonFields.isArray;
import static org.tocsin.connectors.format.JsonFields.isObject;
import static org.tocsin.connectors.format.JsonFields.nextElement;
import static org.tocsin.connectors.format.JsonFields.nextField;
import static org.tocsin.connectors.format.JsonFields.text;
import static org.tocsin.connectors.format.JsonFields.textOfObject;
import static org.tocsin.connectors.format.JsonFields.textsOfObjects;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.UnreadableRecordException;

/** The fields of one Mastodon status, or of the streaming event around one. */
final class MastodonStatus {
  /** An account that a status names; without a host in {@code acct} it is on that of the URL. */
  record Mention(String acct, @Nullable String url) {}

  @Nullable String event;
  @Nullable String payload;
  @Nullable String id;
  @Nullable String uri;
  @Nullable String url;
  @Nullable String acct;
  @Nullable String content;
  @Nullable String spoiler;
  @Nullable String createdAt;
  @Nullable String editedAt;
  @Nullable String language;
  @Nullable String visibility;
  @Nullable String inReplyToId;
  @Nullable MastodonStatus reblog;
  final List<String> tags = new ArrayList<>();
  final List<Mention> mentions = new ArrayList<>();
  final List<String> media = new ArrayList<>();

  /** Where it was posted; null when neither {@code uri} nor {@code url} has a host. */
  @Nullable String host() {
    String ofUri = host(uri);
    return ofUri == null ? host(url) : ofUri;
  }

  /** The host of {@code https://host/...} or of {@code tag:host,2017-04-14:...}. */
  static @Nullable String host(@Nullable String uri) {
    if (uri == null) {
      return null;
    }
    try {
      URI parsed = new URI(uri);
      String host = parsed.getHost();
      if (host == null && "tag".equals(parsed.getScheme())) {
        String rest = parsed.getSchemeSpecificPart();
        int comma = rest.indexOf(',');
        host = comma <= 0 ? null : rest.substring(0, comma);
      }
      return host == null ? null : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  void read(JsonParser json) throws IOException, UnreadableRecordException {
    for (String name = nextField(json); name != null; name = nextField(json)) {
      switch (name) {
        case "event" -> event = text(json);
        case "payload" -> payload(json);
        case "id" -> id = JsonFields.id(json);
        case "uri" -> uri = text(json);
        case "url" -> url = text(json);
        case "account" -> acct = textOfObject(json, "acct");
        case "content" -> content = text(json);
        case "spoiler_text" -> spoiler = text(json);
        case "created_at" -> createdAt = text(json);
        case "edited_at" -> editedAt = text(json);
        case "language" -> language = text(json);
        case "visibility" -> visibility = text(json);
        case "in_reply_to_id" -> inReplyToId = JsonFields.id(json);
        case "tags" -> textsOfObjects(json, "name", tags);
        case "mentions" -> mentions(json);
        case "media_attachments" -> textsOfObjects(json, "type", media);
        case "reblog" -> reblog(json);
        default -> json.skipChildren();
      }
    }
  }

  /** A string as a rule; other kinds of events send other things, which are not read. */
  private void payload(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING
        || json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      payload = json.getText();
    } else {
      json.skipChildren();
    }
  }

  private void reblog(JsonParser json) throws IOException, UnreadableRecordException {
    if (isObject(json)) {
      MastodonStatus original = new MastodonStatus();
      original.read(json);
      reblog = original;
    }
  }

  private void mentions(JsonParser json) throws IOException, UnreadableRecordException {
    if (!isArray(json)) {
      return;
    }
    while (nextElement(json)) {
      String mentioned = null;
      String profile = null;
      if (isObject(json)) {
        for (String name = nextField(json); name != null; name = nextField(json)) {
          switch (name) {
            case "acct" -> mentioned = text(json);
            case "url" -> profile = text(json);
            default -> json.skipChildren();
          }
        }
      }
      if (mentioned != null) {
        mentions.add(new Mention(mentioned, profile));
      }
    }
  }
}
