package org.tocsin.cli.alerts;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Alert;
import org.tocsin.events.Json;
import org.tocsin.events.UnreadableRecordException;
import org.tocsin.jobs.TopicCheck;
import org.tocsin.jobs.options.ClientOptions;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.jobs.options.WrongUsageException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where alerts are read from: a topic or a file. */
final class Origin {
  @Option(
      names = {"--file", "--alerts"},
      paramLabel = "FILE",
      description = "Alerts as JSON lines, such as tocsin monitor --alerts writes.")
  @Nullable Path file;

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT,...",
      description = "Kafka brokers to begin with.")
  @Nullable String bootstrap;

  @Option(
      names = "--topic",
      defaultValue = "tocsin.alerts",
      paramLabel = "TOPIC",
      description = "Topic of alerts. Default: ${DEFAULT-VALUE}")
  String topic = "";

  @Mixin private ClientOptions connection = new ClientOptions();

  private Properties client = new Properties();

  /** Adds what is wrong with the choice. */
  void check(List<String> mistakes) {
    if ((file == null) == (bootstrap == null)) {
      mistakes.add("where are the alerts? Give either --bootstrap HOST:PORT or --file FILE");
    } else if (file != null && !Files.isRegularFile(file)) {
      mistakes.add("--file %s: there is no such file".formatted(file));
    }
    client = connection.properties(bootstrap == null ? "" : bootstrap, mistakes);
  }

  /** Throws what is wrong, if anything. */
  static void refuse(List<String> mistakes) {
    if (!mistakes.isEmpty()) {
      throw new WrongUsageException(mistakes);
    }
  }

  /** Whether alerts come from a file. */
  boolean isFile() {
    return file != null;
  }

  /**
   * Gives every alert that there is now, each revision, oldest first within a partition.
   *
   * @throws CommandFailedException when the broker does not answer or the file cannot be read
   */
  void read(Consumer<Alert> seen) {
    if (file == null) {
      ready(topic);
      try (AlertTopic alerts = new AlertTopic(client(), topic)) {
        alerts.readToEnd(seen);
      }
    } else {
      readFile(file, seen);
    }
  }

  /** Fails, soon, when Kafka does not answer or lacks the topics. */
  void ready(String... topics) {
    TopicCheck.exist(client(), List.of(topics));
  }

  private static void readFile(Path file, Consumer<Alert> seen) {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          seen.accept(alert(line, file + ":" + number));
        }
      }
    } catch (IOException e) {
      throw new CommandFailedException(
          "%s cannot be read: %s".formatted(file, CommandFailedException.rootMessage(e)));
    }
  }

  private static Alert alert(String line, String place) {
    try {
      return Json.read(line.getBytes(StandardCharsets.UTF_8), Alert.class);
    } catch (UnreadableRecordException e) {
      throw new CommandFailedException("%s: not an alert: %s".formatted(place, e.getMessage()));
    }
  }

  /** Kafka client properties, once {@link #check} has read them. */
  Properties client() {
    return client;
  }
}
