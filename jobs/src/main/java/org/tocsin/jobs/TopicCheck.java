package org.tocsin.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.kafka.common.KafkaException;
import org.tocsin.connectors.sink.KafkaSinks;
import org.tocsin.connectors.topic.BrokerException;
import org.tocsin.connectors.topic.TopicAdmin;
import org.tocsin.connectors.topic.TopicFinding;
import org.tocsin.connectors.topic.TopicFinding.Level;
import org.tocsin.connectors.topic.TopicSpec;
import org.tocsin.connectors.topic.TopicSpec.CleanUp;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.jobs.options.TopicOptions;

/** Asks Kafka before a job starts: with a wrong address Flink would run on without any error. */
public final class TopicCheck {
  private TopicCheck() {}

  /**
   * Passes when the brokers answer, have all topics as the job needs them, and allow its
   * transactions.
   *
   * @throws CommandFailedException naming the address, or everything that is wrong
   */
  static void run(KafkaSinks sinks, TopicOptions options, List<TopicSpec> specs) {
    ask(
        sinks.properties(),
        admin -> {
          List<TopicFinding> findings =
              new ArrayList<>(findings(admin, specs, options.create(), options.partitions()));
          if (sinks.delivery() == DeliveryGuarantee.EXACTLY_ONCE) {
            admin.checkTransactions(sinks.transactionTimeoutMs()).ifPresent(findings::add);
          }
          return findings;
        });
  }

  /**
   * Passes when the brokers answer and have these topics, of whatever kind.
   *
   * @throws CommandFailedException naming the address, or every topic that is missing
   */
  public static void exist(Properties client, List<String> topics) {
    List<TopicSpec> specs =
        topics.stream().map(topic -> new TopicSpec(topic, CleanUp.COMPACTABLE)).toList();
    asNeeded(client, specs, false, 0);
  }

  /**
   * Passes when the brokers answer and have all topics as they have to be.
   *
   * @param create makes those that are missing
   * @param partitions of topics that are made and may have any number
   * @throws CommandFailedException naming the address, or everything that is wrong
   */
  public static void asNeeded(
      Properties client, List<TopicSpec> specs, boolean create, int partitions) {
    ask(client, admin -> findings(admin, specs, create, partitions));
  }

  private static List<TopicFinding> findings(
      TopicAdmin admin, List<TopicSpec> specs, boolean create, int partitions)
      throws BrokerException, InterruptedException {
    if (create) {
      admin.create(specs, partitions);
    }
    return admin.check(specs);
  }

  /** What to ask. */
  private interface Question {
    List<TopicFinding> put(TopicAdmin admin) throws BrokerException, InterruptedException;
  }

  private static void ask(Properties client, Question question) {
    List<TopicFinding> findings;
    try (TopicAdmin admin = new TopicAdmin(client)) {
      findings = question.put(admin);
    } catch (BrokerException | KafkaException e) {
      throw new CommandFailedException(
          "Kafka at %s does not answer within %d s: check --bootstrap and the security properties (%s)"
              .formatted(
                  client.get("bootstrap.servers"),
                  TopicAdmin.PATIENCE.toSeconds(),
                  CommandFailedException.rootMessage(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException("interrupted while asking Kafka for its topics");
    }
    String errors =
        findings.stream()
            .filter(finding -> finding.level() == Level.ERROR)
            .map(
                finding -> "Kafka at " + client.get("bootstrap.servers") + ": " + finding.message())
            .collect(Collectors.joining(System.lineSeparator()));
    if (!errors.isEmpty()) {
      throw new CommandFailedException(errors);
    }
  }
}
