package org.tocsin.system;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A JobManager that dies with its jobs kept in a real ZooKeeper. */
@Tag("faults")
class HighAvailabilityTest {
  @Test
  void jobManagerKilled_theNextOneGoesOnByItself() throws Exception {
    try (FaultStack stack = FaultStack.startHighlyAvailable()) {
      FaultRun.survives(
          stack,
          "ha",
          2,
          run -> {
            stack.flink().killJobManager();
            run.pour();
            stack.flink().startJobManager();
          });
    }
  }
}
