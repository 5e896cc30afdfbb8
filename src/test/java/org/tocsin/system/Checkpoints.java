package org.tocsin.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How long the checkpoints of a job took, and how far apart they were, by Flink's history. */
final class Checkpoints {
  private final List<Long> durations = new ArrayList<>();
  private final List<Long> begun = new ArrayList<>();

  /** Those that began at a time or later and are completed. */
  static Checkpoints since(Rest rest, String job, long from)
      throws IOException, InterruptedException {
    Checkpoints found = new Checkpoints();
    for (JsonNode checkpoint : rest.get("/jobs/" + job + "/checkpoints").path("history")) {
      long began = checkpoint.path("trigger_timestamp").asLong();
      if (began >= from && checkpoint.path("status").asText().equals("COMPLETED")) {
        found.begun.add(began);
        found.durations.add(checkpoint.path("end_to_end_duration").asLong());
      }
    }
    return found;
  }

  /** In milliseconds. */
  String durations() {
    return Latencies.quantiles(durations);
  }

  /** From the beginning of one to that of the next, in milliseconds. */
  String intervals() {
    List<Long> sorted = begun.stream().sorted().toList();
    List<Long> intervals = new ArrayList<>();
    for (int i = 1; i < sorted.size(); i++) {
      intervals.add(sorted.get(i) - sorted.get(i - 1));
    }
    return Latencies.quantiles(intervals);
  }
}
