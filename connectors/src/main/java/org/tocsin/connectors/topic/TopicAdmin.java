package org.tocsin.connectors.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.tocsin.connectors.topic.TopicSpec.CleanUp;

/**
 * Makes topics, and compares them with what a job needs. Every call ends within {@link #PATIENCE}.
 */
public final class TopicAdmin implements AutoCloseable {
  /** How long brokers may take to answer. */
  public static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Admin admin;

  /**
   * Connects.
   *
   * @param client client properties, {@code bootstrap.servers} and security among them
   * @throws KafkaException when they cannot be used
   */
  public TopicAdmin(Properties client) {
    Properties asking = new Properties();
    asking.putAll(client);
    // Closing waits for calls under way: by default a minute.
    asking.put("default.api.timeout.ms", Long.toString(PATIENCE.toMillis()));
    asking.put("request.timeout.ms", Long.toString(PATIENCE.toMillis()));
    this.admin = Admin.create(asking);
  }

  /**
   * What is wrong with the topics, missing ones in one finding.
   *
   * @throws BrokerException when the brokers do not answer
   */
  public List<TopicFinding> check(Collection<TopicSpec> specs)
      throws BrokerException, InterruptedException {
    List<TopicFinding> findings = new ArrayList<>();
    List<String> missing = missing(specs).stream().map(TopicSpec::name).toList();
    if (!missing.isEmpty()) {
      findings.add(
          TopicFinding.error(
              ("there is no topic %s: create it (--create-topics, docs/topics.md), or name another"
                      + " by --topic")
                  .formatted(String.join(", ", missing))));
    }
    List<TopicSpec> known = specs.stream().filter(s -> !missing.contains(s.name())).toList();
    Map<String, TopicDescription> descriptions = describe(known);
    for (TopicSpec spec : known) {
      int partitions = Objects.requireNonNull(descriptions.get(spec.name())).partitions().size();
      if (spec.partitions() != 0 && partitions != spec.partitions()) {
        findings.add(
            TopicFinding.error(
                "topic %s has %d partitions; expected %d: create it anew"
                    .formatted(spec.name(), partitions, spec.partitions())));
      }
      cleanUp(spec).ifPresent(findings::add);
    }
    return findings;
  }

  private Optional<TopicFinding> cleanUp(TopicSpec spec)
      throws BrokerException, InterruptedException {
    Optional<String> policy =
        config(ConfigResource.Type.TOPIC, spec.name(), TopicConfig.CLEANUP_POLICY_CONFIG);
    boolean compacts = policy.orElse("").contains(TopicConfig.CLEANUP_POLICY_COMPACT);
    if (policy.isEmpty() || spec.cleanUp() == CleanUp.COMPACTABLE) {
      return Optional.empty();
    }
    if (compacts && spec.cleanUp() == CleanUp.BY_TIME) {
      return Optional.of(
          TopicFinding.error(
              ("topic %s is compacted: records that share a key would be lost; set"
                      + " cleanup.policy=delete")
                  .formatted(spec.name())));
    }
    if (spec.cleanUp() == CleanUp.COMPACTED
        && !policy.get().equals(TopicConfig.CLEANUP_POLICY_COMPACT)) {
      return Optional.of(
          TopicFinding.error(
              ("topic %s has cleanup.policy=%s: what jobs still need would be deleted in time; set"
                      + " cleanup.policy=compact")
                  .formatted(spec.name(), policy.get())));
    }
    return Optional.empty();
  }

  /**
   * Compares a producer's transaction time-out with the longest that the brokers allow; nothing
   * when they do not tell it to this user.
   */
  public Optional<TopicFinding> checkTransactions(long timeoutMs)
      throws BrokerException, InterruptedException {
    String broker = Integer.toString(answer(admin.describeCluster().controller()).id());
    Optional<Long> most =
        config(ConfigResource.Type.BROKER, broker, "transaction.max.timeout.ms").map(Long::valueOf);
    return most.filter(limit -> timeoutMs > limit)
        .map(
            limit ->
                TopicFinding.error(
                    ("transaction.timeout.ms is %d, the brokers allow %d"
                            + " (transaction.max.timeout.ms): set -X transaction.timeout.ms=%d, or"
                            + " raise what they allow")
                        .formatted(timeoutMs, limit, limit)));
  }

