package org.tocsin.connectors.sink;

import java.io.IOException;
import java.util.Collection;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.SupportsPostCommitTopology;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * A transactional sink whose writers may fail to close. Kafka's writer aborts its transaction when
 * it is closed; without a broker that fails after {@code max.block.ms}, and Flink ends the whole
 * TaskManager when a failed task cannot be closed. The brokers abort what is left open by
 * themselves, and so does the next writer, so the failure is logged and no more. State and names
 * are those of the sink within.
 *
 * @param <T> what is written
 * @param <S> state of writers
 * @param <C> what is committed
 * @param <K> the sink within
 */
final class OutageProofSink<
        T,
        S,
        C,
        K extends
            Sink<T> & SupportsWriterState<T, S> & SupportsCommitter<C>
                & SupportsPostCommitTopology<C>>
    implements Sink<T>,
        SupportsWriterState<T, S>,
        SupportsCommitter<C>,
        SupportsPostCommitTopology<C> {
  private static final long serialVersionUID = 1L;

  private final K sink;

  OutageProofSink(K sink) {
    this.sink = sink;
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
    return calm(sink.createWriter(context));
  }

  @Override
  public StatefulSinkWriter<T, S> restoreWriter(WriterInitContext context, Collection<S> state)
      throws IOException {
    return calm(sink.restoreWriter(context, state));
  }

  @SuppressWarnings("unchecked") // The writers of a sink of these interfaces are both.
  private OutageProofWriter<T, S, C> calm(SinkWriter<T> writer) {
    return new OutageProofWriter<>(
        (StatefulSinkWriter<T, S>) writer, (CommittingSinkWriter<T, C>) writer);
  }

  @Override
  public SimpleVersionedSerializer<S> getWriterStateSerializer() {
    return sink.getWriterStateSerializer();
  }

  @Override
  public Committer<C> createCommitter(CommitterInitContext context) throws IOException {
    return sink.createCommitter(context);
  }

  @Override
  public SimpleVersionedSerializer<C> getCommittableSerializer() {
    return sink.getCommittableSerializer();
  }

  @Override
  public void addPostCommitTopology(DataStream<CommittableMessage<C>> committables) {
    sink.addPostCommitTopology(committables);
  }
}
