package org.tocsin.jobs;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** A {@link Tally} that is also counted by platform. One per subtask. */
public final class SourceTally {
  /** Platforms that are counted by name; whoever comes later is counted as {@code others}. */
  private static final int MOST = 100;

  private final Tally all;
  private final MetricGroup group;
  private final String name;
  private final Map<String, Counter> byPlatform = new HashMap<>();

  /** Registers under a name. */
  public SourceTally(RuntimeContext context, String name) {
    all = new Tally(context, name);
    group = context.getMetricGroup().addGroup("tocsin");
    this.name = name;
  }

  /** One more of a platform. */
  public void add(String platform) {
    all.add();
    String source =
        byPlatform.size() < MOST || byPlatform.containsKey(platform) ? platform : "others";
    byPlatform.computeIfAbsent(source, key -> group.addGroup("platform", key).counter(name)).inc();
  }
}