  /**
   * Makes those that are missing, with the brokers' own replication factor, and returns when every
   * partition has a leader: records that are written sooner can be lost.
   *
   * @param partitions of topics that may have any number
   * @return those that were made
   */
  public List<TopicSpec> create(Collection<TopicSpec> specs, int partitions)
      throws BrokerException, InterruptedException {
    List<TopicSpec> missing = missing(specs);
    List<NewTopic> topics = missing.stream().map(spec -> newTopic(spec, partitions)).toList();
    try {
      answer(admin.createTopics(topics).all());
    } catch (BrokerException e) {
      // Another job may have made it in the meantime.
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
    awaitLeaders(topics);
    return missing;
  }

  private static NewTopic newTopic(TopicSpec spec, int partitions) {
    Optional<Integer> count = Optional.of(spec.partitions() == 0 ? partitions : spec.partitions());
    return new NewTopic(spec.name(), count, Optional.empty())
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                spec.cleanUp() == CleanUp.BY_TIME
                    ? TopicConfig.CLEANUP_POLICY_DELETE
                    : TopicConfig.CLEANUP_POLICY_COMPACT));
  }

  private void awaitLeaders(List<NewTopic> topics) throws BrokerException, InterruptedException {
    Map<TopicPartition, OffsetSpec> all = new HashMap<>();
    for (NewTopic topic : topics) {
      for (int partition = 0; partition < topic.numPartitions(); partition++) {
        all.put(new TopicPartition(topic.name(), partition), OffsetSpec.earliest());
      }
    }
    // The client itself asks again until its time is over.
    answer(admin.listOffsets(all).all());
  }

  private List<TopicSpec> missing(Collection<TopicSpec> specs)
      throws BrokerException, InterruptedException {
    Collection<String> known = answer(admin.listTopics().names());
    return specs.stream().filter(spec -> !known.contains(spec.name())).toList();
  }

  private Map<String, TopicDescription> describe(List<TopicSpec> specs)
      throws BrokerException, InterruptedException {
    return answer(
        admin.describeTopics(specs.stream().map(TopicSpec::name).toList()).allTopicNames());
  }

  /** How many partitions each existing topic has. */
  public Map<String, Integer> partitions(Collection<TopicSpec> specs)
      throws BrokerException, InterruptedException {
    List<TopicSpec> missing = missing(specs);
    Map<String, Integer> counts = new HashMap<>();
    describe(specs.stream().filter(spec -> !missing.contains(spec)).toList())
        .forEach((name, topic) -> counts.put(name, topic.partitions().size()));
    return counts;
  }

  /** How many records a group has not read at its last commit; empty when it has committed none. */
  public OptionalLong lag(String group, String topic) throws BrokerException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
    answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
        .forEach(
            (partition, offset) -> {
              if (partition.topic().equals(topic) && offset != null) {
                read.put(partition, offset);
              }
            });
    if (read.isEmpty()) {
      return OptionalLong.empty();
    }
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    read.keySet().forEach(partition -> ends.put(partition, OffsetSpec.latest()));
    long lag = 0;
    for (var end : answer(admin.listOffsets(ends).all()).entrySet()) {
      lag += end.getValue().offset() - Objects.requireNonNull(read.get(end.getKey())).offset();
    }
    return OptionalLong.of(lag);
  }

  /** A setting; empty when this user may not see it. */
  private Optional<String> config(ConfigResource.Type type, String name, String key)
      throws BrokerException, InterruptedException {
    ConfigResource resource = new ConfigResource(type, name);
    try {
      return Optional.ofNullable(
              answer(admin.describeConfigs(List.of(resource)).all()).get(resource))
          .map(config -> config.get(key))
          .map(ConfigEntry::value);
    } catch (BrokerException e) {
      if (e.getCause() instanceof AuthorizationException
          || e.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static <T> T answer(KafkaFuture<T> future) throws BrokerException, InterruptedException {
    try {
      return future.get(PATIENCE.toSeconds() + 1, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new BrokerException(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw new BrokerException(e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
