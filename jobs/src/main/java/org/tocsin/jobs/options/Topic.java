package org.tocsin.jobs.options;

import java.util.Locale;
import org.tocsin.connectors.topic.TopicSpec.CleanUp;

/** The topics of a job. */
public enum Topic {
  POSTS(CleanUp.BY_TIME),
  SIGNALS(CleanUp.BY_TIME),
  ALERTS(CleanUp.COMPACTABLE),
  DEAD_LETTERS(CleanUp.BY_TIME),
  LATE_POSTS(CleanUp.BY_TIME),
  BUNDLES(CleanUp.COMPACTED),
  VERDICTS(CleanUp.BY_TIME),
  WATCHES(CleanUp.COMPACTABLE);

  private final CleanUp cleanUp;

  Topic(CleanUp cleanUp) {
    this.cleanUp = cleanUp;
  }

  /** As options name it: {@code dead-letters}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether people steer a running job by it; read only when asked for. */
  boolean isControl() {
    return compareTo(BUNDLES) >= 0;
  }

  CleanUp cleanUp() {
    return cleanUp;
  }
}
