package org.tocsin.jobs.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.connectors.source.KafkaPostSource;
import picocli.CommandLine;

class KafkaOptionsTest {
  private final List<String> mistakes = new ArrayList<>();

  private static KafkaOptions parse(String... args) {
    return CommandLine.populateCommand(new KafkaOptions(), args);
  }

  @Test
  void defaults_areTheDocumentedOnes() {
    KafkaOptions options = parse("--bootstrap", "a:1");
    Properties client = options.properties(mistakes);
    assertThat(client).containsOnly(java.util.Map.entry("bootstrap.servers", "a:1"));
    KafkaPostSource source = options.source(client, mistakes);
    assertThat(source.topic()).isEqualTo("tocsin.posts");
    assertThat(source.group()).isEqualTo("tocsin-monitor");
    assertThat(options.sinks(client, mistakes).delivery())
        .isEqualTo(DeliveryGuarantee.EXACTLY_ONCE);
    assertThat(options.sinks(client, mistakes).transactionTimeoutMs()).isEqualTo(600_000);
    assertThat(options.topics().create()).isFalse();
    assertThat(options.topics().partitions()).isEqualTo(4);
    assertThat(mistakes).isEmpty();
  }

  @Test
  void everyOption_isRead(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("client.properties"), "sasl.mechanism=PLAIN\nclient.id=file\n");
    KafkaOptions options =
        parse(
            "--bootstrap",
            "a:1",
            "--kafka-config",
            file.toString(),
            "-X",
            "client.id=line",
            "--kafka-property",
            "transaction.timeout.ms=7",
            "--topic-prefix",
            "desk.",
            "--topic",
            "posts=p",
            "--create-topics",
            "--partitions",
            "8",
            "--group",
            "g",
            "--start-offsets",
            "latest",
            "--delivery",
            "at-least-once");
    Properties client = options.properties(mistakes);
    assertThat(client).containsEntry("sasl.mechanism", "PLAIN").containsEntry("client.id", "line");
    assertThat(options.source(client, mistakes).topic()).isEqualTo("p");
    assertThat(options.topics().name(Topic.ALERTS)).isEqualTo("desk.alerts");
    assertThat(options.topics().create()).isTrue();
    assertThat(options.topics().partitions()).isEqualTo(8);
    assertThat(options.sinks(client, mistakes).transactionTimeoutMs()).isEqualTo(7);
    assertThat(options.source(client, mistakes).group()).isEqualTo("g");
    assertThat(options.sinks(client, mistakes).delivery())
        .isEqualTo(DeliveryGuarantee.AT_LEAST_ONCE);
    assertThat(mistakes).isEmpty();
  }

  @Test
  void wrongValues_areAllTold() {
    KafkaOptions options =
        parse(
            "--bootstrap",
            "a:1",
            "--kafka-config",
            "/none",
            "-X",
            "transaction.timeout.ms=10m",
            "--start-offsets",
            "begin",
            "--delivery",
            "twice");
    Properties client = options.properties(mistakes);
    options.source(client, mistakes);
    options.sinks(client, mistakes);
    assertThat(mistakes)
        .hasSize(4)
        .anyMatch(mistake -> mistake.contains("'10m': expected milliseconds"))
        .anyMatch(mistake -> mistake.contains("/none: cannot be read"))
        .anyMatch(mistake -> mistake.contains("'begin': expected earliest, latest or group"))
        .anyMatch(mistake -> mistake.contains("'twice': expected exactly-once or at-least-once"));
  }
}
