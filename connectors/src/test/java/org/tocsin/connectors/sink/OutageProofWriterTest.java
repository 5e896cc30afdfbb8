package org.tocsin.connectors.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutageProofWriterTest {
  private static final SinkWriter.Context CONTEXT =
      new SinkWriter.Context() {
        @Override
        public long currentWatermark() {
          return 0;
        }

        @Override
        public Long timestamp() {
          return 0L;
        }
      };

  private final Within within = new Within();
  private final OutageProofWriter<String, Integer, Long> writer =
      new OutageProofWriter<>(within, within);

  @Test
  void everyCall_isPassedOnAndSoIsWhatItGives() throws Exception {
    writer.write("a", CONTEXT);
    writer.writeWatermark(new Watermark(3));
    writer.flush(true);
    assertThat(writer.snapshotState(7)).containsExactly(7);
    assertThat(writer.prepareCommit()).containsExactly(8L);
    writer.close();
    assertThat(within.calls).containsExactly("write a", "watermark 3", "flush true", "close");
  }

  @Test
  void close_thatFails_isNoFailure() {
    within.failure = new IllegalStateException("awaiting EndTxn(false)");
    writer.close();
    assertThat(within.calls).containsExactly("close");
  }

  @Test
  void write_thatFails_fails() {
    within.failure = new IllegalStateException("no broker");
    assertThatThrownBy(() -> writer.write("a", CONTEXT)).hasMessage("no broker");
    assertThatThrownBy(() -> writer.flush(false)).hasMessage("no broker");
    assertThatThrownBy(writer::prepareCommit).hasMessage("no broker");
    assertThatThrownBy(() -> writer.snapshotState(1)).hasMessage("no broker");
  }

  private static final class Within
      implements StatefulSinkWriter<String, Integer>, CommittingSinkWriter<String, Long> {
    private final List<String> calls = new ArrayList<>();
    private @Nullable RuntimeException failure;

    private void call(String name) {
      calls.add(name);
      if (failure != null) {
        throw failure;
      }
    }

    @Override
    public void write(String element, Context context) {
      call("write " + element);
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      call("flush " + endOfInput);
    }

    @Override
    public void writeWatermark(Watermark watermark) {
      call("watermark " + watermark.getTimestamp());
    }

    @Override
    public List<Integer> snapshotState(long checkpointId) {
      if (failure != null) {
        throw failure;
      }
      return List.of((int) checkpointId);
    }

    @Override
    public Collection<Long> prepareCommit() {
      if (failure != null) {
        throw failure;
      }
      return List.of(8L);
    }

    @Override
    public void close() {
      call("close");
    }
  }
}
