package org.tocsin.connectors.format;

import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.file.Framing;
import org.tocsin.events.Pseudonyms;

/**
 * Mastodon: a status, an array of them, or an event of the streaming API, whose payload is JSON in
 * a string.
 *
 * <p>The text is that of the HTML, with a line end after each block, and the content warning before
 * it on a line of its own. Only public and unlisted statuses are posts. An id is {@code
 * mastodon:<instance>/<id>}. The id counts on the instance that the status was read from, which a
 * status does not name: give it ({@code mastodon:example.social}) where deletions matter, for these
 * hold nothing but that id. Without it the host in the status's {@code uri} stands in.
 */
public final class MastodonFormat implements PostFormat {
  private static final long serialVersionUID = 1L;

  private final @Nullable String instance;

  /** Statuses from unnamed instances; deletions cannot be read. */
  public MastodonFormat() {
    instance = null;
  }

  /** Statuses and deletions as read from this instance, a host name. */
  public MastodonFormat(String instance) {
    this.instance = instance;
  }

  @Override
  public String name() {
    return "mastodon";
  }

  @Override
  public Framing framing() {
    return Framing.JSON_VALUES;
  }

  @Override
  public PostReader newReader(Pseudonyms pseudonyms) {
    return new MastodonReader(pseudonyms, instance);
  }
}
