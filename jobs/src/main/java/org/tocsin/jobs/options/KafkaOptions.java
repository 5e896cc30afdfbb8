package org.tocsin.jobs.options;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.sink.KafkaSinks;
import org.tocsin.connectors.source.KafkaPostSource;
import picocli.CommandLine.Option;

/** The Kafka cluster, its topics, and how a job reads and writes them. */
public final class KafkaOptions {
  @Option(
      names = "--bootstrap",
      required = true,
      paramLabel = "HOST:PORT,...",
      description = "Kafka brokers to begin with.")
  String bootstrap = "";

  @Option(
      names = "--kafka-property",
      paramLabel = "KEY=VALUE",
      description =
          "Client property, passed through to consumers and producers: security.protocol=SASL_SSL, ... Repeatable.")
  Map<String, String> property = new LinkedHashMap<>();

  @Option(
      names = "--kafka-properties",
      paramLabel = "FILE",
      description =
          "Client properties from a Java properties file: secrets stay off the command line.")
  @Nullable Path propertiesFile;

  @Option(
      names = "--posts-topic",
      defaultValue = "tocsin.posts",
      paramLabel = "TOPIC",
      description = "Posts in. Default: ${DEFAULT-VALUE}")
  String posts = "";

  @Option(
      names = "--alerts-topic",
      defaultValue = "tocsin.alerts",
      paramLabel = "TOPIC",
      description = "Alerts out. Default: ${DEFAULT-VALUE}")
  String alerts = "";

  @Option(
      names = "--signals-topic",
      defaultValue = "tocsin.signals",
      paramLabel = "TOPIC",
      description = "Signals out. Default: ${DEFAULT-VALUE}")
  String signals = "";

  @Option(
      names = "--dead-letters-topic",
      defaultValue = "tocsin.dead-letters",
      paramLabel = "TOPIC",
      description = "What cannot be read, out. Default: ${DEFAULT-VALUE}")
  String deadLetters = "";

  @Option(
      names = "--late-posts-topic",
      defaultValue = "tocsin.late-posts",
      paramLabel = "TOPIC",
      description = "Signals that came after their window, out. Default: ${DEFAULT-VALUE}")
  String latePosts = "";

  @Option(
      names = "--verdicts-topic",
      paramLabel = "TOPIC",
      description =
          "What analysts decide about alerts, in: snoozes and acknowledges. Default: none is read.")
  @Nullable String verdicts;

  @Option(
      names = "--watches-topic",
      paramLabel = "TOPIC",
      description = "Watches that analysts arm after attacks, in. Default: none is read.")
  @Nullable String watches;

  @Option(
      names = "--group",
      defaultValue = "tocsin-monitor",
      paramLabel = "ID",
      description =
          "Consumer group, and prefix of transaction ids: unique to the job. Default: ${DEFAULT-VALUE}")
  String group = "";

  @Option(
      names = "--start-offsets",
      defaultValue = "group",
      paramLabel = "WHERE",
      description =
          "Where to begin without a checkpoint: earliest, latest, or group (where the group left off, else earliest). Default:"
              + " ${DEFAULT-VALUE}")
  String startOffsets = "";

  @Option(
      names = "--delivery",
      defaultValue = "exactly-once",
      paramLabel = "HOW",
      description =
          "exactly-once (for read_committed readers) or at-least-once. Default: ${DEFAULT-VALUE}")
  String delivery = "";

  /** Client properties; mistakes are added to the list. */
  public Properties properties(List<String> mistakes) {
    Properties client = new Properties();
    if (propertiesFile != null) {
      try (Reader reader = Files.newBufferedReader(propertiesFile)) {
        client.load(reader);
      } catch (IOException e) {
        mistakes.add(
            "--kafka-properties " + propertiesFile + ": cannot be read: " + e.getMessage());
      }
    }
    client.putAll(property);
    client.put("bootstrap.servers", bootstrap);
    return client;
  }

  /** The posts topic; mistakes are added to the list. */
  @SuppressWarnings("deprecation") // The connector asks for Kafka's deprecated enum.
  public KafkaPostSource source(Properties client, List<String> mistakes) {
    OffsetsInitializer start =
        switch (startOffsets) {
          case "earliest" -> OffsetsInitializer.earliest();
          case "latest" -> OffsetsInitializer.latest();
          case "group" -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
          default -> {
            mistakes.add(
                "--start-offsets '%s': expected earliest, latest or group".formatted(startOffsets));
            yield OffsetsInitializer.earliest();
          }
        };
    return new KafkaPostSource(posts, group, start, client);
  }

  /** Sinks; mistakes are added to the list. */
  public KafkaSinks sinks(Properties client, List<String> mistakes) {
    DeliveryGuarantee guarantee = DeliveryGuarantee.EXACTLY_ONCE;
    switch (delivery.toLowerCase(Locale.ROOT)) {
      case "exactly-once" -> {}
      case "at-least-once" -> guarantee = DeliveryGuarantee.AT_LEAST_ONCE;
      default ->
          mistakes.add(
              "--delivery '%s': expected exactly-once or at-least-once".formatted(delivery));
    }
    return new KafkaSinks(client, guarantee, group);
  }

  /** Alerts out. */
  public String alertsTopic() {
    return alerts;
  }

  /** Signals out. */
  public String signalsTopic() {
    return signals;
  }

  /** Dead letters out. */
  public String deadLettersTopic() {
    return deadLetters;
  }

  /** Late posts out. */
  public String latePostsTopic() {
    return latePosts;
  }

  /** Verdicts in; null when none are read. */
  public @Nullable String verdictsTopic() {
    return verdicts;
  }

  /** Watches in; null when none are read. */
  public @Nullable String watchesTopic() {
    return watches;
  }

  /** Consumer group. */
  public String group() {
    return group;
  }

  /** Every topic that the job uses. */
  public List<String> topics() {
    return Stream.of(posts, alerts, signals, deadLetters, latePosts, verdicts, watches)
        .filter(Objects::nonNull)
        .toList();
  }
}
