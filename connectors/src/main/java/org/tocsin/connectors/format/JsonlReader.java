package org.tocsin.connectors.format;

import static org.tocsin.connectors.format.JsonFields.end;
import static org.tocsin.connectors.format.JsonFields.missing;
import static org.tocsin.connectors.format.JsonFields.nextField;
import static org.tocsin.connectors.format.JsonFields.object;
import static org.tocsin.connectors.format.JsonFields.text;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Pseudonyms;
import org.tocsin.events.UnreadableRecordException;

/** Reads loose JSON posts, of which only the text is required. */
class JsonlReader extends JsonPostReader {
  private final String defaultPlatform;
  private long ordinal;
  private @Nullable String id;
  private @Nullable String text;
  private @Nullable String platform;
  private @Nullable String author;

  JsonlReader(Pseudonyms pseudonyms, String defaultPlatform) {
    super(pseudonyms);
    this.defaultPlatform = defaultPlatform;
  }

  @Override
  final void parse(byte[] record, PostSink sink) throws IOException, UnreadableRecordException {
    ordinal++;
    id = text = platform = author = null;
    draft.createdAt = draft.ingestedAt;
    start();
    try (JsonParser json = object(record)) {
      for (String name = nextField(json); name != null; name = nextField(json)) {
        field(name, json);
      }
      end(json);
    }
    if (text == null) {
      throw missing("text", text);
    }
    draft.text = text;
    draft.platform = platform == null ? defaultPlatform : platform;
    draft.account = author == null ? "unknown" : author;
    if (id == null) {
      // Unique over all files and partitions, where an ordinal would make different posts one.
      draft.nativeId = origin();
      draft.givenId = Long.toString(ordinal);
    } else {
      String prefix = draft.platform + ":";
      boolean global = id.startsWith(prefix) && id.length() > prefix.length();
      draft.nativeId = global ? id.substring(prefix.length()) : id;
      draft.givenId = id;
    }
    sink.post(draft);
  }

  /** Called before each record. */
  void start() {}

  void field(String name, JsonParser json) throws IOException, UnreadableRecordException {
    switch (name) {
      case "id" -> id = JsonFields.id(json);
      case "text" -> text = text(json);
      case "lang" -> draft.lang = TocsinReader.langOf(text(json));
      case "author" -> author = JsonFields.id(json);
      case "platform" -> platform = JsonFields.id(json);
      case "channel" -> draft.channel = JsonFields.id(json);
      case "createdAt", "created_at" -> {
        String value = JsonFields.id(json);
        if (value != null) {
          draft.createdAt = Timestamps.any(name, value);
        }
      }
      default -> json.skipChildren();
    }
  }
}
