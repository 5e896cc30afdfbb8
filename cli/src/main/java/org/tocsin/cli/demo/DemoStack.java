package org.tocsin.cli.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.FileUtils;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.tocsin.cli.LocalFlink;
import org.tocsin.cli.Totals;
import org.tocsin.cli.alerts.AlertTopic;
import org.tocsin.cli.card.Ink;
import org.tocsin.cli.demo.TimedRecords.Timed;
import org.tocsin.connectors.format.PostFormat;
import org.tocsin.connectors.sink.KafkaSinks;
import org.tocsin.connectors.source.KafkaPostSource;
import org.tocsin.events.Alert;
import org.tocsin.events.DeadLetter;
import org.tocsin.events.PseudonymKey;
import org.tocsin.events.Signal;
import org.tocsin.jobs.MonitorSettings;
import org.tocsin.jobs.MonitorSinks;
import org.tocsin.jobs.MonitorTopology;
import org.tocsin.lexicons.pack.PackSource;

/** Broker, Flink and the running job; all gone when closed, also on Ctrl-C. */
final class DemoStack implements AutoCloseable {
  static final List<String> TOPICS =
      List.of(
          "tocsin.posts",
          "tocsin.signals",
          "tocsin.alerts",
          "tocsin.dead-letters",
          "tocsin.late-posts");

  private static final int BAR_WIDTH = 79;
  private static final int PARTITIONS = 2;
  private static final String GROUP = "tocsin-demo";
  private static final Duration LATENESS = Duration.ofMinutes(2);
  private static final Duration IDLENESS = Duration.ofSeconds(60);
  private static final Duration RETENTION = Duration.ofDays(1);
  private static final Duration CHECKPOINTS = Duration.ofSeconds(1);

  private final Path folder;
  private final EmbeddedKafka kafka;
  private final JobClient job;
  private final int uiPort;
  private final long started = System.nanoTime();
  private final Thread onExit = new Thread(this::stop, "demo-stop");
  private boolean stopped;

  private DemoStack(Path folder, EmbeddedKafka kafka, JobClient job, int uiPort) {
    this.folder = folder;
    this.kafka = kafka;
    this.job = job;
    this.uiPort = uiPort;
  }

  static DemoStack start(PostFormat format, PseudonymKey key, PackSource packs, int uiPort)
      throws Exception {
    Path folder = Files.createTempDirectory("tocsin-demo");
    EmbeddedKafka kafka = EmbeddedKafka.start(folder);
    kafka.create(TOPICS, PARTITIONS);
    int port = freePortFrom(uiPort);
    StreamExecutionEnvironment env = LocalFlink.streaming(PARTITIONS, port, CHECKPOINTS);
    KafkaSinks sinks = new KafkaSinks(kafka.client(), DeliveryGuarantee.EXACTLY_ONCE, GROUP);
    MonitorTopology.build(
        env,
        new KafkaPostSource(TOPICS.get(0), GROUP, OffsetsInitializer.earliest(), kafka.client()),
        new MonitorSettings(format, key, packs, LATENESS, IDLENESS, RETENTION),
        new MonitorSinks(
            sinks.to(TOPICS.get(2), Alert::id),
            sinks.to(TOPICS.get(1), Signal::key),
            sinks.to(TOPICS.get(3), DeadLetter::origin),
            sinks.to(TOPICS.get(4), Signal::key)));
    DemoStack stack = new DemoStack(folder, kafka, env.executeAsync("tocsin monitor (demo)"), port);
    Runtime.getRuntime().addShutdownHook(stack.onExit);
    return stack;
  }

  String bootstrap() {
    return kafka.bootstrap();
  }

  String uiAddress() {
    return "http://127.0.0.1:" + uiPort;
  }

  /**
   * Replays, drains the job and gives its totals, for people; alerts are told as they are
   * committed.
   */
  String replay(List<Timed> records, Duration took, Consumer<Alert> seen) throws Exception {
    AtomicBoolean ending = new AtomicBoolean();
    Thread tailing =
        new Thread(
            () -> {
              try (AlertTopic alerts = new AlertTopic(kafka.client(), TOPICS.get(2))) {
                alerts.readUntil(ending::get, seen);
              }
            },
            "alert-tail");
    tailing.setDaemon(true);
    tailing.start();
    try (ProgressBar bar = bar(records.size())) {
      LongConsumer progress = bar == null ? written -> {} : bar::stepTo;
      Replay.run(kafka.client(), TOPICS.get(0), records, took, progress);
    }
    awaitAllRead();
    job.stopWithSavepoint(
            true, folder.resolve("savepoint").toUri().toString(), SavepointFormatType.CANONICAL)
        .get();
    ending.set(true);
    tailing.join();
    double seconds = (System.nanoTime() - started) / 1e9;
    return Totals.of(job.getJobExecutionResult().get()).summary(seconds);
  }

  private static @Nullable ProgressBar bar(int records) {
    if (Ink.auto() == Ink.PLAIN) {
      return null;
    }
    // On one line of its own, without line ends, so that a card can take its place.
    return new ProgressBarBuilder()
        .setTaskName("Replay")
        .setInitialMax(records)
        .setConsumer(
            new DelegatingProgressBarConsumer(bar -> System.err.print("\r" + bar), BAR_WIDTH))
        .build();
  }

  /**
   * Offsets are committed on checkpoints: when the group is at the end, every post is in a
   * checkpoint.
   */
  private void awaitAllRead() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(kafka.client())) {
      Map<TopicPartition, OffsetSpec> partitions =
          java.util.stream.IntStream.range(0, PARTITIONS)
              .mapToObj(partition -> new TopicPartition(TOPICS.get(0), partition))
              .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
      var ends = admin.listOffsets(partitions).all().get();
      boolean behind = true;
      while (behind) {
        var read = admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get();
        behind =
            ends.entrySet().stream()
                .anyMatch(
                    end ->
                        end.getValue().offset() > 0
                            && (read.get(end.getKey()) == null
                                || read.get(end.getKey()).offset() < end.getValue().offset()));
        if (behind) {
          TimeUnit.MILLISECONDS.sleep(200);
        }
      }
    }
  }

  private static int freePortFrom(int first) throws IOException {
    for (int port = first; port <= Math.min(65535, first + 100); port++) {
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // Taken: the next one.
      }
    }
    throw new IOException("no free port from " + first + " on for Flink's web UI");
  }

  @Override
  public void close() {
    stop();
    Runtime.getRuntime().removeShutdownHook(onExit);
  }

  private synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    try {
      if (!job.getJobStatus().get(10, TimeUnit.SECONDS).isTerminalState()) {
        job.cancel().get(10, TimeUnit.SECONDS);
      }
    } catch (Exception e) {
      // The cluster is gone with this process anyway.
    }
    kafka.close();
    FileUtils.deleteDirectoryQuietly(folder.toFile());
  }
}
