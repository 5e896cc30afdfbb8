package org.tocsin.connectors.sink;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.tocsin.events.Json;

/**
 * One file of JSON lines, for bounded local runs: written anew, by one subtask.
 *
 * @param <T> a record of {@code org.tocsin.events}
 * @param file where to write; its folder has to exist
 */
public record JsonLinesSink<T>(File file) implements Sink<T>, SingleWriter {

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
    OutputStream out = new BufferedOutputStream(new FileOutputStream(file), 1 << 16);
    return new SinkWriter<>() {
      @Override
      public void write(T event, Context unused) throws IOException {
        out.write(Json.write(event));
        out.write('\n');
      }

      @Override
      public void flush(boolean endOfInput) throws IOException {
        out.flush();
      }

      @Override
      public void close() throws IOException {
        out.close();
      }
    };
  }
}
