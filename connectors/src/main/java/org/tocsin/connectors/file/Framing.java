package org.tocsin.connectors.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;

/** How a stream of bytes splits into records. Immutable and serialisable. */
public interface Framing extends Serializable {

  /** Records of this stream, read as they are asked for; closing the reader closes the stream. */
  RecordReader open(InputStream in) throws IOException;
}
