package org.tocsin.cli.lexicon;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tocsin.connectors.file.RecordReader;
import org.tocsin.connectors.format.PostDraft;
import org.tocsin.connectors.format.PostFormat;
import org.tocsin.connectors.format.PostReader;
import org.tocsin.connectors.format.PostSink;
import org.tocsin.connectors.format.RawRecord;
import org.tocsin.events.PseudonymKey;
import org.tocsin.jobs.options.CommandFailedException;

/** Reads the posts of a file one after the other. */
public final class PostFile {
  private static final int BUFFER = 1 << 16;

  private PostFile() {}

  /** Is given every post; the draft is reused. */
  @FunctionalInterface
  public interface Reader {
    /** The next post. */
    void post(PostDraft draft);
  }

  /** Is given every post with the line on which it stands. */
  @FunctionalInterface
  interface LineReader {
    void post(long line, PostDraft draft);
  }

  /** Is told what cannot be read. */
  @FunctionalInterface
  interface Refusals {
    void unreadable(long line, String reason);
  }

  /**
   * Reads a file.
   *
   * @return how many records could not be read
   * @throws CommandFailedException when the file cannot be read
   */
  public static long read(Path file, PostFormat format, Reader reader) {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailedException(file + ": there is no such file");
    }
    long[] unreadable = new long[1];
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      read(
          in,
          file.toString(),
          format,
          (line, draft) -> reader.post(draft),
          (line, reason) -> unreadable[0]++);
    } catch (IOException e) {
      throw new CommandFailedException(file + ": " + e.getMessage());
    }
    return unreadable[0];
  }

  /** Reads a stream to its end. */
  static void read(
      InputStream in, String name, PostFormat format, LineReader reader, Refusals refusals)
      throws IOException {
    try (RecordReader records = format.framing().open(in)) {
      // No pseudonym leaves here: any key will do.
      PostReader posts = format.newReader(new PseudonymKey(new byte[32]).pseudonyms());
      for (byte[] record = records.next(); record != null; record = records.next()) {
        long line = records.line();
        posts.read(RawRecord.ofFile(record, name, line, 0), new Sink(line, reader, refusals));
      }
    }
  }

  /** What one record holds. */
  private record Sink(long line, LineReader reader, Refusals refusals) implements PostSink {
    @Override
    public void post(PostDraft draft) {
      reader.post(line, draft);
    }

    @Override
    public void retracted(String postId, long at) {
      // Nothing to match.
    }

    @Override
    public void notAPost(String kind) {
      // Nothing to match.
    }

    @Override
    public void unreadable(String reason) {
      refusals.unreadable(line, reason);
    }
  }
}
