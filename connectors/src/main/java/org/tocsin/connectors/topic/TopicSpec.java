package org.tocsin.connectors.topic;

/**
 * A topic as a job needs it.
 *
 * @param name on the brokers
 * @param cleanUp what may happen to old records
 * @param partitions exactly as many; 0 for any number
 */
public record TopicSpec(String name, CleanUp cleanUp, int partitions) {

  /** What may happen to old records. */
  public enum CleanUp {
    /** Compaction would lose records: not every one has a key of its own. */
    BY_TIME,
    /** The newest record of a key is enough, and older ones may stay. */
    COMPACTABLE,
    /** Without compaction what is still needed would be deleted, sooner or later. */
    COMPACTED
  }

  /** Any number of partitions. */
  public TopicSpec(String name, CleanUp cleanUp) {
    this(name, cleanUp, 0);
  }
}
