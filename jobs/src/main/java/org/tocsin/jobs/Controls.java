package org.tocsin.jobs;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Verdict;
import org.tocsin.events.Watch;

/**
 * What analysts tell a running job. Its streams must emit the last watermark at once, or windows
 * wait for them.
 *
 * @param verdicts about alerts; null for none
 * @param watches armed after attacks; null for none
 */
public record Controls(@Nullable Opener<Verdict> verdicts, @Nullable Opener<Watch> watches) {
  /** Nobody tells anything. */
  public static final Controls NONE = new Controls(null, null);

  /** Adds a source to an environment. */
  @FunctionalInterface
  public interface Opener<T> {
    /** The stream of the source. */
    DataStream<T> open(StreamExecutionEnvironment env);
  }
}
