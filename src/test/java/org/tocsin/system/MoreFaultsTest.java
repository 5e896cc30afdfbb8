package org.tocsin.system;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Everything else that breaks, on a cluster without high availability. Minutes long: not in CI. */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MoreFaultsTest {
  private static final int POSTS = 1_500;
  private static final Duration OUTAGE = Duration.ofSeconds(30);

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
  void brokerCutOff_nothingIsLostAndNothingTwice() throws Exception {
    try (FaultRun run = new FaultRun(stack, "cut")) {
      run.submit(2, null);
      run.pour(POSTS);
      run.awaitSignals();
      run.pour(POSTS);
      stack.proxy().cut();
      run.pour(POSTS);
      // The fault itself takes this long; nothing is expected at its end.
      TimeUnit.MILLISECONDS.sleep(OUTAGE.toMillis());
      stack.proxy().mend();
      run.awaitSignals();
      run.pour(POSTS);
      run.drain();
    }
  }

  @Test
  void jobManagerKilledWithoutHighAvailability_resumesFromTheNewestCheckpoint() throws Exception {
    try (FaultRun run = new FaultRun(stack, "jobmanager")) {
      run.submit(2, null);
      run.pour(POSTS);
      run.awaitSignals();
      run.pour(POSTS);
      stack.flink().killJobManager();
      run.pour(POSTS);
      stack.flink().startJobManager();
      stack.awaitSlots();
      run.submit(2, stack.flink().newestCheckpoint(run.job()).toUri().toString());
      run.awaitSignals();
      run.pour(POSTS);
      run.drain();
    }
  }

  @Test
  void stoppedAndRescaled_nothingIsLostAndNothingTwice() throws Exception {
    try (FaultRun run = new FaultRun(stack, "rescaled")) {
      run.submit(1, null);
      run.pour(POSTS);
      run.awaitSignals();
      for (int parallelism : new int[] {2, 1}) {
        run.pour(POSTS);
        String savepoint = run.stop();
        run.pour(POSTS);
        run.submit(parallelism, savepoint);
        run.awaitSignals();
      }
      run.pour(POSTS);
      run.drain();
    }
  }

  @Test
  void checkpointDiskFull_goesOnWhenThereIsRoomAgain() throws Exception {
    try (FullDisk disk = FullDisk.mount(stack.flink().checkpoints());
        FaultRun run = new FaultRun(stack, "full")) {
      run.submit(2, null);
      run.pour(POSTS);
      run.awaitSignals();
      disk.fill();
      run.pour(POSTS);
      run.awaitCheckpoints("failed", 2);
      disk.free();
      run.awaitSignals();
      run.pour(POSTS);
      run.drain();
    }
  }
}
