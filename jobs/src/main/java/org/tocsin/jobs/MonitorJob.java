package org.tocsin.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.bundles.BundleTopic;
import org.tocsin.connectors.format.PostFormat;
import org.tocsin.connectors.sink.KafkaSinks;
import org.tocsin.connectors.source.KafkaPostSource;
import org.tocsin.connectors.topic.TopicSpec;
import org.tocsin.events.Alert;
import org.tocsin.events.DeadLetter;
import org.tocsin.events.PseudonymKey;
import org.tocsin.events.Signal;
import org.tocsin.events.Verdict;
import org.tocsin.events.Watch;
import org.tocsin.jobs.options.DedupeOption;
import org.tocsin.jobs.options.FormatOptions;
import org.tocsin.jobs.options.KafkaOptions;
import org.tocsin.jobs.options.PackOptions;
import org.tocsin.jobs.options.Topic;
import org.tocsin.jobs.options.WatchlistOptions;
import org.tocsin.jobs.options.WrongUsageException;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.watchlist.Watchlist;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Posts in, alerts out, on a Flink cluster and Kafka. */
@Command(
    name = "monitor",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Watches a topic of posts and writes signals, alerts, dead letters and late posts to topics.")
public final class MonitorJob implements Callable<Integer> {
  private static final Duration SHORTEST_IDLENESS = Duration.ofSeconds(30);

  @Mixin private KafkaOptions kafka = new KafkaOptions();
  @Mixin private FormatOptions format = new FormatOptions();
  @Mixin private PackOptions packs = new PackOptions();
  @Mixin private WatchlistOptions watchlists = new WatchlistOptions();

  @Option(
      names = "--purpose",
      required = true,
      paramLabel = "TEXT",
      description =
          "Why posts are watched here, in one sentence; part of the job's name. No job runs without one.")
  private String purpose = "";

  @Option(
      names = "--pseudonym-key-file",
      required = true,
      paramLabel = "FILE",
      description =
          "Secret of at least 16 bytes that makes pseudonyms of accounts. Travels in the job graph.")
  private Path keyFile = Path.of("");

  @Option(
      names = "--lateness",
      defaultValue = "2m",
      paramLabel = "DURATION",
      description =
          "How much later than the newest post of its partition a post may come and still be counted. Default:"
              + " ${DEFAULT-VALUE}")
  private Duration lateness = Duration.ZERO;

  @Option(
      names = "--idleness",
      defaultValue = "60s",
      paramLabel = "DURATION",
      description =
          "After this long a silent partition no longer holds windows back; at least 30s (less loses posts when the job"
              + " recovers). Default: ${DEFAULT-VALUE}")
  private Duration idleness = Duration.ZERO;

  @Mixin private DedupeOption dedupe = new DedupeOption();

  @Option(
      names = "--checkpoint-interval",
      defaultValue = "10s",
      paramLabel = "DURATION",
      description =
          "Time between checkpoints, unless the cluster's configuration sets one; exactly-once alerts are seen that much"
              + " later. Default: ${DEFAULT-VALUE}")
  private Duration checkpoints = Duration.ZERO;

  @Option(
      names = "--follow-bundles",
      description =
          "Matches with what is published on the bundles topic (./tocsin bundle publish) as soon as it is, without a restart."
              + " Alert rules stay those the job started with.")
  private boolean followBundles;

  @Option(
      names = "--follow-verdicts",
      description = "Reads the verdicts topic: analysts snooze and acknowledge alerts.")
  private boolean followVerdicts;

  @Option(
      names = "--follow-watches",
      description = "Reads the watches topic: analysts arm rules after an attack.")
  private boolean followWatches;

  @Override
  public Integer call() throws Exception {
    List<String> mistakes = new ArrayList<>();
    Properties client = kafka.properties(mistakes);
    KafkaPostSource source = kafka.source(client, mistakes);
    KafkaSinks sinks = kafka.sinks(client, mistakes);
    List<TopicSpec> specs = kafka.topics().specs(mistakes, followed());
    PostFormat postFormat = format.read("tocsin", mistakes);
    PseudonymKey key = key(mistakes);
    if (purpose.isBlank()) {
      mistakes.add("--purpose is empty: say in one sentence why posts are watched here");
    }
    if (idleness.compareTo(SHORTEST_IDLENESS) < 0) {
      mistakes.add("--idleness %d s: expected at least 30s".formatted(idleness.toSeconds()));
    }
    if (!mistakes.isEmpty() || postFormat == null || key == null) {
      throw new WrongUsageException(mistakes);
    }
    PackSource packSource = packs.read();
    Watchlist watchlist = watchlists.read();
    BundleTopic bundles =
        followBundles ? new BundleTopic(client, kafka.topics().name(Topic.BUNDLES)) : null;
    TopicCheck.run(sinks, kafka.topics(), specs);

    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    if (!env.getCheckpointConfig().isCheckpointingEnabled()) {
      env.configure(
          new Configuration().set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpoints));
    }
    MonitorTopology.build(
        env,
        source,
        new MonitorSettings(
            postFormat,
            key,
            packSource,
            lateness,
            idleness,
            dedupe.retention(),
            bundles,
            watchlist),
        new Controls(
            followVerdicts ? control(Topic.VERDICTS, Verdict.class, client) : null,
            followWatches ? control(Topic.WATCHES, Watch.class, client) : null),
        new MonitorSinks(
            sinks.to(kafka.topics().name(Topic.ALERTS), Alert::id),
            sinks.to(kafka.topics().name(Topic.SIGNALS), Signal::key),
            sinks.to(kafka.topics().name(Topic.DEAD_LETTERS), DeadLetter::origin),
            sinks.to(kafka.topics().name(Topic.LATE_POSTS), Signal::key)));
    env.execute("tocsin monitor: " + purpose.strip());
    return 0;
  }

  private Set<Topic> followed() {
    Set<Topic> followed = EnumSet.noneOf(Topic.class);
    if (followBundles) {
      followed.add(Topic.BUNDLES);
    }
    if (followVerdicts) {
      followed.add(Topic.VERDICTS);
    }
    if (followWatches) {
      followed.add(Topic.WATCHES);
    }
    return followed;
  }

  private <T> KafkaControl<T> control(Topic topic, Class<T> type, Properties client) {
    return new KafkaControl<>(kafka.topics().name(topic), type, kafka.group() + "-control", client);
  }

  private @Nullable PseudonymKey key(List<String> mistakes) {
    try {
      return PseudonymKey.read(keyFile);
    } catch (IOException e) {
      mistakes.add("--pseudonym-key-file %s: cannot be read".formatted(keyFile));
    } catch (IllegalArgumentException e) {
      mistakes.add("--pseudonym-key-file %s: %s".formatted(keyFile, e.getMessage()));
    }
    return null;
  }
}
