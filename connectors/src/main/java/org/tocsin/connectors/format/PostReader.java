package org.tocsin.connectors.format;

/** Reads records of one format. Reuses its buffers: one per thread. */
public interface PostReader {

  /**
   * Tells the sink everything that a record holds, in order. Never throws for what the bytes hold.
   *
   * @param record one framed record; its time of ingestion is the latest event time that is
   *     believed
   * @param sink told before this method returns
   */
  void read(RawRecord record, PostSink sink);
}
