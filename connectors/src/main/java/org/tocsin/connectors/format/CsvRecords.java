package org.tocsin.connectors.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.file.RecordReader;
import org.tocsin.events.Json;

/** The rows of one CSV file, each as a JSON object that begins with its line. */
final class CsvRecords implements RecordReader {
  /** The field that holds the line on which the row began. */
  static final String LINE = "line";

  /** The field that holds how many cells the row has. */
  static final String CELLS = "cells";

  private static final CsvFactory CSV =
      CsvFactory.builder()
          .streamReadConstraints(Json.LIMITS)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private final CsvLines lines;
  private final Map<CsvFormat.Field, Integer> positions = new EnumMap<>(CsvFormat.Field.class);
  private final List<String> cells = new ArrayList<>();
  private final ByteArrayOutputStream json = new ByteArrayOutputStream();
  private CsvParser parser;
  private long line;

  CsvRecords(CsvLines lines, Map<CsvFormat.Field, String> columns) throws IOException {
    this.lines = lines;
    parser = CSV.createParser(lines);
    try {
      if (readRow()) {
        header(columns);
      }
    } catch (JsonProcessingException e) {
      throw new IOException("the header row is not CSV: " + JsonPostReader.message(e), e);
    }
  }

  private void header(Map<CsvFormat.Field, String> columns) throws MissingColumnException {
    List<String> names = cells.stream().map(String::strip).toList();
    List<String> missing = new ArrayList<>();
    columns.forEach(
        (field, column) -> {
          int position = names.indexOf(column.strip());
          positions.put(field, position);
          if (position < 0) {
            missing.add(column);
          }
        });
    if (!missing.isEmpty()) {
      throw new MissingColumnException(missing, names);
    }
  }

  @Override
  public byte @Nullable [] next() throws IOException {
    try {
      return readRow() ? framed() : null;
    } catch (JsonProcessingException e) {
      if (!lines.inRow()) {
        throw e;
      }
      line = lines.rowLine();
      String raw = lines.giveUpRow();
      parser = CSV.createParser(lines);
      return raw.stripTrailing().getBytes(StandardCharsets.UTF_8);
    }
  }

  @Override
  public long line() {
    return line;
  }

  private boolean readRow() throws IOException {
    cells.clear();
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      return false;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      cells.add(parser.getText());
    }
    line = lines.rowLine();
    lines.rowEnded();
    return true;
  }

  private byte[] framed() throws IOException {
    json.reset();
    try (JsonGenerator out = JsonFields.generator(json)) {
      out.writeStartObject();
      out.writeNumberField(LINE, line);
      out.writeNumberField(CELLS, cells.size());
      for (var column : positions.entrySet()) {
        String cell = column.getValue() < cells.size() ? cells.get(column.getValue()) : null;
        if (cell != null && (!cell.isEmpty() || column.getKey() == CsvFormat.Field.TEXT)) {
          out.writeStringField(column.getKey().jsonName(), cell);
        }
      }
      out.writeEndObject();
    }
    return json.toByteArray();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
