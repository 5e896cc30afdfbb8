package org.tocsin.jobs;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Verdict;
import org.tocsin.events.Watch;
import org.tocsin.jobs.alert.Control;

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

  /**
   * The stream of watches.
   *
   * @param none a stream without records that has the watermarks of posts
   */
  DataStream<Control> watches(StreamExecutionEnvironment env, DataStream<Control> none) {
    return watches == null
        ? none
        : watches.open(env).map(Control::of).returns(Control.class).uid("watches");
  }

  /** The stream of verdicts, or {@code none} as for {@link #watches}. */
  DataStream<Verdict> verdicts(StreamExecutionEnvironment env, DataStream<Verdict> none) {
    return verdicts == null ? none : verdicts.open(env);
  }
}
