package org.tocsin.jobs;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tocsin.connectors.bundles.BundleTopic;
import org.tocsin.connectors.sink.KafkaSinks;
import org.tocsin.connectors.source.Gate;
import org.tocsin.connectors.source.HeldSource;
import org.tocsin.connectors.topic.TopicSpec;
import org.tocsin.events.Alert;
import org.tocsin.events.Signal;
import org.tocsin.jobs.alert.PublishedBooks;
import org.tocsin.jobs.alert.RuleBook;
import org.tocsin.jobs.detect.Bundles;
import org.tocsin.jobs.options.KafkaOptions;
import org.tocsin.jobs.options.StreamOptions;
import org.tocsin.jobs.options.Topic;
import org.tocsin.jobs.options.WrongUsageException;
import org.tocsin.lexicons.pack.PackSource;
import picocli.CommandLine.Option;

/** What the jobs that read signals have in common. */
final class SignalsJob {
  @Option(
      names = "--without-rules",
      split = ",",
      paramLabel = "PACK/RULE",
      description =
          "Rules that are left out: those that count all posts, which a topic of signals does not"
              + " tell.")
  private List<String> without = new ArrayList<>();

  /** Checks, and runs the job. */
  void run(
      String job,
      Scope scope,
      KafkaOptions kafka,
      LexiconOptions lexicon,
      StreamOptions stream,
      ControlOptions controls)
      throws Exception {
    kafka.ofJob(job);
    List<String> mistakes = new ArrayList<>();
    Properties client = kafka.properties(mistakes);
    KafkaSource<Signal> source =
        KafkaSource.<Signal>builder()
            .setTopics(kafka.topics().name(Topic.SIGNALS))
            .setGroupId(kafka.group())
            .setStartingOffsets(kafka.start(mistakes))
            .setProperties(committed(client))
            .setDeserializer(new JsonRecords<>(Signal.class, "unreadableSignals", false))
            .build();
    KafkaSinks sinks = kafka.sinks(client, mistakes);
    Set<Topic> topics = EnumSet.of(Topic.SIGNALS, Topic.ALERTS, Topic.LATE_POSTS);
    topics.addAll(controls.topics());
    if (lexicon.isFollowed()) {
      topics.add(Topic.BUNDLES);
    }
    List<TopicSpec> specs = kafka.topics().specsOf(mistakes, topics);
    stream.check(mistakes);
    lexicon.check(mistakes);
    SignalRules rules = new SignalRules(scope, without);
    PackSource packs = lexicon.packs();
    BundleTopic published = lexicon.topic(kafka, client);
    Gate gate = lexicon.gate(published);
    RuleBook first =
        rules.checked(packs.files().isEmpty() ? List.of() : Bundles.of(packs).packs(), mistakes);
    if (!mistakes.isEmpty()) {
      throw new WrongUsageException(mistakes);
    }
    TopicCheck.run(sinks, kafka.topics(), specs);
    StreamExecutionEnvironment env = stream.environment();
    TypeInformation<Signal> type = TypeInformation.of(Signal.class);
    SignalTopology.build(
        env,
        (gate == null
                ? env.fromSource(source, watermarks(stream), "signals")
                : env.fromSource(
                    new HeldSource<>(source, type, gate), watermarks(stream), "signals"))
            .uid("signals"),
        scope,
        published == null ? first : new PublishedBooks(packs, published, rules, false),
        controls.controls(kafka, client),
        new MonitorSinks(
            sinks.to(kafka.topics().name(Topic.ALERTS), Alert::id),
            null,
            null,
            sinks.to(kafka.topics().name(Topic.LATE_POSTS), Signal::key)));
    env.execute(stream.name(job));
  }

  private static WatermarkStrategy<Signal> watermarks(StreamOptions stream) {
    return WatermarkStrategy.<Signal>forBoundedOutOfOrderness(stream.lateness())
        .withIdleness(stream.idleness())
        .withTimestampAssigner((signal, unused) -> SignalTopology.at(signal));
  }

  private static Properties committed(Properties client) {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.putIfAbsent("isolation.level", "read_committed");
    return properties;
  }
}
