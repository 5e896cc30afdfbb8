package org.tocsin.jobs.options;

import java.util.List;
import java.util.Properties;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The Kafka cluster, and how to connect to it. */
public final class BrokerOptions {
  @Option(
      names = "--bootstrap",
      required = true,
      paramLabel = "HOST:PORT,...",
      description = "Kafka brokers to begin with.")
  String bootstrap = "";

  @Mixin ClientOptions client = new ClientOptions();

  /** Client properties; mistakes are added to the list. */
  public Properties properties(List<String> mistakes) {
    return client.properties(bootstrap, mistakes);
  }
}
