package org.tocsin.system;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What kills most often: a TaskManager, a broker. All other faults: {@link MoreFaultsTest}. */
@Tag("faults")
class FaultTest {
  private static final int POSTS = 1_500;

  @Test
  void taskManagerAndBrokerKilled_nothingIsLostAndNothingTwice() throws Exception {
    try (FaultStack stack = FaultStack.start();
        FaultRun run = new FaultRun(stack, "killed")) {
      run.submit(2, null);
      run.pour(POSTS);
      run.awaitSignals();

      run.pour(POSTS);
      stack.flink().killTaskManager(0);
      stack.flink().startTaskManager();
      run.pour(POSTS);
      run.awaitSignals();

      run.pour(POSTS);
      stack.broker().kill();
      run.pour(POSTS);
      stack.broker().restart();
      run.awaitSignals();

      run.pour(POSTS);
      run.drain();
    }
  }
}
