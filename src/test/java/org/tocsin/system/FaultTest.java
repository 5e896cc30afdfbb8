package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Everything that breaks, on a cluster without high availability. Without a tag: what is fast
 * enough for every build.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultTest {
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
  void taskManagerKilled_nothingIsLostAndNothingTwice() throws Exception {
    FaultRun.survives(
        stack,
        "taskmanager",
        2,
        run -> {
          stack.flink().killTaskManager(0);
          stack.flink().startTaskManager();
          run.pour();
        });
  }

  @Test
  @Tag("faults")
  void brokerKilled_nothingIsLostAndNothingTwice() throws Exception {
    FaultRun.survives(
        stack,
        "broker",
        2,
        run -> {
          stack.broker().kill();
          run.pour();
          stack.broker().restart();
        });
  }

  @Test
  @Tag("faults")
  void brokerCutOff_nothingIsLostAndNothingTwice() throws Exception {
    FaultRun.survives(
        stack,
        "cut",
        2,
        run -> {
          stack.proxy().cut();
          run.pour();
          // The fault itself takes this long; nothing is expected at its end.
          TimeUnit.MILLISECONDS.sleep(OUTAGE.toMillis());
          stack.proxy().mend();
        });
  }

  /** Flink would end a TaskManager whose task fails and then cannot end its transaction. */
  @Test
  @Tag("faults")
  void brokerCutOffForLongerThanClientsWait_taskManagersLive() throws Exception {
    FaultRun.survives(
        stack,
        "patience",
        2,
        run -> {
          stack.proxy().cut();
          run.pour();
          TimeUnit.MILLISECONDS.sleep(2 * OUTAGE.toMillis());
          stack.proxy().mend();
          assertThat(stack.flink().isAlive()).as(stack.flink().tail()).isTrue();
        },
        "-X",
        "max.block.ms=8000",
        "-X",
        "request.timeout.ms=4000",
        "-X",
        "delivery.timeout.ms=8000");
  }

  @Test
  @Tag("faults")
  void jobManagerKilled_resumesFromTheNewestCheckpoint() throws Exception {
    FaultRun.survives(
        stack,
        "jobmanager",
        2,
        run -> {
          stack.flink().killJobManager();
          run.pour();
          stack.flink().startJobManager();
          stack.awaitSlots();
          run.submit(2, stack.flink().newestCheckpoint(run.job()).toUri().toString());
        });
  }

  @Test
  @Tag("faults")
  void stoppedAndRescaled_nothingIsLostAndNothingTwice() throws Exception {
    FaultRun.survives(
        stack,
        "rescaled",
        1,
        run -> {
          for (int parallelism : new int[] {2, 1}) {
            String savepoint = run.stop();
            run.pour();
            run.submit(parallelism, savepoint);
            run.awaitSignals();
          }
        });
  }

  @Test
  @Tag("faults")
  void checkpointDiskFull_goesOnWhenThereIsRoomAgain() throws Exception {
    try (FullDisk disk = FullDisk.mount(stack.flink().checkpoints())) {
      FaultRun.survives(
          stack,
          "full",
          2,
          run -> {
            disk.fill();
            run.pour();
            run.awaitCheckpoints("failed", 2);
            disk.free();
          });
    }
  }
}
