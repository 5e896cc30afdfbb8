package org.tocsin.jobs.options;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Option;

/** Why a job runs, and how it keeps time; the same for every job. */
public final class StreamOptions {
  private static final Duration SHORTEST_IDLENESS = Duration.ofSeconds(30);

  @Option(
      names = "--purpose",
      required = true,
      paramLabel = "TEXT",
      description =
          "Why posts are watched here, in one sentence; part of the job's name. No job runs without"
              + " one.")
  private String purpose = "";

  @Option(
      names = "--lateness",
      defaultValue = "2m",
      paramLabel = "DURATION",
      description =
          "How much later than the newest post of its partition a post may come and still be"
              + " counted. Default: ${DEFAULT-VALUE}")
  private Duration lateness = Duration.ZERO;

  @Option(
      names = "--idleness",
      defaultValue = "60s",
      paramLabel = "DURATION",
      description =
          "After this long a silent partition no longer holds windows back; at least 30s (less"
              + " loses posts when the job recovers). Default: ${DEFAULT-VALUE}")
  private Duration idleness = Duration.ZERO;

  @Option(
      names = "--checkpoint-interval",
      defaultValue = "10s",
      paramLabel = "DURATION",
      description =
          "Time between checkpoints, unless the cluster's configuration sets one; exactly-once"
              + " alerts are seen that much later. Default: ${DEFAULT-VALUE}")
  private Duration checkpoints = Duration.ZERO;

  /** Adds mistakes to the list. */
  public void check(List<String> mistakes) {
    if (purpose.isBlank()) {
      mistakes.add("--purpose is empty: say in one sentence why posts are watched here");
    }
    if (idleness.compareTo(SHORTEST_IDLENESS) < 0) {
      mistakes.add("--idleness %d s: expected at least 30s".formatted(idleness.toSeconds()));
    }
  }

  /** Where the job is built; with checkpoints, unless the cluster sets its own. */
  public StreamExecutionEnvironment environment() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    if (!env.getCheckpointConfig().isCheckpointingEnabled()) {
      env.configure(
          new Configuration().set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpoints));
    }
    return env;
  }

  /** The name of a job with its purpose. */
  public String name(String job) {
    return "tocsin %s: %s".formatted(job, purpose.strip());
  }

  /** How much later than the newest a record may come. */
  public Duration lateness() {
    return lateness;
  }

  /** After how long a silent partition holds nothing back. */
  public Duration idleness() {
    return idleness;
  }
}
