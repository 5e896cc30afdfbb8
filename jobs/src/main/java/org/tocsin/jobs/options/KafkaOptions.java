package org.tocsin.jobs.options;

import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.sink.KafkaSinks;
import org.tocsin.connectors.source.KafkaPostSource;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a job reads and writes its topics. */
public final class KafkaOptions {
  @Mixin BrokerOptions broker = new BrokerOptions();
  @Mixin TopicOptions topics = new TopicOptions();

  @Option(
      names = "--group",
      paramLabel = "ID",
      description =
          "Consumer group, and prefix of transaction ids: unique to the job. Default: tocsin- and"
              + " the job's name, as in tocsin-monitor")
  @Nullable String group;

  @Option(
      names = "--start-offsets",
      defaultValue = "group",
      paramLabel = "WHERE",
      description =
          "Where to begin without a checkpoint: earliest, latest, or group (where the group left"
              + " off, else earliest). Default: ${DEFAULT-VALUE}")
  String startOffsets = "";

  @Option(
      names = "--delivery",
      defaultValue = "exactly-once",
      paramLabel = "HOW",
      description =
          "exactly-once (for read_committed readers) or at-least-once. Default: ${DEFAULT-VALUE}")
  String delivery = "";

  private String job = "monitor";

  /** Client properties; mistakes are added to the list. */
  public Properties properties(List<String> mistakes) {
    return broker.properties(mistakes);
  }

  /** The posts topic; mistakes are added to the list. */
  public KafkaPostSource source(Properties client, List<String> mistakes) {
    return new KafkaPostSource(topics.name(Topic.POSTS), group(), start(mistakes), client);
  }

  /** Where to begin without a checkpoint; mistakes are added to the list. */
  @SuppressWarnings("deprecation") // The connector asks for Kafka's deprecated enum.
  public OffsetsInitializer start(List<String> mistakes) {
    return switch (startOffsets) {
      case "earliest" -> OffsetsInitializer.earliest();
      case "latest" -> OffsetsInitializer.latest();
      case "group" -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
      default -> {
        mistakes.add(
            "--start-offsets '%s': expected earliest, latest or group".formatted(startOffsets));
        yield OffsetsInitializer.earliest();
      }
    };
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
    KafkaSinks sinks = new KafkaSinks(client, guarantee, group());
    try {
      sinks.transactionTimeoutMs();
    } catch (NumberFormatException e) {
      mistakes.add(
          "transaction.timeout.ms '%s': expected milliseconds"
              .formatted(client.get("transaction.timeout.ms")));
    }
    return sinks;
  }

  /** What the topics are called. */
  public TopicOptions topics() {
    return topics;
  }

  /** Consumer group of the job. */
  public String group() {
    return group == null ? "tocsin-" + job : group;
  }

  /** The job that these options are of. */
  public void ofJob(String name) {
    job = name;
  }
}
