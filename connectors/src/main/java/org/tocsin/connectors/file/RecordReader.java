package org.tocsin.connectors.file;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Gives the records of one stream in order. */
public interface RecordReader extends Closeable {

  /**
   * The next record, or null at the end. Blank lines are passed over. What cannot be split further
   * is given as it is, so that the format refuses it and it becomes a dead letter: nothing is lost
   * here.
   *
   * @throws IOException when the stream itself fails
   */
  byte @Nullable [] next() throws IOException;

  /** The line on which the last record began, counted from 1. */
  long line();
}
