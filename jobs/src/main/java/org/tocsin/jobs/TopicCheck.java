package org.tocsin.jobs;

import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.tocsin.jobs.options.CommandFailedException;

/** Asks Kafka before anything starts: with a wrong address Flink would run on without any error. */
public final class TopicCheck {
  private static final long SECONDS = 15;

  private TopicCheck() {}

  /**
   * Passes when the cluster answers and has all these topics.
   *
   * @throws CommandFailedException naming the address, or every topic that is missing
   */
  public static void run(Properties client, List<String> topics) {
    run(client, topics, SECONDS);
  }

  /** As {@link #run(Properties, List)}, with this much patience. */
  public static void run(Properties client, List<String> topics, long seconds) {
    Properties asking = new Properties();
    asking.putAll(client);
    // Closing waits for calls under way: by default a minute.
    asking.put("default.api.timeout.ms", Long.toString(seconds * 1000));
    asking.put("request.timeout.ms", Long.toString(seconds * 1000));
    try (Admin admin = Admin.create(asking)) {
      Set<String> known = admin.listTopics().names().get(seconds + 1, TimeUnit.SECONDS);
      List<String> missing = topics.stream().filter(topic -> !known.contains(topic)).toList();
      if (!missing.isEmpty()) {
        throw new CommandFailedException(
            "Kafka at %s has no topic %s. Create it (docs/topics.md), or name another by --posts-topic, --alerts-topic, ..."
                .formatted(client.get("bootstrap.servers"), String.join(", ", missing)));
      }
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new CommandFailedException(
          "Kafka at %s does not answer within %d s: check --bootstrap and the security properties (%s)"
              .formatted(
                  client.get("bootstrap.servers"), seconds, CommandFailedException.rootMessage(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException("interrupted while asking Kafka for its topics");
    }
  }
}
