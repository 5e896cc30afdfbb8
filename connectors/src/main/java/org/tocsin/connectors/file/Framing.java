package org.tocsin.connectors.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;

/** How a stream of bytes splits into records. Immutable and serialisable. */
public interface Framing extends Serializable {
  /**
   * One record per line, ended by {@code \n} or {@code \r\n}; the last line needs no end. A line of
   * more than 64 MiB comes in pieces.
   */
  Framing LINES = new LineFraming();

  /**
   * JSON: where the first byte that is not blank is {@code [}, every element of the array is a
   * record, byte for byte; otherwise {@link #LINES}. Of an array that is cut off or broken, the
   * whole elements come first and then the rest as it stands.
   */
  Framing JSON_VALUES = new JsonFraming();

  /** Records of this stream, read as they are asked for; closing the reader closes the stream. */
  RecordReader open(InputStream in) throws IOException;
}
