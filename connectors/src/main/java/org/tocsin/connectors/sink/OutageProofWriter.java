package org.tocsin.connectors.sink;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A writer whose {@link #close} only logs what goes wrong: see {@link OutageProofSink}. */
final class OutageProofWriter<T, S, C>
    implements StatefulSinkWriter<T, S>, CommittingSinkWriter<T, C> {
  private static final Logger LOG = LoggerFactory.getLogger(OutageProofWriter.class);

  private final StatefulSinkWriter<T, S> stateful;
  private final CommittingSinkWriter<T, C> committing;

  /** Both are the same writer. */
  OutageProofWriter(StatefulSinkWriter<T, S> stateful, CommittingSinkWriter<T, C> committing) {
    this.stateful = stateful;
    this.committing = committing;
  }

  @Override
  public void write(T element, Context context) throws IOException, InterruptedException {
    stateful.write(element, context);
  }

  @Override
  public void flush(boolean endOfInput) throws IOException, InterruptedException {
    stateful.flush(endOfInput);
  }

  @Override
  public void writeWatermark(Watermark watermark) throws IOException, InterruptedException {
    stateful.writeWatermark(watermark);
  }

  @Override
  public List<S> snapshotState(long checkpointId) throws IOException {
    return stateful.snapshotState(checkpointId);
  }

  @Override
  public Collection<C> prepareCommit() throws IOException, InterruptedException {
    return committing.prepareCommit();
  }

  @Override
  public void close() {
    try {
      stateful.close();
    } catch (Exception e) {
      LOG.warn("The writer could not end its transaction; the brokers will, by time-out: {}", e, e);
    }
  }
}
