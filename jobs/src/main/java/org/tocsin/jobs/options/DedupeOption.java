package org.tocsin.jobs.options;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long posts are remembered. */
public final class DedupeOption {
  @Option(
      names = "--dedupe",
      defaultValue = "1d",
      paramLabel = "DURATION",
      description =
          "How long a post is remembered so that a copy is not counted again. Default:"
              + " ${DEFAULT-VALUE}")
  Duration retention = Duration.ZERO;

  /** How long, by event time. */
  public Duration retention() {
    return retention;
  }
}
