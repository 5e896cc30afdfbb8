package org.tocsin.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.cli.demo.EmbeddedKafka;
import org.tocsin.connectors.bundles.BundleManifest;
import org.tocsin.connectors.bundles.BundlePublisher;
import org.tocsin.connectors.bundles.BundleTopic;
import org.tocsin.connectors.format.TocsinFormat;
import org.tocsin.connectors.sink.JsonLinesSink;
import org.tocsin.connectors.source.FilePostSource;
import org.tocsin.events.Alert;
import org.tocsin.events.Json;
import org.tocsin.events.Post;
import org.tocsin.events.PseudonymKey;
import org.tocsin.jobs.MonitorSettings;
import org.tocsin.jobs.MonitorSinks;
import org.tocsin.jobs.MonitorTopology;
import org.tocsin.jobs.Scope;
import org.tocsin.jobs.detect.FirstBundle;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.pack.Packs;

/** The whole line in one process, with a bundles topic on a broker. */
class RulesOnKafkaTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final PackSource NO_PACKS = new PackSource(new TreeMap<>());

  @TempDir private Path folder;
  private EmbeddedKafka kafka;
  private BundleTopic topic;

  @BeforeEach
  void start() throws Exception {
    kafka = EmbeddedKafka.start(Files.createDirectories(folder.resolve("kafka")));
    kafka.create(List.of("bundles"), 1);
    topic = new BundleTopic(kafka.client(), "bundles");
  }

  @AfterEach
  void close() {
    kafka.close();
  }

  private void publish(Instant effectiveAt, boolean shadow, String... rules) throws Exception {
    TreeMap<String, String> files =
        new TreeMap<>(PackSource.read(Path.of("../samples/packs")).files());
    StringBuilder yaml = new StringBuilder("rules:\n");
    for (String rule : rules) {
      yaml.append(
          """
            - id: %s
              title: Talk of attacks
              on: {categories: [cyber]}
              group_by: [category]
              window: 10m
              when: {posts: 2}
              severity: P3
              status: active
          """
              .formatted(rule));
    }
    files.put("starter/rules.yaml", yaml.toString());
    LexiconBundle bundle = LexiconBundle.compile(Packs.parse(new PackSource(files)));
    Path artifact = folder.resolve("artifact");
    bundle.write(artifact);
    new BundlePublisher(topic)
        .publish(
            BundleManifest.Kind.LEXICON,
            bundle.digest(),
            Files.readAllBytes(artifact),
            new BundlePublisher.Terms("ana", NOON, effectiveAt, shadow, null));
  }

  private void post(int minute, int second) throws Exception {
    Instant at = NOON.plusSeconds(60L * minute + second);
    Post post =
        new Post(
            "x:%d-%d".formatted(minute, second),
            "x",
            "author" + second,
            null,
            "Somebody claims we took down the power grid.",
            "en",
            at,
            null,
            at,
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            List.of());
    Path posts = Files.createDirectories(folder.resolve("posts"));
    Files.write(
        posts.resolve("%d-%d.jsonl".formatted(minute, second)),
        List.of(new String(Json.write(post), StandardCharsets.UTF_8)));
  }

  private List<String> alerts() throws Exception {
    Path out = folder.resolve("alerts");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2);
    TocsinFormat format = new TocsinFormat();
    MonitorTopology.build(
        env,
        new FilePostSource(
            List.of(folder.resolve("posts").toFile()),
            format.framing(),
            NOON.plusSeconds(86_400).toEpochMilli()),
        new MonitorSettings(
            format,
            new PseudonymKey("a key for tests only".getBytes(StandardCharsets.UTF_8)),
            NO_PACKS,
            null,
            null,
            Duration.ofMillis(1),
            topic,
            null,
            Scope.ALL),
        new MonitorSinks(new JsonLinesSink<>(out.toFile()), null, null, null));
    env.execute();
    List<String> told = new ArrayList<>();
    for (String line : Files.readAllLines(out)) {
      Alert alert = Json.read(line.getBytes(StandardCharsets.UTF_8), Alert.class);
      told.add(
          "%s %s %d"
              .formatted(
                  alert.rule().replaceAll(".*/", ""), alert.status().label(), alert.posts()));
    }
    return told;
  }

  /** Of one window of ten minutes; the first bundle counts for what was before it, too. */
  @Test
  void rules_thatComeStayAndGo_countThePostsOfTheirTime() throws Exception {
    publish(NOON.plusSeconds(60), false, "goes", "stays");
    publish(NOON.plusSeconds(300), false, "stays", "comes");
    post(0, 1);
    post(1, 2);
    for (int second = 0; second < 3; second++) {
      post(5, second);
    }

    assertThat(alerts())
        .containsExactlyInAnyOrder(
            "goes open 2",
            "goes resolved 2",
            "stays open 5",
            "stays resolved 5",
            "comes open 3",
            "comes resolved 3");
  }

  @Test
  void firstBundle_opensWithTheFirstThatIsNoShadow() throws Exception {
    CompletableFuture<Void> open = new FirstBundle(topic).whenOpen();
    CompletableFuture<Void> given = new FirstBundle(topic).whenOpen();
    assertThat(given.cancel(false)).isTrue();
    publish(NOON, true, "shadow");
    assertThat(open).isNotDone();
    publish(NOON, false, "first");

    assertThat(open).succeedsWithin(PATIENCE);
    assertThat(new FirstBundle(topic).whenOpen()).succeedsWithin(PATIENCE);
  }
}
