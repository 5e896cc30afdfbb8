package org.tocsin.connectors.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Pseudonyms;
import org.tocsin.events.UnreadableRecordException;

/** A reader of JSON records: turns every way in which one can be wrong into a reason. */
abstract class JsonPostReader implements PostReader {
  final PostDraft draft;
  private @Nullable RawRecord raw;

  JsonPostReader(Pseudonyms pseudonyms) {
    draft = new PostDraft(pseudonyms);
  }

  /**
   * Reads one record and tells the sink. The draft is empty but for the time of ingestion. Tells
   * only once the whole record proved to be JSON, so that a cut-off record gives no half posts.
   */
  abstract void parse(byte[] record, PostSink sink) throws IOException, UnreadableRecordException;

  /** The reason as it is told. */
  String explain(String reason) {
    return reason;
  }

  @Override
  public final void read(RawRecord record, PostSink sink) {
    raw = record;
    restart(record.ingestedAt());
    String reason;
    try {
      parse(record.bytes(), sink);
      return;
    } catch (UnreadableRecordException e) {
      reason = String.valueOf(e.getMessage());
    } catch (JsonProcessingException e) {
      long at = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
      reason = "not valid JSON" + (at < 0 ? "" : " at byte " + at) + ": " + message(e);
    } catch (IOException e) {
      // A broken UTF-16 or UTF-32 text, which Jackson also recognises.
      reason = "not valid JSON: " + e.getMessage();
    }
    draft.clear();
    sink.unreadable(explain(reason));
  }

  /** Without Jackson's description of its own source, which says nothing to a person. */
  static String message(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    int source = message.indexOf(" (start marker at [Source");
    return source < 0 ? message : message.substring(0, source);
  }

  /** The place of the record at hand: unique, so it names a post that has no id of its own. */
  final String origin() {
    return raw == null ? "" : raw.origin();
  }

  /** Empties the draft for the next post of the same record. */
  final void restart(long ingestedAt) {
    draft.clear();
    draft.ingestedAt = ingestedAt;
  }
}
