package org.tocsin.jobs;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.format.TocsinFormat;
import org.tocsin.connectors.sink.JsonLinesSink;
import org.tocsin.connectors.source.FilePostSource;
import org.tocsin.connectors.source.PostSource;
import org.tocsin.connectors.source.RecordHandler;
import org.tocsin.events.Alert;
import org.tocsin.events.DeadLetter;
import org.tocsin.events.Json;
import org.tocsin.events.Post;
import org.tocsin.events.PseudonymKey;
import org.tocsin.events.Signal;
import org.tocsin.events.UnreadableRecordException;

/** What the shipped topology makes of files, on a cluster within this JVM. */
record LocalRun(
    List<Alert> alerts,
    List<Signal> signals,
    List<DeadLetter> deadLetters,
    List<Signal> late,
    Map<String, Object> totals) {

  private static final Instant INGESTED = Instant.parse("2026-06-01T00:00:00Z");

  static LocalRun of(Path folder, int parallelism, @Nullable Duration lateness) throws Exception {
    Path out = Files.createTempDirectory("tocsin-run");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(parallelism);
    build(env, folder, out, lateness);
    Map<String, Object> totals = env.execute().getAllAccumulatorResults();
    return new LocalRun(
        read(out.resolve("alerts"), Alert.class),
        read(out.resolve("signals"), Signal.class),
        read(out.resolve("dead-letters"), DeadLetter.class),
        read(out.resolve("late"), Signal.class),
        totals);
  }

  static void build(
      StreamExecutionEnvironment env, Path folder, Path out, @Nullable Duration lateness) {
    TocsinFormat format = new TocsinFormat();
    PostSource files =
        new FilePostSource(List.of(folder.toFile()), format.framing(), INGESTED.toEpochMilli());
    MonitorTopology.build(
        env,
        lateness == null ? files : new Prompt(files),
        new MonitorSettings(
            format,
            new PseudonymKey("a key for tests only".getBytes(StandardCharsets.UTF_8)),
            SamplePacks.read(),
            lateness,
            null,
            Duration.ofMillis(1)),
        new MonitorSinks(
            new JsonLinesSink<>(file(out, "alerts")),
            new JsonLinesSink<>(file(out, "signals")),
            new JsonLinesSink<>(file(out, "dead-letters")),
            new JsonLinesSink<>(file(out, "late"))));
  }

  /** First records of alerts. */
  List<Alert> opened() {
    return alerts.stream().filter(alert -> alert.status() == Alert.Status.OPEN).toList();
  }

  /** One line of Tocsin's format. */
  static String line(String id, String author, String text, Instant at, @Nullable Instant edited) {
    Post post =
        new Post(
            id, "x", author, null, text, "en", at, edited, INGESTED, List.of(), List.of(),
            List.of(), null, null, List.of());
    return new String(Json.write(post), StandardCharsets.UTF_8);
  }

  static String deletion(String id, Instant at) {
    return "{\"deleted\":\"%s\",\"at\":\"%s\"}".formatted(id, at);
  }

  private static File file(Path folder, String name) {
    return folder.resolve(name).toFile();
  }

  private static <T> List<T> read(Path file, Class<T> type)
      throws IOException, UnreadableRecordException {
    List<T> records = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      records.add(Json.read(line.getBytes(StandardCharsets.UTF_8), type));
    }
    return records;
  }

  /** Emits watermarks behind each record rather than by the clock, so that runs are repeatable. */
  private record Prompt(PostSource source) implements PostSource {
    @Override
    public <T> SingleOutputStreamOperator<T> open(
        StreamExecutionEnvironment env, RecordHandler<T> handler, WatermarkStrategy<T> shipped) {
      return source.open(
          env,
          handler,
          WatermarkStrategy.<T>forGenerator(
                  context -> new AtEachRecord<>(shipped.createWatermarkGenerator(context)))
              .withTimestampAssigner(shipped));
    }

    @Override
    public String description() {
      return source.description();
    }
  }

  private record AtEachRecord<T>(WatermarkGenerator<T> shipped) implements WatermarkGenerator<T> {
    @Override
    public void onEvent(T event, long timestamp, WatermarkOutput output) {
      shipped.onEvent(event, timestamp, output);
      shipped.onPeriodicEmit(output);
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      // Behind each record already.
    }
  }
}
