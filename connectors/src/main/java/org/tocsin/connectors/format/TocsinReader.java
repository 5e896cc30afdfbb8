package org.tocsin.connectors.format;

import static org.tocsin.connectors.format.JsonFields.end;
import static org.tocsin.connectors.format.JsonFields.missing;
import static org.tocsin.connectors.format.JsonFields.nextField;
import static org.tocsin.connectors.format.JsonFields.object;
import static org.tocsin.connectors.format.JsonFields.text;
import static org.tocsin.connectors.format.JsonFields.texts;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Pseudonyms;
import org.tocsin.events.UnreadableRecordException;

/** Reads posts and deletions as Tocsin itself writes them. */
final class TocsinReader extends JsonPostReader {
  private @Nullable String id;
  private @Nullable String platform;
  private @Nullable String author;
  private @Nullable String text;
  private @Nullable String createdAt;
  private @Nullable String deleted;
  private @Nullable String deletedAt;

  TocsinReader(Pseudonyms pseudonyms) {
    super(pseudonyms);
  }

  @Override
  void parse(byte[] record, PostSink sink) throws IOException, UnreadableRecordException {
    id = platform = author = text = createdAt = deleted = deletedAt = null;
    try (JsonParser json = object(record)) {
      for (String name = nextField(json); name != null; name = nextField(json)) {
        field(name, json);
      }
      end(json);
    }
    if (deleted != null) {
      long at = deletedAt == null ? draft.ingestedAt : Timestamps.iso("at", deletedAt);
      sink.retracted(deleted, Math.min(at, draft.ingestedAt));
      return;
    }
    if (id == null || platform == null || author == null || text == null || createdAt == null) {
      throw missing(
          "id", id, "platform", platform, "author", author, "text", text, "createdAt", createdAt);
    }
    draft.globalIds = true;
    draft.nativeId = id;
    draft.platform = platform;
    draft.account = author;
    draft.text = text;
    draft.createdAt = Timestamps.iso("createdAt", createdAt);
    sink.post(draft);
  }

  private void field(String name, JsonParser json) throws IOException, UnreadableRecordException {
    switch (name) {
      case "id" -> id = JsonFields.id(json);
      case "platform" -> platform = JsonFields.id(json);
      case "author" -> author = JsonFields.id(json);
      case "text" -> text = text(json);
      case "createdAt" -> createdAt = text(json);
      case "channel" -> draft.channel = text(json);
      case "lang" -> draft.lang = langOf(text(json));
      case "editedAt" -> draft.editedAt = time(name, json, 0);
      case "ingestedAt" ->
          // What was ingested before is believed; what claims to come from the future is not.
          draft.ingestedAt = Math.min(time(name, json, draft.ingestedAt), draft.ingestedAt);
      case "links" -> texts(json, draft.links);
      case "tags" -> texts(json, draft.tags);
      case "mentions" -> texts(json, draft.mentionedAccounts);
      case "replyTo" -> draft.replyToNativeId = JsonFields.id(json);
      case "repostOf" -> draft.repostOfNativeId = JsonFields.id(json);
      case "media" -> texts(json, draft.media);
      case "deleted" -> deleted = JsonFields.id(json);
      case "at" -> deletedAt = text(json);
      default -> json.skipChildren();
    }
  }

  private static long time(String name, JsonParser json, long absent)
      throws IOException, UnreadableRecordException {
    String value = text(json);
    return value == null ? absent : Timestamps.iso(name, value);
  }

  static String langOf(@Nullable String declared) {
    return declared == null || declared.isBlank() ? "und" : declared;
  }
}
