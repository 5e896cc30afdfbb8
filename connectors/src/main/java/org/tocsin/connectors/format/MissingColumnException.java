package org.tocsin.connectors.format;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.tocsin.events.DidYouMean;

/** A CSV file lacks columns that were mapped. */
public final class MissingColumnException extends IOException {
  private static final long serialVersionUID = 1L;

  MissingColumnException(List<String> missing, List<String> header) {
    super(
        missing.stream()
                .map(name -> "no column '" + name + "'" + DidYouMean.hint(name, header))
                .collect(Collectors.joining(", "))
            + " (the file's columns: "
            + String.join(", ", header)
            + ")");
  }
}
