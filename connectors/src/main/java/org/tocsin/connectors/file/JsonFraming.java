package org.tocsin.connectors.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** The elements of a JSON array, or lines. */
final class JsonFraming implements Framing {
  private static final long serialVersionUID = 1L;

  /** More blanks than this before an array are lines. */
  private static final int LOOK_AHEAD = 4096;

  private static final int BYTE_ORDER_MARK_BYTES = 3;

  @Override
  public RecordReader open(InputStream in) throws IOException {
    PushbackInputStream start = new PushbackInputStream(in, LOOK_AHEAD);
    byte[] ahead = start.readNBytes(LOOK_AHEAD);
    start.unread(ahead);
    int first = LineReader.startsWithByteOrderMark(ahead) ? BYTE_ORDER_MARK_BYTES : 0;
    while (first < ahead.length && Blanks.isBlank(ahead[first])) {
      first++;
    }
    return first < ahead.length && ahead[first] == '['
        ? new JsonArrayReader(start)
        : new LineReader(start);
  }
}
