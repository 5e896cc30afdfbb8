package org.tocsin.connectors.file;

import java.io.InputStream;

/** One record per line. */
final class LineFraming implements Framing {
  private static final long serialVersionUID = 1L;

  @Override
  public RecordReader open(InputStream in) {
    return new LineReader(in);
  }
}
