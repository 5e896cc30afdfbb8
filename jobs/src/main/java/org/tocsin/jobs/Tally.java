package org.tocsin.jobs;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;

/** A count that is a metric of the running job and a total of a bounded one. One per subtask. */
public final class Tally {
  private final Counter metric;
  private final LongCounter total = new LongCounter();

  /** Registers under a name, for both; {@code docs/options.md} lists them. */
  public Tally(RuntimeContext context, String name) {
    metric = context.getMetricGroup().addGroup("tocsin").counter(name);
    context.addAccumulator(name, total);
  }

  /** One more. */
  public void add() {
    metric.inc();
    total.add(1L);
  }
}
