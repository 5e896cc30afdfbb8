package org.tocsin.system;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code ./tocsin soak}: breaks something at random, again and again, and prints the ledger. */
@Tag("soak")
class SoakTest {
  private static final Duration TIME =
      Duration.ofMinutes(Integer.getInteger("tocsin.soak.minutes", 10));
  private static final long SEED = Long.getLong("tocsin.soak.seed", System.currentTimeMillis());

  private final Random random = new Random(SEED);
  private int parallelism = 2;

  private enum Fault {
    TASK_MANAGER_KILLED,
    JOB_MANAGER_KILLED,
    BROKER_KILLED,
    BROKER_CUT_OFF,
    STOPPED_AND_RESCALED,
    NONE
  }

  @Test
  void randomFaults_leaveTheLedgerBalanced() throws Exception {
    Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    System.out.printf("seed %d, %d minutes%n", SEED, TIME.toMinutes());
    Instant end = Instant.now().plus(TIME);
    try (FaultStack stack = FaultStack.startHighlyAvailable();
        FaultRun run = new FaultRun(stack, "soak")) {
      run.submit(parallelism, null);
      while (Instant.now().isBefore(end)) {
        Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
        Instant began = Instant.now();
        run.pour();
        TimeUnit.MILLISECONDS.sleep(random.nextInt(3_000));
        cause(fault, stack, run);
        run.pour();
        run.awaitSignals();
        faults.merge(fault, 1, Integer::sum);
        System.out.printf(
            "%-22s all signals committed after %.1f s%n",
            fault, Duration.between(began, Instant.now()).toMillis() / 1e3);
      }
      System.out.printf("%n%s%s%n", run.drain(), faults);
    }
  }

  private void cause(Fault fault, FaultStack stack, FaultRun run) throws Exception {
    switch (fault) {
      case NONE -> {}
      case TASK_MANAGER_KILLED -> {
        stack.flink().killTaskManager(random.nextInt(2));
        stack.flink().startTaskManager();
      }
      case JOB_MANAGER_KILLED -> {
        stack.flink().killJobManager();
        stack.flink().startJobManager();
      }
      case BROKER_KILLED -> {
        stack.broker().kill();
        stack.broker().restart();
      }
      case BROKER_CUT_OFF -> {
        stack.proxy().cut();
        TimeUnit.MILLISECONDS.sleep(random.nextInt(30_000));
        stack.proxy().mend();
      }
      case STOPPED_AND_RESCALED -> {
        String savepoint = run.stop();
        parallelism = 3 - parallelism;
        run.submit(parallelism, savepoint);
      }
    }
  }
}
