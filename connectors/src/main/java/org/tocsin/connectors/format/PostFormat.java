package org.tocsin.connectors.format;

import java.io.Serializable;
import org.tocsin.connectors.file.Framing;
import org.tocsin.events.Pseudonyms;

/** A format that posts arrive in. Immutable and serialisable: it travels in a job graph. */
public interface PostFormat extends Serializable {

  /** The name that users give: {@code bluesky}, {@code x}, ... */
  String name();

  /** How a file of this format splits into records. */
  Framing framing();

  /** A reader for one thread. */
  PostReader newReader(Pseudonyms pseudonyms);
}
