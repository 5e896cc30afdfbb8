package org.tocsin.connectors.format;

import org.tocsin.connectors.file.Framing;
import org.tocsin.events.Pseudonyms;

/**
 * Loose JSON for people's own files: {@code {"text":...}} is enough.
 *
 * <p>Read are {@code id} (a string or a whole number), {@code text}, {@code lang}, {@code author},
 * {@code createdAt} or {@code created_at} (ISO 8601, {@code 2026-03-01 12:00:00} as UTC, epoch
 * seconds or milliseconds), {@code platform}, {@code channel}. Absent ones become: the record's
 * place among those of this reader, {@code und}, {@code unknown}, the time of ingestion, {@code
 * jsonl}, none.
 */
public final class JsonlFormat implements PostFormat {
  private static final long serialVersionUID = 1L;

  @Override
  public String name() {
    return "jsonl";
  }

  @Override
  public Framing framing() {
    return Framing.JSON_VALUES;
  }

  @Override
  public PostReader newReader(Pseudonyms pseudonyms) {
    return new JsonlReader(pseudonyms, name());
  }
}
