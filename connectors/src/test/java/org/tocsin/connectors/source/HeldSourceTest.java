package org.tocsin.connectors.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("unchecked")
class HeldSourceTest {
  private final CompletableFuture<Void> open = new CompletableFuture<>();
  private final CompletableFuture<Void> available = new CompletableFuture<>();
  private final List<String> asked = new ArrayList<>();
  private final SourceReader<String, SourceSplit> within =
      fake(
          SourceReader.class,
          method ->
              switch (method) {
                case "pollNext" -> InputStatus.MORE_AVAILABLE;
                case "isAvailable" -> available;
                case "snapshotState" -> List.of();
                default -> null;
              });
  private SourceReader<String, SourceSplit> reader = within;

  private interface Answer {
    @Nullable Object to(String method);
  }

  private <T> T fake(Class<? super T> type, Answer answer) {
    return (T)
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              asked.add(method.getName());
              return answer.to(method.getName());
            });
  }

  @BeforeEach
  void start() throws Exception {
    Source<String, SourceSplit, Object> source = fake(Source.class, method -> within);
    SourceReaderContext context = fake(SourceReaderContext.class, method -> null);
    reader = new HeldSource<>(source, Types.STRING, () -> open).createReader(context);
    reader.start();
    asked.clear();
  }

  @Test
  void pollNext_beforeTheGateOpens_givesNothingAndAsksNothing() throws Exception {
    assertThat(reader.pollNext(output())).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    assertThat(reader.isAvailable()).isNotDone();
    assertThat(asked).isEmpty();
  }

  @Test
  void pollNext_whenTheGateIsOpen_isThatOfTheSourceWithin() throws Exception {
    CompletableFuture<Void> waiting = reader.isAvailable();
    boolean opened = open.complete(null);
    assertThat(opened).isTrue();
    assertThat(waiting).isDone();
    assertThat(reader.pollNext(output())).isEqualTo(InputStatus.MORE_AVAILABLE);
    assertThat(reader.isAvailable()).isSameAs(available);
  }

  /** Meanwhile checkpoints are taken, and splits come. */
  @Test
  void allElse_beforeTheGateOpens_isThatOfTheSourceWithin() throws Exception {
    assertThat(reader.snapshotState(1)).isEmpty();
    reader.addSplits(List.of());
    reader.notifyCheckpointComplete(1);
    reader.notifyNoMoreSplits();
    assertThat(asked)
        .containsExactly(
            "snapshotState", "addSplits", "notifyCheckpointComplete", "notifyNoMoreSplits");
  }

  @Test
  void close_endsTheWaiting() throws Exception {
    reader.close();
    assertThat(open).isCancelled();
    assertThat(asked).containsExactly("close");
  }

  private ReaderOutput<String> output() {
    return (ReaderOutput<String>)
        Proxy.newProxyInstance(
            HeldSourceTest.class.getClassLoader(),
            new Class<?>[] {ReaderOutput.class},
            (proxy, method, arguments) -> null);
  }
}
