package org.tocsin.cli.lexicon;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import org.tocsin.connectors.format.CsvFormat;
import org.tocsin.connectors.watchlist.ListItem;
import org.tocsin.connectors.watchlist.ListReader;
import org.tocsin.connectors.watchlist.ListedWord;
import org.tocsin.connectors.watchlist.Unusable;
import org.tocsin.jobs.options.CommandFailedException;

/** Reads lists from files, each in one pass that also digests it. */
public final class ListFile {
  private ListFile() {}

  /**
   * A file that was read.
   *
   * @param file its name, without its folder
   * @param sha256 of all of it, in hexadecimal
   */
  public record Origin(String file, String sha256) {}

  /**
   * Reads a list.
   *
   * @throws CommandFailedException when it cannot be read
   */
  public static Origin read(Path file, ListReader reader, Consumer<ListItem> sink) {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailedException(file + ": there is no such file");
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        DigestInputStream digested =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      reader.read(digested, sink);
      digested.transferTo(OutputStream.nullOutputStream());
      return new Origin(
          String.valueOf(file.getFileName()),
          HexFormat.of().formatHex(digested.getMessageDigest().digest()));
    } catch (IOException e) {
      throw new CommandFailedException(file + ": " + e.getMessage());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A stream that its reader does not close. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // The caller's to close.
    }
  }

  /** A reader of the words in a column of a CSV file, which is read as posts are. */
  static ListReader column(String column) {
    Map<CsvFormat.Field, String> columns = new EnumMap<>(CsvFormat.Field.class);
    columns.put(CsvFormat.Field.TEXT, column);
    return (in, sink) ->
        PostFile.read(
            new Unclosed(in),
            "",
            new CsvFormat(columns),
            (line, draft) -> {
              String text = draft.text().strip();
              sink.accept(
                  text.isEmpty()
                      ? new Unusable(line, "empty")
                      : new ListedWord(line, text, "", "", true));
            },
            (line, reason) -> sink.accept(new Unusable(line, reason)));
  }
}
