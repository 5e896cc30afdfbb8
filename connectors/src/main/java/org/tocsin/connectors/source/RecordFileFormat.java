package org.tocsin.connectors.source;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.IteratorResultIterator;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.file.Framing;
import org.tocsin.connectors.file.RecordReader;
import org.tocsin.connectors.format.RawRecord;

/** Frames and handles one file as a whole; restores by reading again up to where it was. */
final class RecordFileFormat<T> implements BulkFormat<T, FileSourceSplit> {
  private static final long serialVersionUID = 1L;
  private static final int BATCH = 500;

  private final Framing framing;
  private final RecordHandler<T> handler;
  private final long ingestedAt;

  RecordFileFormat(Framing framing, RecordHandler<T> handler, long ingestedAt) {
    this.framing = framing;
    this.handler = handler;
    this.ingestedAt = ingestedAt;
  }

  @Override
  public Reader<T> createReader(Configuration config, FileSourceSplit split) throws IOException {
    Path path = split.path();
    RecordReader records = framing.open(path.getFileSystem().open(path));
    return new FileReader<>(records, handler.copy(), path.getPath(), ingestedAt);
  }

  @Override
  public Reader<T> restoreReader(Configuration config, FileSourceSplit split) throws IOException {
    FileReader<T> reader = (FileReader<T>) createReader(config, split);
    reader.skip(
        split.getReaderPosition().map(CheckpointedPosition::getRecordsAfterOffset).orElse(0L));
    return reader;
  }

  @Override
  public boolean isSplittable() {
    return false;
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return handler.producedType();
  }

  private static final class FileReader<T> implements Reader<T> {
    private final RecordReader records;
    private final RecordHandler<T> handler;
    private final String file;
    private final long ingestedAt;
    private final Deque<T> restored = new ArrayDeque<>();
    private long elements;

    FileReader(RecordReader records, RecordHandler<T> handler, String file, long ingestedAt) {
      this.records = records;
      this.handler = handler;
      this.file = file;
      this.ingestedAt = ingestedAt;
    }

    /** Passes over elements that were given before; a record may have made several. */
    void skip(long count) throws IOException {
      List<T> made = new ArrayList<>();
      while (elements < count && handleNext(made)) {
        elements += made.size();
        int beyond = (int) Math.max(0, elements - count);
        restored.addAll(made.subList(made.size() - beyond, made.size()));
        made.clear();
      }
      elements = count;
    }

    @Override
    public @Nullable RecordIterator<T> readBatch() throws IOException {
      List<T> batch = new ArrayList<>(restored);
      restored.clear();
      while (batch.size() < BATCH && handleNext(batch)) {
        // Handled into the batch.
      }
      if (batch.isEmpty()) {
        return null;
      }
      long before = elements;
      elements += batch.size();
      return new IteratorResultIterator<>(batch.iterator(), CheckpointedPosition.NO_OFFSET, before);
    }

    private boolean handleNext(List<T> out) throws IOException {
      byte[] record = records.next();
      if (record == null) {
        return false;
      }
      handler.handle(RawRecord.ofFile(record, file, records.line(), ingestedAt), out::add);
      return true;
    }

    @Override
    public void close() throws IOException {
      records.close();
    }
  }
}
