package org.tocsin.events;

/**
 * How soon a person should look. Declared most urgent first, so that {@code compareTo} orders by
 * urgency.
 */
public enum Severity {
  /** Threat to life: now. */
  P0,
  /** Within an hour. */
  P1,
  /** The same day. */
  P2,
  /** In a digest. A lone lexicon term is never more than this. */
  P3;

  /** The more urgent of the two. */
  public Severity orMoreUrgent(Severity other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
