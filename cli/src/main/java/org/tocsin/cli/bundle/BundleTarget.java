package org.tocsin.cli.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.tocsin.connectors.bundles.BundleTopic;
import org.tocsin.jobs.TopicCheck;
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
  BundleTopic open(boolean create) {
    List<String> mistakes = new ArrayList<>();
    Properties client = broker.properties(mistakes);
    if (!mistakes.isEmpty()) {
      throw new WrongUsageException(mistakes);
    }
    TopicCheck.asNeeded(client, List.of(BundleTopic.spec(name)), create, 1);
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
