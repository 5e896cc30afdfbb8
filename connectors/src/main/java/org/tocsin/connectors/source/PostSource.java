package org.tocsin.connectors.source;

import java.io.Serializable;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Where a job's records come from. */
public interface PostSource extends Serializable {

  /** Fixed, so that savepoints survive edits of the topology. */
  String UID = "posts";

  /**
   * The records, each handled within the source.
   *
   * @param handler makes the elements
   * @param watermarks kept for each partition or file on its own
   */
  <T> SingleOutputStreamOperator<T> open(
      StreamExecutionEnvironment env, RecordHandler<T> handler, WatermarkStrategy<T> watermarks);

  /** For people: what it reads. */
  String description();
}
