package org.tocsin.jobs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
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
import org.tocsin.jobs.options.DedupeOption;
import org.tocsin.jobs.options.FormatOptions;
import org.tocsin.jobs.options.KafkaOptions;
import org.tocsin.jobs.options.KeyOption;
import org.tocsin.jobs.options.PackOptions;
import org.tocsin.jobs.options.StreamOptions;
import org.tocsin.jobs.options.Topic;
import org.tocsin.jobs.options.WatchlistOptions;
import org.tocsin.jobs.options.WrongUsageException;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.watchlist.Watchlist;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the jobs that read posts have in common. */
final class PostsJob {
  @Mixin private FormatOptions format = new FormatOptions();
  @Mixin private WatchlistOptions watchlists = new WatchlistOptions();
  @Mixin private DedupeOption dedupe = new DedupeOption();

  @Option(
      names = "--follow-bundles",
      description =
          "Matches with the packs and the watchlist that are published on the bundles topic (./tocsin"
              + " bundle publish) as soon as they are, without a restart. Alert rules stay those the job started with.")
  private boolean followBundles;

  /**
   * Checks, and runs the job.
   *
   * @param job its name
   * @param keyFile of pseudonyms
   * @param controls of a job that alerts; null for one that only detects
   */
  void run(
      String job,
      Scope scope,
      KafkaOptions kafka,
      PackOptions packs,
      StreamOptions stream,
      @Nullable Path keyFile,
      @Nullable ControlOptions controls)
      throws Exception {
    kafka.ofJob(job);
    List<String> mistakes = new ArrayList<>();
    Properties client = kafka.properties(mistakes);
    KafkaPostSource source = kafka.source(client, mistakes);
    KafkaSinks sinks = kafka.sinks(client, mistakes);
    List<TopicSpec> specs = kafka.topics().specsOf(mistakes, topics(controls));
    PostFormat postFormat = format.read("tocsin", mistakes);
    PseudonymKey key = KeyOption.read(keyFile, mistakes);
    stream.check(mistakes);
    if (!mistakes.isEmpty() || postFormat == null || key == null) {
      throw new WrongUsageException(mistakes);
    }
    PackSource packSource = packs.read();
    Watchlist watchlist = watchlists.read();
    BundleTopic bundles =
        followBundles ? new BundleTopic(client, kafka.topics().name(Topic.BUNDLES)) : null;
    TopicCheck.run(sinks, kafka.topics(), specs);
    StreamExecutionEnvironment env = stream.environment();
    MonitorSettings settings =
        new MonitorSettings(
            postFormat,
            key,
            packSource,
            stream.lateness(),
            stream.idleness(),
            dedupe.retention(),
            bundles,
            watchlist,
            scope);
    MonitorSinks written =
        new MonitorSinks(
            controls == null ? null : sinks.to(kafka.topics().name(Topic.ALERTS), Alert::id),
            sinks.to(kafka.topics().name(Topic.SIGNALS), Signal::key),
            sinks.to(kafka.topics().name(Topic.DEAD_LETTERS), DeadLetter::origin),
            controls == null ? null : sinks.to(kafka.topics().name(Topic.LATE_POSTS), Signal::key));
    if (controls == null) {
      DetectTopology.build(env, source, settings, written);
    } else {
      MonitorTopology.build(env, source, settings, controls.controls(kafka, client), written);
    }
    env.execute(stream.name(job));
  }

  private Set<Topic> topics(@Nullable ControlOptions controls) {
    Set<Topic> topics = EnumSet.of(Topic.POSTS, Topic.SIGNALS, Topic.DEAD_LETTERS);
    if (controls != null) {
      topics.addAll(EnumSet.of(Topic.ALERTS, Topic.LATE_POSTS));
      topics.addAll(controls.topics());
    }
    if (followBundles) {
      topics.add(Topic.BUNDLES);
    }
    return topics;
  }
}
