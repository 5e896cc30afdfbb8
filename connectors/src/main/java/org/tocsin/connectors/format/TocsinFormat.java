package org.tocsin.connectors.format;

import org.tocsin.connectors.file.Framing;
import org.tocsin.events.Pseudonyms;

/**
 * Tocsin's own NDJSON: the fields of {@link org.tocsin.events.Post}, as its codec writes them, and
 * deletions as {@code {"deleted":"platform:id","at":"2026-03-01T12:00:00Z"}}.
 *
 * <p>Whoever writes this format is not trusted to have hidden the accounts: {@code author} and
 * {@code mentions} are taken as accounts and made pseudonyms like those of every other format. Ids
 * are global already and stay as they are. Required are {@code id, platform, author, text,
 * createdAt}; a deletion without {@code at} counts from its ingestion.
 */
public final class TocsinFormat implements PostFormat {
  private static final long serialVersionUID = 1L;

  @Override
  public String name() {
    return "tocsin";
  }

  @Override
  public Framing framing() {
    return Framing.JSON_VALUES;
  }

  @Override
  public PostReader newReader(Pseudonyms pseudonyms) {
    return new TocsinReader(pseudonyms);
  }
}
