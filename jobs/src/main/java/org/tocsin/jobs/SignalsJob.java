package org.tocsin.jobs;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tocsin.connectors.sink.KafkaSinks;
import org.tocsin.connectors.topic.TopicSpec;
import org.tocsin.events.Alert;
import org.tocsin.events.Signal;
import org.tocsin.jobs.alert.RuleBook;
import org.tocsin.jobs.detect.Bundles;
import org.tocsin.jobs.options.KafkaOptions;
import org.tocsin.jobs.options.PackOptions;
import org.tocsin.jobs.options.StreamOptions;
import org.tocsin.jobs.options.Topic;
import org.tocsin.jobs.options.WrongUsageException;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.Pack;
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
      PackOptions packs,
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
            .setDeserializer(new JsonRecords<>(Signal.class, "unreadableSignals"))
            .build();
    KafkaSinks sinks = kafka.sinks(client, mistakes);
    Set<Topic> topics = EnumSet.of(Topic.SIGNALS, Topic.ALERTS, Topic.LATE_POSTS);
    topics.addAll(controls.topics());
    List<TopicSpec> specs = kafka.topics().specsOf(mistakes, topics);
    stream.check(mistakes);
    RuleBook book = book(scope, Bundles.of(packs.read()).packs(), mistakes);
    if (!mistakes.isEmpty()) {
      throw new WrongUsageException(mistakes);
    }
    TopicCheck.run(sinks, kafka.topics(), specs);
    StreamExecutionEnvironment env = stream.environment();
    SignalTopology.build(
        env,
        env.fromSource(source, watermarks(stream), "signals").uid("signals"),
        scope,
        book,
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

  /** The rules less those left out; what is left must do with signals. */
  RuleBook book(Scope scope, List<Pack> packs, List<String> mistakes) {
    List<String> unknown = new ArrayList<>(without);
    List<AlertRule> rules = new ArrayList<>();
    for (Pack pack : packs) {
      for (AlertRule rule : pack.rules()) {
        String name = pack.id() + "/" + rule.id();
        unknown.remove(name);
        if (scope.holds(rule) && !without.contains(name)) {
          rules.add(rule);
        }
      }
    }
    unknown.forEach(name -> mistakes.add("--without-rules %s: no such rule".formatted(name)));
    RuleBook book = RuleBook.of(packs, rules);
    for (String beyond : SignalTopology.beyond(book)) {
      mistakes.add(
          ("%s, which a topic of signals does not tell: run monitor for it, or leave it out by"
                  + " --without-rules %s")
              .formatted(beyond, beyond.substring(0, beyond.indexOf(' '))));
    }
    return book;
  }

  private static Properties committed(Properties client) {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.putIfAbsent("isolation.level", "read_committed");
    return properties;
  }
}
