package org.tocsin.connectors.source;

import java.io.File;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tocsin.connectors.file.Framing;

/**
 * Posts from files and folders of files; bounded.
 *
 * @param files files, or folders that are searched with all their sub-folders
 * @param framing how a file splits into records
 * @param ingestedAt given to every record, epoch milliseconds: the start of the run, so that a
 *     second run differs in nothing else
 */
public record FilePostSource(List<File> files, Framing framing, long ingestedAt)
    implements PostSource {

  @Override
  public <T> SingleOutputStreamOperator<T> open(
      StreamExecutionEnvironment env, RecordHandler<T> handler, WatermarkStrategy<T> watermarks) {
    Path[] paths = files.stream().map(Path::fromLocalFile).toArray(Path[]::new);
    FileSource<T> source =
        FileSource.forBulkFileFormat(new RecordFileFormat<>(framing, handler, ingestedAt), paths)
            .build();
    return env.fromSource(source, watermarks, "posts: " + description(), handler.producedType())
        .uid(UID);
  }

  @Override
  public String description() {
    return files.stream().map(File::getPath).collect(Collectors.joining(", "));
  }
}
