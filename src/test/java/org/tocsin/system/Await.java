package org.tocsin.system;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for a condition, no longer than told. */
final class Await {
  private static final long POLL_MS = 100;

  private Await() {}

  /**
   * Returns as soon as the condition holds; until then its exceptions count as not yet.
   *
   * @param seen what to tell when it does not hold in time
   */
  static void until(String what, Duration limit, Callable<Boolean> condition, Supplier<String> seen)
      throws InterruptedException {
    until(what, limit, POLL_MS, condition, seen);
  }

  /** The same for a condition that is dear to ask for. */
  static void until(
      String what, Duration limit, long pollMs, Callable<Boolean> condition, Supplier<String> seen)
      throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    String last = "";
    while (true) {
      try {
        if (condition.call()) {
          return;
        }
        last = "";
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        last = " (" + e + ")";
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "not within %d s: %s%s%n%s".formatted(limit.toSeconds(), what, last, seen.get()));
      }
      TimeUnit.MILLISECONDS.sleep(pollMs);
    }
  }
}
