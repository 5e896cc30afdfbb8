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
    try (InputStream in = Files.newInputStream(file);
        RecordReader records = format.framing().open(new BufferedInputStream(in, BUFFER))) {
      // No pseudonym leaves here: any key will do.
      PostReader posts = format.newReader(new PseudonymKey(new byte[32]).pseudonyms());
      Sink sink = new Sink(reader);
      for (byte[] record = records.next(); record != null; record = records.next()) {
        posts.read(RawRecord.ofFile(record, file.toString(), records.line(), 0), sink);
      }
      return sink.unreadable;
    } catch (IOException e) {
      throw new CommandFailedException(file + ": " + e.getMessage());
    }
  }

  private static final class Sink implements PostSink {
    private final Reader reader;
    private long unreadable;

    Sink(Reader reader) {
      this.reader = reader;
    }

    @Override
    public void post(PostDraft draft) {
      reader.post(draft);
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
      unreadable++;
    }
  }
}
