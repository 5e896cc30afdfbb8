package org.tocsin.connectors.format;

import org.tocsin.connectors.file.Framing;
import org.tocsin.events.Pseudonyms;

/**
 * Bluesky Jetstream events, in the field names of version 1 ({@code type: com}) and 2 ({@code kind:
 * commit}).
 *
 * <p>An id is {@code bluesky:<pseudonym of the DID>/<rkey>}. The stream's {@code time_us} is the
 * time of ingestion. {@code createdAt} is whatever the client wrote: where it is no time at all,
 * {@code time_us} stands in, because a post must not escape review by a bad date. Posts of a
 * deleted account are not retracted: the event does not name them.
 */
public final class BlueskyFormat implements PostFormat {
  private static final long serialVersionUID = 1L;

  @Override
  public String name() {
    return "bluesky";
  }

  @Override
  public Framing framing() {
    return Framing.JSON_VALUES;
  }

  @Override
  public PostReader newReader(Pseudonyms pseudonyms) {
    return new BlueskyReader(pseudonyms);
  }
}
