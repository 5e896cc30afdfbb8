package org.tocsin.system;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A JobManager that dies with its jobs kept in a real ZooKeeper. */
@Tag("faults")
class HighAvailabilityTest {
  private static final int POSTS = 1_500;

  @Test
  void jobManagerKilled_theNextOneGoesOnByItself() throws Exception {
    try (FaultStack stack = FaultStack.startHighlyAvailable();
        FaultRun run = new FaultRun(stack, "ha")) {
      run.submit(2, null);
      run.pour(POSTS);
      run.awaitSignals();
      run.pour(POSTS);
      stack.flink().killJobManager();
      run.pour(POSTS);
      stack.flink().startJobManager();
      run.awaitSignals();
      run.pour(POSTS);
      run.drain();
    }
  }
}
