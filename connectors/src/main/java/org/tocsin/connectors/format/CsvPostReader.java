package org.tocsin.connectors.format;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Map;
import org.tocsin.events.Pseudonyms;
import org.tocsin.events.UnreadableRecordException;

/** Reads rows as {@link CsvRecords} frames them, and gives reasons in the words of the file. */
final class CsvPostReader extends JsonlReader {
  private final String textColumn;
  private long line;
  private long cells;

  CsvPostReader(Pseudonyms pseudonyms, Map<CsvFormat.Field, String> columns) {
    super(pseudonyms, "csv");
    textColumn = columns.getOrDefault(CsvFormat.Field.TEXT, "");
  }

  @Override
  void start() {
    line = 0;
    cells = 0;
  }

  @Override
  void field(String name, JsonParser json) throws IOException, UnreadableRecordException {
    switch (name) {
      case CsvRecords.LINE -> line = JsonFields.integer(json);
      case CsvRecords.CELLS -> cells = JsonFields.integer(json);
      default -> super.field(name, json);
    }
  }

  @Override
  String explain(String reason) {
    if (line == 0) {
      return "not a row of CSV: expected every quoted cell to end, and a comma or the line's end behind it";
    }
    return reason.startsWith("missing")
        ? "the row on line %d has %d cells: too few for column '%s'"
            .formatted(line, cells, textColumn)
        : "the row on line %d: %s".formatted(line, reason);
  }
}
