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

/** How to connect to Kafka, wherever its brokers are. */
public final class ClientOptions {
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

  /**
   * Client properties; mistakes are added to the list.
   *
   * @param bootstrap brokers to begin with
   */
  public Properties properties(String bootstrap, List<String> mistakes) {
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
