package org.tocsin.connectors.watchlist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The rows of a table, one after the other. */
final class Rows {
  private static final CsvFactory CSV =
      CsvFactory.builder()
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private Rows() {}

  /** Is given every row. */
  @FunctionalInterface
  interface Reader {
    void row(long line, List<String> cells) throws IOException;
  }

  /** Cells are separated by commas and may be in double quotes. */
  static void commas(InputStream in, Reader reader) throws IOException {
    read(in, CsvSchema.emptySchema(), reader);
  }

  /** Cells are separated by tabs; quotes are letters like any others. */
  static void tabs(InputStream in, Reader reader) throws IOException {
    read(in, CsvSchema.emptySchema().withColumnSeparator('\t').withoutQuoteChar(), reader);
  }

  private static void read(InputStream in, CsvSchema schema, Reader reader) throws IOException {
    try (CsvParser parser = CSV.createParser(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      parser.setSchema(schema);
      List<String> cells = new ArrayList<>();
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        // Only its first cell knows where a row begins.
        long line = 0;
        cells.clear();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          line = line == 0 ? parser.currentTokenLocation().getLineNr() : line;
          cells.add(parser.getText().strip());
        }
        reader.row(line, List.copyOf(cells));
      }
    } catch (JsonProcessingException e) {
      throw new IOException(
          "line %d: not a table: %s"
              .formatted(
                  e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                  e.getOriginalMessage()),
          e);
    }
  }

  /**
   * Where these columns stand in a header row.
   *
   * @throws IOException naming those that are not there
   */
  static List<Integer> columns(List<String> header, String... names) throws IOException {
    List<String> known =
        header.stream().map(name -> name.replace("\uFEFF", "").toLowerCase(Locale.ROOT)).toList();
    List<String> missing = Arrays.stream(names).filter(name -> !known.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw new IOException(
          "line 1: no column %s: expected a header row with %s, found %s"
              .formatted(
                  String.join(", ", missing), String.join(", ", names), String.join(", ", header)));
    }
    return Arrays.stream(names).map(known::indexOf).toList();
  }
}
