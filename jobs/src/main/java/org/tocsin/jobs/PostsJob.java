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
import org.tocsin.connectors.source.Gate;
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
import org.tocsin.jobs.options.StreamOptions;
import org.tocsin.jobs.options.Topic;
import org.tocsin.jobs.options.WatchlistOptions;
import org.tocsin.jobs.options.WrongUsageException;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.watchlist.Watchlist;
import picocli.CommandLine.Mixin;

/** What the jobs that read posts have in common. */
final class PostsJob {
  @Mixin private FormatOptions format = new FormatOptions();
  @Mixin private WatchlistOptions watchlists = new WatchlistOptions();
  @Mixin private DedupeOption dedupe = new DedupeOption();

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
      LexiconOptions lexicon,
      StreamOptions stream,
      @Nullable Path keyFile,
      @Nullable ControlOptions controls)
      throws Exception {
    kafka.ofJob(job);
    List<String> mistakes = new ArrayList<>();
    Properties client = kafka.properties(mistakes);
    KafkaPostSource source = kafka.source(client, mistakes);
    KafkaSinks sinks = kafka.sinks(client, mistakes);
    List<TopicSpec> specs = kafka.topics().specsOf(mistakes, topics(lexicon, controls));
    PostFormat postFormat = format.read("tocsin", mistakes);
    PseudonymKey key = KeyOption.read(keyFile, mistakes);
    stream.check(mistakes);
    lexicon.check(mistakes);
    if (!mistakes.isEmpty() || postFormat == null || key == null) {
      throw new WrongUsageException(mistakes);
    }
    PackSource packSource = lexicon.packs();
    Watchlist watchlist = watchlists.read();
    BundleTopic published = lexicon.topic(kafka, client);
    Gate gate = lexicon.gate(published);
    TopicCheck.run(sinks, kafka.topics(), specs);
    StreamExecutionEnvironment env = stream.environment();
    KafkaPostSource held = gate == null ? source : source.heldBy(gate);
    MonitorSettings settings =
        new MonitorSettings(
            postFormat,
            key,
            packSource,
            stream.lateness(),
            stream.idleness(),
            dedupe.retention(),
            published,
            watchlist,
            scope);
    MonitorSinks written =
        new MonitorSinks(
            controls == null ? null : sinks.to(kafka.topics().name(Topic.ALERTS), Alert::id),
            sinks.to(kafka.topics().name(Topic.SIGNALS), Signal::key),
            sinks.to(kafka.topics().name(Topic.DEAD_LETTERS), DeadLetter::origin),
            controls == null ? null : sinks.to(kafka.topics().name(Topic.LATE_POSTS), Signal::key));
    if (controls == null) {
      DetectTopology.build(env, held, settings, written);
    } else {
      MonitorTopology.build(env, held, settings, controls.controls(kafka, client), written);
    }
    env.execute(stream.name(job));
  }

  private static Set<Topic> topics(LexiconOptions lexicon, @Nullable ControlOptions controls) {
    Set<Topic> topics = EnumSet.of(Topic.POSTS, Topic.SIGNALS, Topic.DEAD_LETTERS);
    if (controls != null) {
      topics.addAll(EnumSet.of(Topic.ALERTS, Topic.LATE_POSTS));
      topics.addAll(controls.topics());
    }
    if (lexicon.isFollowed()) {
      topics.add(Topic.BUNDLES);
    }
    return topics;
  }
}
