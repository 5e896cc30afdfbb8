package org.tocsin.lexicons.observable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads a shipped table: fields parted by tabs, {@code #} before a comment. */
final class Table {
  private Table() {}

  /**
   * The rows of a resource beside this class.
   *
   * @throws IllegalStateException when a row has another number of fields: the build is broken
   */
  static List<List<String>> read(String resource, int fields) {
    List<List<String>> rows = new ArrayList<>();
    try (InputStream in = Table.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        List<String> row = Arrays.asList(line.split("\t", -1));
        if (row.size() != fields) {
          throw new IllegalStateException(
              "%s:%d: expected %d fields parted by tabs, found %d"
                  .formatted(resource, number, fields, row.size()));
        }
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
    return rows;
  }
}
