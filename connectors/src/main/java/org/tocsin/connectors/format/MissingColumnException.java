package org.tocsin.connectors.format;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A CSV file lacks columns that were mapped. */
public final class MissingColumnException extends IOException {
  private static final long serialVersionUID = 1L;

  MissingColumnException(List<String> missing, List<String> header) {
    super(
        missing.stream()
                .map(name -> "no column '" + name + "'" + Suggestions.didYouMean(name, header))
                .collect(Collectors.joining(" "))
            + " (the file's columns: "
            + String.join(", ", header)
            + ")");
  }
}
