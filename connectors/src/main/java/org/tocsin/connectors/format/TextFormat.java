package org.tocsin.connectors.format;

import java.nio.charset.StandardCharsets;
import org.tocsin.connectors.file.Framing;
import org.tocsin.events.Pseudonyms;

/**
 * Plain text in UTF-8, one post a line; its id is its place, its language unknown. Bytes that are
 * not UTF-8 become U+FFFD.
 */
public final class TextFormat implements PostFormat {
  private static final long serialVersionUID = 1L;

  @Override
  public String name() {
    return "text";
  }

  @Override
  public Framing framing() {
    return Framing.LINES;
  }

  @Override
  public PostReader newReader(Pseudonyms pseudonyms) {
    return new Reader(pseudonyms);
  }

  private static final class Reader implements PostReader {
    private final PostDraft draft;
    private long ordinal;

    Reader(Pseudonyms pseudonyms) {
      draft = new PostDraft(pseudonyms);
    }

    @Override
    public void read(RawRecord record, PostSink sink) {
      draft.clear();
      draft.platform = "text";
      draft.nativeId = record.origin();
      draft.givenId = Long.toString(++ordinal);
      draft.account = "unknown";
      draft.text = new String(record.bytes(), StandardCharsets.UTF_8);
      draft.createdAt = record.ingestedAt();
      draft.ingestedAt = record.ingestedAt();
      sink.post(draft);
    }
  }
}
