package org.tocsin.jobs.alert;

import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;

/**
 * The last watermark of an operator, kept over restarts: Flink does not, and a post that comes late
 * right after one would open a window that has rung, whose alert is told a second time.
 *
 * <p>All subtasks behind one shuffle have the same watermark at an aligned barrier. Of unaligned
 * ones the smallest is taken: nothing is lost by it.
 */
final class LastWatermark {
  private static final ListStateDescriptor<Long> KEPT =
      new ListStateDescriptor<>("last-watermark", Types.LONG);

  private final ListState<Long> kept;
  private long time = Long.MIN_VALUE;

  /** What was kept; before all time when nothing was. */
  LastWatermark(StateInitializationContext context) throws Exception {
    kept = context.getOperatorStateStore().getUnionListState(KEPT);
    long least = Long.MAX_VALUE;
    for (long one : kept.get()) {
      least = Math.min(least, one);
    }
    if (least != Long.MAX_VALUE) {
      time = least;
    }
  }

  /** Epoch milliseconds. */
  long time() {
    return time;
  }

  /**
   * Takes the next one.
   *
   * @return false when it is no progress: it says what was known before a restart
   */
  boolean advance(long next) {
    if (next <= time) {
      return false;
    }
    // The end of the input is none of event time: a job resumed behind it goes on.
    if (next != Long.MAX_VALUE) {
      time = next;
    }
    return true;
  }

  /** Keeps it with the snapshot that is being taken. */
  void snapshot() throws Exception {
    kept.update(List.of(time));
  }
}
