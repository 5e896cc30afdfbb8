package org.tocsin.cli.csv;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;

/** A table as CSV, safe to open in a spreadsheet: no cell is taken for a formula. */
public final class CsvText implements AutoCloseable {
  private final StringWriter text = new StringWriter();
  private final List<String> columns;
  private final JsonGenerator csv;

  /** A table with these columns. */
  public CsvText(List<String> columns) {
    this.columns = columns;
    CsvSchema.Builder schema = CsvSchema.builder();
    columns.forEach(schema::addColumn);
    try {
      csv = new CsvFactory().createGenerator(text);
      csv.setSchema(schema.setUseHeader(true).build());
    } catch (IOException e) {
      throw new IllegalStateException("writing a string does not fail", e);
    }
  }

  /** Writes a row; fractions have two decimals. */
  public void row(List<?> cells) throws IOException {
    csv.writeStartObject();
    for (int i = 0; i < columns.size(); i++) {
      Object cell = cells.get(i);
      csv.writeStringField(
          columns.get(i),
          cell instanceof Double number
              ? String.format(Locale.ROOT, "%.2f", number)
              : harmless(cell.toString()));
    }
    csv.writeEndObject();
  }

  private static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  /** All rows that were written; complete once it is closed. */
  public String text() {
    return text.toString();
  }
}
