package org.tocsin.connectors.format;

/**
 * A record as received: its bytes and its place. Not kept by the source after the handler returns.
 */
public final class RawRecord {
  private final byte[] bytes;
  private final String source;
  private final int partition;
  private final long position;
  private final long ingestedAt;

  private RawRecord(byte[] bytes, String source, int partition, long position, long ingestedAt) {
    this.bytes = bytes;
    this.source = source;
    this.partition = partition;
    this.position = position;
    this.ingestedAt = ingestedAt;
  }

  /** A record that began on this line of a file. */
  public static RawRecord ofFile(byte[] bytes, String file, long line, long ingestedAt) {
    return new RawRecord(bytes, file, -1, line, ingestedAt);
  }

  /** A record of a Kafka topic; a tombstone has no bytes. */
  public static RawRecord ofTopic(
      byte[] bytes, String topic, int partition, long offset, long ingestedAt) {
    return new RawRecord(bytes, topic, partition, offset, ingestedAt);
  }

  /** Its bytes; not a copy. */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * When it was ingested, epoch milliseconds: Kafka's record timestamp, or the start of the run for
   * a file.
   */
  public long ingestedAt() {
    return ingestedAt;
  }

  /** For people: {@code file:line} or {@code topic-partition@offset}. Made at each call. */
  public String origin() {
    return partition < 0 ? source + ":" + position : source + "-" + partition + "@" + position;
  }
}
