package org.tocsin.jobs.options;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.connectors.bundles.BundleTopic;
import org.tocsin.connectors.topic.TopicSpec;
import picocli.CommandLine.Option;

/** What the topics of a job are called, and whether it makes them. */
public final class TopicOptions {
  @Option(
      names = "--topic-prefix",
      defaultValue = "tocsin.",
      paramLabel = "PREFIX",
      description =
          "Before the name of each topic: posts in; signals, alerts, dead-letters, late-posts out;"
              + " bundles, verdicts, watches in when followed. Default: ${DEFAULT-VALUE}")
  String prefix = "";

  @Option(
      names = "--topic",
      split = ",",
      paramLabel = "KIND=NAME",
      description =
          "A topic of another name, as in posts=firehose,alerts=desk.alerts; the prefix is not put"
              + " before it.")
  Map<String, String> named = new LinkedHashMap<>();

  @Option(
      names = "--create-topics",
      description =
          "Makes topics that are missing, alerts compacted, with the brokers' own replication"
              + " factor.")
  boolean create;

  @Option(
      names = "--partitions",
      defaultValue = "4",
      paramLabel = "N",
      description =
          "How many partitions --create-topics gives each; more than the job's parallelism leaves"
              + " room to grow. Default: ${DEFAULT-VALUE}")
  int partitions;

  /** The name of a topic. */
  public String name(Topic topic) {
    return named.getOrDefault(topic.label(), prefix + topic.label());
  }

  /**
   * All topics but those by which people steer; mistakes are added to the list.
   *
   * @param followed of the control topics, those that are read
   */
  public List<TopicSpec> specs(List<String> mistakes, Set<Topic> followed) {
    return specsOf(
        mistakes,
        Arrays.stream(Topic.values())
            .filter(topic -> !topic.isControl() || followed.contains(topic))
            .collect(Collectors.toSet()));
  }

  /**
   * The topics as a job needs them; mistakes are added to the list.
   *
   * @param used those that it reads or writes
   */
  public List<TopicSpec> specsOf(List<String> mistakes, Set<Topic> used) {
    List<String> kinds = Arrays.stream(Topic.values()).map(Topic::label).toList();
    named.forEach(
        (kind, name) -> {
          if (!kinds.contains(kind)) {
            mistakes.add(
                "--topic %s=%s: there is no '%s'; kinds are %s"
                    .formatted(kind, name, kind, String.join(", ", kinds)));
          }
        });
    if (partitions < 1) {
      mistakes.add("--partitions %d: expected at least 1".formatted(partitions));
    }
    Map<String, Topic> uses = new LinkedHashMap<>();
    for (Topic topic : Topic.values()) {
      Topic other = uses.put(name(topic), topic);
      if (other != null) {
        mistakes.add(
            "topic %s is both %s and %s: expected one for each"
                .formatted(name(topic), other.label(), topic.label()));
      }
    }
    return used.stream().sorted().map(this::spec).toList();
  }

  /** A topic as it has to be. */
  public TopicSpec spec(Topic topic) {
    return topic == Topic.BUNDLES
        ? BundleTopic.spec(name(topic))
        : new TopicSpec(name(topic), topic.cleanUp());
  }

  /** Whether missing topics are to be made. */
  public boolean create() {
    return create;
  }

  /** Of topics that are made. */
  public int partitions() {
    return partitions;
  }
}
