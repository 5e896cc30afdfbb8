package org.tocsin.connectors.source;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A source that gives nothing until a gate opens. Meanwhile its job runs: checkpoints are taken, of
 * places where nothing was read. State is that of the source within, so that a savepoint can be
 * resumed with a gate or without.
 */
public final class HeldSource<T, S extends SourceSplit, C>
    implements Source<T, S, C>, ResultTypeQueryable<T> {
  private static final long serialVersionUID = 1L;

  private final Source<T, S, C> within;
  private final TypeInformation<T> type;
  private final Gate gate;

  /**
   * Holds a source.
   *
   * @param type of its records
   */
  public HeldSource(Source<T, S, C> within, TypeInformation<T> type, Gate gate) {
    this.within = within;
    this.type = type;
    this.gate = gate;
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return type;
  }

  @Override
  public Boundedness getBoundedness() {
    return within.getBoundedness();
  }

  @Override
  public SplitEnumerator<S, C> createEnumerator(SplitEnumeratorContext<S> context)
      throws Exception {
    return within.createEnumerator(context);
  }

  @Override
  public SplitEnumerator<S, C> restoreEnumerator(SplitEnumeratorContext<S> context, C checkpoint)
      throws Exception {
    return within.restoreEnumerator(context, checkpoint);
  }

  @Override
  public SimpleVersionedSerializer<S> getSplitSerializer() {
    return within.getSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<C> getEnumeratorCheckpointSerializer() {
    return within.getEnumeratorCheckpointSerializer();
  }

  @Override
  public SourceReader<T, S> createReader(SourceReaderContext context) throws Exception {
    return new HeldReader<>(within.createReader(context), gate);
  }

  @SuppressWarnings("try") // Its close may be interrupted, as that of every reader.
  private static final class HeldReader<T, S extends SourceSplit> implements SourceReader<T, S> {
    private final SourceReader<T, S> within;
    private final Gate gate;
    private CompletableFuture<Void> open = new CompletableFuture<>();

    HeldReader(SourceReader<T, S> within, Gate gate) {
      this.within = within;
      this.gate = gate;
    }

    @Override
    public void start() {
      within.start();
      open = gate.whenOpen();
    }

    @Override
    public InputStatus pollNext(ReaderOutput<T> output) throws Exception {
      return open.isDone() ? within.pollNext(output) : InputStatus.NOTHING_AVAILABLE;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
      return open.isDone() ? within.isAvailable() : open;
    }

    @Override
    public List<S> snapshotState(long checkpoint) {
      return within.snapshotState(checkpoint);
    }

    @Override
    public void addSplits(List<S> splits) {
      within.addSplits(splits);
    }

    @Override
    public void notifyNoMoreSplits() {
      within.notifyNoMoreSplits();
    }

    @Override
    public void handleSourceEvents(SourceEvent event) {
      within.handleSourceEvents(event);
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) throws Exception {
      within.notifyCheckpointComplete(checkpoint);
    }

    @Override
    public void notifyCheckpointAborted(long checkpoint) throws Exception {
      within.notifyCheckpointAborted(checkpoint);
    }

    @Override
    public void pauseOrResumeSplits(Collection<String> toPause, Collection<String> toResume) {
      within.pauseOrResumeSplits(toPause, toResume);
    }

    @Override
    public void close() throws Exception {
      boolean unused = open.cancel(false);
      within.close();
    }
  }
}
