package org.tocsin.jobs;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.sink.SingleWriter;
import org.tocsin.events.Alert;
import org.tocsin.events.DeadLetter;
import org.tocsin.events.Signal;

/**
 * Where the monitor topology writes.
 *
 * @param alerts one for each window that rang; null writes none
 * @param signals each post version once under each category, again when retracted; null writes none
 * @param deadLetters records that cannot be read; null writes none (they are counted)
 * @param late signals that came after their window; null writes none (they are counted)
 */
public record MonitorSinks(
    @Nullable Sink<Alert> alerts,
    @Nullable Sink<Signal> signals,
    @Nullable Sink<DeadLetter> deadLetters,
    @Nullable Sink<Signal> late) {

  static <T> void write(DataStream<T> stream, @Nullable Sink<T> sink, String uid) {
    if (sink != null) {
      DataStreamSink<T> written = stream.sinkTo(sink).name(uid).uid(uid + "-sink");
      if (sink instanceof SingleWriter) {
        written.setParallelism(1);
      }
    }
  }
}
