package org.tocsin.jobs.options;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The Kafka cluster, and how to connect to it. */
public final class BrokerOptions {
  @Option(
      names = "--bootstrap",
      required = true,
      paramLabel = "HOST:PORT,...",
      description = "Kafka brokers to begin with.")
  String bootstrap = "";

  @Option(
      names = {"-X", "--kafka-property"},
      paramLabel = "KEY=VALUE",
      description =
          "Client property, passed through to consumers and producers: security.protocol=SASL_SSL,"
              + " ... Repeatable.")
  Map<String, String> property = new LinkedHashMap<>();

  @Option(
      names = {"--kafka-config", "--kafka-properties"},
      paramLabel = "FILE",
      description =
          "Client properties from a Java properties file: secrets stay off the command line.")
  @Nullable Path file;

  /** Client properties; mistakes are added to the list. */
  public Properties properties(List<String> mistakes) {
    Properties client = new Properties();
    if (file != null) {
      try (Reader reader = Files.newBufferedReader(file)) {
        client.load(reader);
      } catch (IOException e) {
        mistakes.add("--kafka-config " + file + ": cannot be read: " + e.getMessage());
      }
    }
    client.putAll(property);
    client.put("bootstrap.servers", bootstrap);
    return client;
  }
}
