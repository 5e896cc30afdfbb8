package org.tocsin.connectors.format;

import static org.tocsin.connectors.format.JsonFields.add;
import static org.tocsin.connectors.format.JsonFields.isArray;
import static org.tocsin.connectors.format.JsonFields.isObject;
import static org.tocsin.connectors.format.JsonFields.missing;
import static org.tocsin.connectors.format.JsonFields.nextElement;
import static org.tocsin.connectors.format.JsonFields.nextField;
import static org.tocsin.connectors.format.JsonFields.text;
import static org.tocsin.connectors.format.JsonFields.textOfObject;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.UnreadableRecordException;

/** Reads the record {@code app.bsky.feed.post} into a draft. */
final class BlueskyPost {
  private final PostDraft draft;
  private @Nullable String text;
  private @Nullable String createdAt;
  private @Nullable String card;

  BlueskyPost(PostDraft draft) {
    this.draft = draft;
  }

  void clear() {
    text = createdAt = card = null;
  }

  /** Sets what is known only when the whole event is read. */
  void finish() throws UnreadableRecordException {
    if (text == null) {
      throw missing("commit.record.text", text);
    }
    draft.text = text;
    draft.createdAt =
        createdAt == null ? draft.ingestedAt : Timestamps.isoOr(createdAt, draft.ingestedAt);
    if (card != null && !draft.links.contains(card)) {
      draft.links.add(card);
    }
  }

  void read(JsonParser json) throws IOException, UnreadableRecordException {
    if (!isObject(json)) {
      return;
    }
    for (String name = nextField(json); name != null; name = nextField(json)) {
      switch (name) {
        case "text" -> text = text(json);
        case "createdAt" -> createdAt = text(json);
        case "langs" -> langs(json);
        case "tags" -> tags(json);
        case "facets" -> facets(json);
        case "embed" -> embed(json);
        case "reply" -> reply(json);
        default -> json.skipChildren();
      }
    }
  }

  private void langs(JsonParser json) throws IOException, UnreadableRecordException {
    if (isArray(json)) {
      boolean first = true;
      while (nextElement(json)) {
        String lang = text(json);
        if (first) {
          draft.lang = TocsinReader.langOf(lang);
          first = false;
        }
      }
    }
  }

  private void tags(JsonParser json) throws IOException, UnreadableRecordException {
    if (isArray(json)) {
      while (nextElement(json)) {
        add(draft.tags, text(json));
      }
    }
  }

  private void facets(JsonParser json) throws IOException, UnreadableRecordException {
    if (!isArray(json)) {
      return;
    }
    while (nextElement(json)) {
      if (isObject(json)) {
        for (String name = nextField(json); name != null; name = nextField(json)) {
          if (name.equals("features")) {
            features(json);
          } else {
            json.skipChildren();
          }
        }
      }
    }
  }

  private void features(JsonParser json) throws IOException, UnreadableRecordException {
    if (!isArray(json)) {
      return;
    }
    while (nextElement(json)) {
      if (isObject(json)) {
        for (String name = nextField(json); name != null; name = nextField(json)) {
          switch (name) {
            case "uri" -> add(draft.links, text(json));
            case "tag" -> add(draft.tags, text(json));
            case "did" -> add(draft.mentionedAccounts, text(json));
            default -> json.skipChildren();
          }
        }
      }
    }
  }

  private void embed(JsonParser json) throws IOException, UnreadableRecordException {
    if (!isObject(json)) {
      return;
    }
    for (String name = nextField(json); name != null; name = nextField(json)) {
      switch (name) {
        case "external" -> card = textOfObject(json, "uri");
        case "images" -> images(json);
        case "video" -> {
          draft.media.add("video");
          json.skipChildren();
        }
        case "record" -> quote(json);
        case "media" -> embed(json);
        default -> json.skipChildren();
      }
    }
  }

  private void images(JsonParser json) throws IOException, UnreadableRecordException {
    if (isArray(json)) {
      while (nextElement(json)) {
        draft.media.add("image");
        json.skipChildren();
      }
    }
  }

  /** {@code {uri}}, or with media beside it {@code {record:{uri}}}. */
  private void quote(JsonParser json) throws IOException, UnreadableRecordException {
    if (!isObject(json)) {
      return;
    }
    for (String name = nextField(json); name != null; name = nextField(json)) {
      switch (name) {
        case "uri" -> quoted(AtUri.post(text(json)));
        case "record" -> quoted(AtUri.post(textOfObject(json, "uri")));
        default -> json.skipChildren();
      }
    }
  }

  private void quoted(@Nullable AtUri uri) {
    if (uri != null) {
      draft.repostOfAccount = uri.account();
      draft.repostOfNativeId = uri.rkey();
    }
  }

  private void reply(JsonParser json) throws IOException, UnreadableRecordException {
    if (!isObject(json)) {
      return;
    }
    for (String name = nextField(json); name != null; name = nextField(json)) {
      if (name.equals("parent")) {
        AtUri uri = AtUri.post(textOfObject(json, "uri"));
        if (uri != null) {
          draft.replyToAccount = uri.account();
          draft.replyToNativeId = uri.rkey();
        }
      } else {
        json.skipChildren();
      }
    }
  }
}
