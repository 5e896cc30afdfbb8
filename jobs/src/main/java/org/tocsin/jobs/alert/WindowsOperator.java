package org.tocsin.jobs.alert;

import java.util.List;
import java.util.Objects;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.jspecify.annotations.Nullable;

/** Runs {@link RuleWindows}, whose event time goes on after a restart where it was before. */
public final class WindowsOperator
    extends CoBroadcastWithKeyedOperator<String, Partial, Control, Candidate> {
  private static final long serialVersionUID = 1L;

  private transient @Nullable LastWatermark last;

  /** Windows of the rules that it is told of. */
  public WindowsOperator() {
    super(new RuleWindows(), List.of(RuleWindows.KNOWN, RuleWindows.WATCHES, RuleWindows.RULES));
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    last = new LastWatermark(context);
  }

  @Override
  public void open() throws Exception {
    super.open();
    long time = Objects.requireNonNull(last).time();
    if (time != Long.MIN_VALUE) {
      // No timer is due: all up to here fired before the snapshot.
      getTimeServiceManager().orElseThrow().advanceWatermark(new Watermark(time));
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (Objects.requireNonNull(last).advance(mark.getTimestamp())) {
      super.processWatermark(mark);
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    Objects.requireNonNull(last).snapshot();
  }
}
