package org.tocsin.cli.watchlist;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.tocsin.cli.Tocsin;
import org.tocsin.jobs.options.CommandRunner;
import picocli.CommandLine;

/** A folder of synthetic lists, and the commands run on them as an analyst runs them. */
final class Desk {
  /** Test vectors of the formats' own specifications. */
  static final String BTC = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";

  static final String TRON = "TJRabPrwbZy45sbavfcjinPJC18kjpRTv8";
  static final String ETH = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

  private final Path folder;
  String out = "";
  String err = "";

  Desk(Path folder) {
    this.folder = folder;
  }

  Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a test file", e);
    }
  }

  /** Runs {@code watchlist ...}; a path is given as it is. */
  int run(Object... args) {
    StringWriter printed = new StringWriter();
    StringWriter told = new StringWriter();
    CommandLine command = CommandRunner.prepare(new CommandLine(new Tocsin()));
    command.setOut(new PrintWriter(printed));
    command.setErr(new PrintWriter(told));
    int code =
        command.execute(
            Stream.concat(Stream.of("watchlist"), Stream.of(args).map(Object::toString))
                .toArray(String[]::new));
    out = printed.toString();
    err = told.toString();
    return code;
  }
}
