package org.tocsin.cli.watchlist;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.tocsin.events.Json;
import picocli.CommandLine.Option;

/** Whether a command is read by a program. */
final class JsonOption {
  @Option(names = "--json", description = "Prints one JSON object instead of text.")
  private boolean json;

  boolean asked() {
    return json;
  }

  void print(PrintWriter out, Object told) {
    out.println(new String(Json.write(told), StandardCharsets.UTF_8));
  }
}
