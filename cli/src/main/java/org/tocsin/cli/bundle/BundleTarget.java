package org.tocsin.cli.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.tocsin.connectors.bundles.BundleTopic;
import org.tocsin.connectors.topic.BrokerException;
import org.tocsin.connectors.topic.TopicAdmin;
import org.tocsin.connectors.topic.TopicFinding;
import org.tocsin.connectors.topic.TopicSpec;
import org.tocsin.jobs.options.BrokerOptions;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.jobs.options.WrongUsageException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The topic that bundles are published on. */
final class BundleTarget {
  @Mixin private BrokerOptions broker = new BrokerOptions();

  @Option(
      names = "--bundles-topic",
      defaultValue = "tocsin.bundles",
      paramLabel = "TOPIC",
      description = "Where bundles are published. Default: ${DEFAULT-VALUE}")
  private String name = "";

  /**
   * The topic, as it has to be.
   *
   * @param create makes it when it is missing
   * @throws CommandFailedException saying what is wrong with it
   */
  BundleTopic open(boolean create) throws InterruptedException {
    List<String> mistakes = new ArrayList<>();
    Properties client = broker.properties(mistakes);
    if (!mistakes.isEmpty()) {
      throw new WrongUsageException(mistakes);
    }
    List<TopicSpec> specs = List.of(BundleTopic.spec(name));
    try (TopicAdmin admin = new TopicAdmin(client)) {
      if (create) {
        admin.create(specs, 1);
      }
      List<TopicFinding> findings = admin.check(specs);
      if (!findings.isEmpty()) {
        throw new CommandFailedException(
            String.join(
                System.lineSeparator(), findings.stream().map(TopicFinding::message).toList()));
      }
    } catch (BrokerException | KafkaException e) {
      throw new CommandFailedException(
          "Kafka at %s does not answer within %d s: check --bootstrap and the security properties (%s)"
              .formatted(
                  client.get("bootstrap.servers"),
                  TopicAdmin.PATIENCE.toSeconds(),
                  CommandFailedException.rootMessage(e)));
    }
    return new BundleTopic(client, name);
  }

  /** Does it, and tells what Kafka says when it cannot be done. */
  <T> T ask(Callable<T> question) throws Exception {
    try {
      return question.call();
    } catch (KafkaException e) {
      throw new CommandFailedException(
          "topic %s: %s".formatted(name, CommandFailedException.rootMessage(e)));
    }
  }
}
