package org.tocsin.connectors.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import org.tocsin.connectors.file.Framing;
import org.tocsin.connectors.file.RecordReader;

/** Frames every row of a CSV file as a JSON object. */
final class CsvFraming implements Framing {
  private static final long serialVersionUID = 1L;

  private final EnumMap<CsvFormat.Field, String> columns;

  CsvFraming(EnumMap<CsvFormat.Field, String> columns) {
    this.columns = columns;
  }

  @Override
  public RecordReader open(InputStream in) throws IOException {
    return new CsvRecords(new CsvLines(in), columns);
  }
}
