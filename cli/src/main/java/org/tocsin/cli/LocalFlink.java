package org.tocsin.cli;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink in this process. */
public final class LocalFlink {
  private LocalFlink() {}

  /**
   * For bounded runs: no checkpoints, no restarts, so that a failure is told and not tried again.
   */
  public static StreamExecutionEnvironment batch(int parallelism) {
    return StreamExecutionEnvironment.createLocalEnvironment(parallelism, base());
  }

  /**
   * For the demo: the web UI on a port, frequent checkpoints so that exactly-once alerts are soon
   * seen.
   */
  public static StreamExecutionEnvironment streaming(
      int parallelism, int uiPort, Duration checkpoints) {
    Configuration config = base();
    config.set(RestOptions.PORT, uiPort);
    config.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    config.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpoints);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(config);
    env.setParallelism(parallelism);
    return env;
  }

  private static Configuration base() {
    Configuration config = new Configuration();
    config.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    config.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
    config.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
    return config;
  }
}
