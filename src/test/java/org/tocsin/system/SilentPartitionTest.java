package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Nothing comes of one partition for a while, as when its writer or its broker is down; the other
 * goes on. What becomes of the posts that come after it hangs on {@code --idleness}.
 */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SilentPartitionTest {
  private static final Duration SILENCE = Duration.ofSeconds(50);

  private FaultStack stack;

  @BeforeAll
  void start() throws Exception {
    stack = FaultStack.start();
  }

  @AfterAll
  void close() throws Exception {
    stack.close();
  }

  @Test
  void shorterThanIdleness_nothingIsLate() throws Exception {
    FaultRun.survives(
        stack,
        "patient",
        2,
        run -> run.pourApart(SilentPartitionTest::silence),
        "--idleness",
        "10m");
  }

  /** A signal for each post, whatever its time; windows that have rung do not count it. */
  @Test
  void longerThanIdleness_postsOfClosedWindowsAreLateAndNoneIsLost() throws Exception {
    stack.awaitSlots();
    try (FaultRun run = new FaultRun(stack, "hasty")) {
      run.submit(2, null, "--idleness", "30s");
      run.pour();
      run.awaitSignals();
      run.pourApart(SilentPartitionTest::silence);
      run.awaitSignals();
      run.stopDrained();
      List<String> signals = keys(run, Topics.SIGNALS);
      assertThat(signals).doesNotHaveDuplicates();
      List<String> late = keys(run, Topics.LATE_POSTS);
      assertThat(late).isNotEmpty().doesNotHaveDuplicates().isSubsetOf(signals);
      // Those of the second partition, and of them only what came after the silence.
      assertThat(late).allSatisfy(key -> assertThat(number(key)).isOdd().isGreaterThan(1_500));
      System.out.printf("%d of %d signals late%n", late.size(), signals.size());
    }
  }

  private static int number(String key) {
    return Integer.parseInt(key.replaceAll("x:n(\\d+)[|].*", "$1"));
  }

  private static List<String> keys(FaultRun run, String kind) {
    return run.topics().committed(kind).stream()
        .map(record -> new String(record.key(), StandardCharsets.UTF_8))
        .toList();
  }

  /** The silence itself takes this long; nothing is expected at its end. */
  private static void silence(FaultRun run) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(SILENCE.toMillis());
  }
}
