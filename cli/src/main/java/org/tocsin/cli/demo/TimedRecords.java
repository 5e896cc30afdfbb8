package org.tocsin.cli.demo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tocsin.connectors.file.RecordReader;
import org.tocsin.connectors.format.PostDraft;
import org.tocsin.connectors.format.PostFormat;
import org.tocsin.connectors.format.PostReader;
import org.tocsin.connectors.format.PostSink;
import org.tocsin.connectors.format.RawRecord;
import org.tocsin.events.PseudonymKey;
import org.tocsin.jobs.options.CommandFailedException;

/** The records of a file in order of event time, so that a replay can follow a clock. */
final class TimedRecords {
  /** Held in memory to be sorted; a larger file is for {@code monitor}. */
  private static final long MAX_BYTES = 256L << 20;

  private TimedRecords() {}

  /**
   * A record and the event time of the last post in it; a record without a post follows the one
   * before it.
   */
  record Timed(RawRecord raw, long at) {}

  /**
   * Reads and sorts; the order of records of one time is kept.
   *
   * @throws CommandFailedException when the file is too large
   */
  static List<Timed> read(Path file, PostFormat format) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new CommandFailedException(
          "%s: a replay sorts its file in memory, at most %d MiB; use ./tocsin monitor"
              .formatted(file, MAX_BYTES >> 20));
    }
    List<Timed> records = new ArrayList<>();
    LastTime last = new LastTime();
    long now = System.currentTimeMillis();
    PostReader reader = format.newReader(new PseudonymKey(new byte[32]).pseudonyms());
    try (RecordReader framed =
        format.framing().open(new BufferedInputStream(Files.newInputStream(file)))) {
      for (byte[] record = framed.next(); record != null; record = framed.next()) {
        RawRecord raw = RawRecord.ofFile(record, file.toString(), framed.line(), now);
        reader.read(raw, last);
        records.add(new Timed(raw, last.at));
      }
    }
    records.sort(Comparator.comparingLong(Timed::at));
    return records;
  }

  private static final class LastTime implements PostSink {
    private long at;

    @Override
    public void post(PostDraft draft) {
      at = draft.versionAt();
    }

    @Override
    public void retracted(String postId, long at) {
      this.at = at;
    }

    @Override
    public void notAPost(String kind) {
      // Follows the record before it.
    }

    @Override
    public void unreadable(String reason) {
      // Follows the record before it.
    }
  }
}
