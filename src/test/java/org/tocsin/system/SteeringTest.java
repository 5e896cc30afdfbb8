package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tocsin.events.Alert;
import org.tocsin.events.Json;
import org.tocsin.events.Signal;
import org.tocsin.events.Watch;

/**
 * What keepers and analysts tell a running job: bundles, one of them broken, verdicts and watches.
 * The job is never restarted: on this cluster it would be over at its first failure.
 */
@ExtendWith(WithCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SteeringTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** How soon a job has to have a bundle that was published. */
  private static final Duration NOTICE = Duration.ofSeconds(5);

  private static final String LAMP = "Somebody lights the seventh lamp again.";

  /** BIP-173's example: a wallet that no list has at the start. */
  private static final String WALLET = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";

  private static final String LISTED = "Somebody wrote down " + WALLET + " again.";
  private static final String VERDICTS = "verdicts";
  private static final String WATCHES = "watches";
  private static final String BUNDLES = "bundles";

  private final Set<String> expectedSignals = new TreeSet<>();
  private final List<Child> told = new ArrayList<>();
  private final Set<String> metrics = new TreeSet<>();
  private Broker broker;
  private FlinkCluster flink;
  private Topics topics;
  private Job job;
  private int posts;

  @BeforeAll
  void steer(Broker sharedBroker, FlinkCluster sharedFlink) throws Exception {
    broker = sharedBroker;
    flink = sharedFlink;
    topics = Topics.create(broker, "steered", VERDICTS, WATCHES);
    Path before = Tree.samplePacks("", rule());
    // Its rule comes with the second bundle and goes with the rollback.
    Path lamps = Tree.samplePacks(entry(), rule() + lampRule());
    topics.write(WATCHES, null, "no watch".getBytes(StandardCharsets.UTF_8));
    topics.write(WATCHES, "w", Json.write(new Watch("w", "After", at(30), at(40), "ana")));
    Watch mistake = new Watch("m", "By mistake", at(20), at(30), "ana");
    topics.write(WATCHES, "m", Json.write(mistake));
    topics.write(
        WATCHES, "m", Json.write(new Watch("m", "By mistake", at(20), at(30), "ana", at(20))));
    publish(before, at(0), "--create-topic");

    job = new Job(flink, broker.bootstrap(), topics, "steered", before);
    job.submit(2, null, "--follow-bundles", "--follow-verdicts", "--follow-watches");
    post(1, 3, Story.GRID, "cyber");
    awaitSignals();
    publish(lamps, at(15));
    Await.until("the job has publication 2", NOTICE, () -> publication() == 2, flink::tail);
    post(11, 3, LAMP, null);
    post(12, 2, Story.GRID, "cyber");
    post(15, 5, LAMP, "propaganda");
    post(16, 2, Story.GRID, "cyber");
    awaitSignals();

    Map.Entry<String, byte[]> newest = newestManifest();
    topics.write(
        BUNDLES,
        newest.getKey().replace("2", "3"),
        new String(newest.getValue(), StandardCharsets.UTF_8)
            .replace("\"sequence\":2", "\"sequence\":3")
            .replaceAll("\"digest\":\"[^\"]*\"", "\"digest\":\"broken\"")
            .replaceAll("\"sha256\":\"....", "\"sha256\":\"0000")
            .getBytes(StandardCharsets.UTF_8));
    Await.until(
        "publication 3 is refused", PATIENCE, () -> job.metric("bundlesRefused") > 0, flink::tail);
    told.add(bundle("status", "--flink", flink.rest().address()));

    topics.write(VERDICTS, null, "{\"alertId\":".getBytes(StandardCharsets.UTF_8));
    Await.until(
        "the first alert", PATIENCE, () -> !committed(Topics.ALERTS).isEmpty(), flink::tail);
    Child verdict =
        verdict(alerts().get(0).id(), "--decision", "false-positive", "--reason", "a game");
    assertThat(verdict.exitCode()).as(verdict.tail()).isZero();
    Await.until("the verdict counts", PATIENCE, () -> job.metric("verdicts") == 1, flink::tail);
    post(21, 9, Story.GRID, "cyber");
    post(22, 5, LAMP, "propaganda");
    post(23, 2, Story.WALLET, "financing");
    awaitSignals();
    Await.until("the lamps ring", PATIENCE, () -> !alertsOf("gathering").isEmpty(), flink::tail);
    Child snooze =
        verdict(
            alertsOf("gathering").get(0).id(),
            "--decision",
            "snoozed",
            "--until",
            Instant.now().plus(Duration.ofDays(1)).toString());
    assertThat(snooze.exitCode()).as(snooze.tail()).isZero();
    Await.until("the snooze counts", PATIENCE, () -> job.metric("verdicts") == 2, flink::tail);
    // With the five before, three times as many as were told: an update, but for the snooze.
    post(24, 10, LAMP, "propaganda");
    awaitSignals();

    told.add(bundle("rollback", "--to", "1", "--effective-at", at(40).toString()));
    Await.until("the job has publication 4", NOTICE, () -> publication() == 4, flink::tail);
    told.add(bundle("list"));
    post(33, 3, Story.WALLET, "financing");
    post(34, 1, LAMP, "propaganda");
    post(41, 6, LAMP, null);
    post(52, 1, Story.SHARE, "propaganda");
    post(53, 2, LISTED, "financing");
    awaitSignals();
    publishWatchlist(at(54));
    Await.until("the job has publication 5", NOTICE, () -> watchlist() == 5, flink::tail);
    told.add(bundle("status", "--flink", flink.rest().address()));
    post(53, 2, LISTED, "financing");
    post(55, 2, LISTED, "financing");
    awaitSignals();
    metrics.addAll(job.metricNames());
    job.stop("--drain");
  }

  @AfterAll
  void close() throws Exception {
    job.close();
    topics.close();
  }

  private static Instant at(int minute) {
    return Instant.parse("2025-03-01T00:00:00Z").plusSeconds(60L * minute);
  }

  /** So many posts of as many accounts, one second after the other, on both partitions. */
  private void post(int minute, int count, String text, @Nullable String category)
      throws Exception {
    for (int i = 0; i < count; i++) {
      String id = "x:s" + posts++;
      Instant when = at(minute).plusSeconds(i);
      topics.post(i % 2, when, new PostLine(id, Story.HANDLE + i, when, text).json());
      if (category != null) {
        expectedSignals.add(id + "|" + category);
      }
    }
  }

  private static String entry() {
    return """

      - id: propaganda.lamp
        match: [lights the seventh lamp]
        mode: exact
        category: propaganda
        severity: P3
        weight: 0.5
        status: active
        meaning: "A made-up phrase of this test."
        benign: ["Anybody who has seven lamps"]
        source: "this test"
        added: 2026-11-24
        review_by: 2027-11-24
    """;
  }

  private static String rule() {
    return """

      - id: after-attack
        title: Appeals for money while a watch is armed
        on: {categories: [financing]}
        group_by: [category]
        window: 10m
        when: {posts: 2}
        severity: P3
        armed: true
        status: active
    """;
  }

  private static String lampRule() {
    return """

      - id: lamps
        title: Lamps are lit
        on: {entries: [propaganda.lamp]}
        window: 10m
        when: {posts: 3}
        severity: P3
        status: active
    """;
  }

  private void publish(Path packs, Instant effectiveAt, String... more) throws Exception {
    Command publish =
        Command.tocsin(List.of(), "bundle", "publish", packs.toString())
            .with("--bootstrap", broker.bootstrap(), "--bundles-topic", topics.name(BUNDLES))
            .with("--effective-at", effectiveAt.toString())
            .with(more);
    Child child = publish.run("publish");
    assertThat(child.exitCode()).as(child.tail()).isZero();
  }

  private void publishWatchlist(Instant effectiveAt) throws Exception {
    String list = Tree.watchlist(WALLET).toString();
    Child child = bundle("publish", "--watchlist", list, "--effective-at", effectiveAt.toString());
    assertThat(child.exitCode()).as(child.tail()).isZero();
  }

  private Child bundle(String command, String... more) throws Exception {
    return Command.tocsin(List.of(), "bundle", command)
        .with("--bootstrap", broker.bootstrap(), "--bundles-topic", topics.name(BUNDLES))
        .with(more)
        .run("bundle-" + command);
  }

  private Child verdict(String alert, String... decision) throws Exception {
    return Command.tocsin(List.of(), "alerts", "verdict", alert)
        .with("--bootstrap", broker.bootstrap(), "--topic", topics.name(Topics.ALERTS))
        .with("--verdicts-topic", topics.name(VERDICTS), "--analyst", "ana")
        .with(decision)
        .run("verdict");
  }

  /** What all readers of posts have taken: both subtasks read a partition. */
  private long publication() throws Exception {
    return taken("bundlePublication");
  }

  private long watchlist() throws Exception {
    return taken("watchlistPublication");
  }

  private long taken(String metric) throws Exception {
    long both = job.metric(metric);
    return both % 2 == 0 ? both / 2 : -1;
  }

  private Map.Entry<String, byte[]> newestManifest() {
    TreeMap<String, byte[]> manifests = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : committed(BUNDLES)) {
      String key = new String(record.key(), StandardCharsets.UTF_8);
      if (key.startsWith("bundle/")) {
        manifests.put(key, record.value());
      }
    }
    return manifests.lastEntry();
  }

  private void awaitSignals() throws Exception {
    Await.until(
        "signals",
        PATIENCE,
        () -> signals().containsAll(expectedSignals),
        () -> signals() + "\n" + flink.tail());
  }

  private List<String> signals() {
    return committed(Topics.SIGNALS).stream()
        .map(record -> new String(record.key(), StandardCharsets.UTF_8))
        .collect(Collectors.toList());
  }

  private List<ConsumerRecord<byte[], byte[]>> committed(String kind) {
    return topics.committed(kind);
  }

  private List<Alert> alerts() throws Exception {
    List<Alert> alerts = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : committed(Topics.ALERTS)) {
      alerts.add(Json.read(record.value(), Alert.class));
    }
    return alerts;
  }

  @Test
  void bundles_matchPostsOfTheirTimeAndNoneIsLostOrToldTwice() {
    assertThat(signals()).containsExactlyInAnyOrderElementsOf(expectedSignals);
    assertThat(committed(Topics.DEAD_LETTERS)).isEmpty();
    assertThat(committed(Topics.LATE_POSTS)).isEmpty();
  }

  private List<Alert> alertsOf(String rule) throws Exception {
    return alerts().stream().filter(alert -> alert.rule().endsWith("/" + rule)).toList();
  }

  /**
   * Windows over a change of bundles count on, of seven appeals two by the published watchlist; the
   * rule of the second bundle counts its posts; the watch that was withdrawn arms nothing; the
   * verdict keeps the update of nine posts back, the snooze that of fifteen.
   */
  @Test
  void alerts_areThoseOfBundlesVerdictsAndWatches() throws Exception {
    assertThat(alerts())
        .extracting(
            alert ->
                "%s %s %d"
                    .formatted(
                        alert.rule().replaceAll(".*/", ""), alert.status().label(), alert.posts()))
        .containsExactlyInAnyOrder(
            "attack-talk open 3",
            "attack-talk resolved 3",
            "lamps open 5",
            "lamps updated 15",
            "lamps resolved 15",
            "gathering open 5",
            "gathering resolved 5",
            "after-attack open 3",
            "after-attack resolved 3",
            "money-appeals open 7",
            "money-appeals resolved 7");
  }

  /** Of the list's own time on, in both subtasks, whenever a post comes. */
  @Test
  void watchlist_matchesPostsOfItsTime() throws Exception {
    List<Signal> named = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : committed(Topics.SIGNALS)) {
      Signal signal = Json.read(record.value(), Signal.class);
      if (signal.post().text().equals(LISTED)) {
        named.add(signal);
      }
    }
    assertThat(named).hasSize(6);
    for (Signal signal : named) {
      boolean listed = !signal.post().createdAt().isBefore(at(54));
      assertThat(signal.observables().get(0).listed().isEmpty()).isNotEqualTo(listed);
      assertThat(signal.matches().isEmpty()).isNotEqualTo(listed);
    }
    Child status = told.get(3);
    assertThat(status.out())
        .contains("newest watchlist publication: 5", "watchlist: publication 5, ");
  }

  /** Under the names that docs, dashboard and alert rules go by. */
  @Test
  void metrics_areThoseOfARunningJob() {
    assertThat(metrics)
        .contains(
            "posts",
            "category.propaganda.matched",
            "severity.P3.alerts",
            "deadLetters",
            "late",
            "matchNanos_p99",
            "bundlePublication",
            "bundlePublishedSeconds",
            "bundlesRefused")
        .anyMatch(name -> name.matches("bundle[.][0-9a-f]{64}[.]inForce"))
        .anyMatch(name -> name.endsWith("currentInputWatermark"));
  }

  @Test
  void status_saysThatOnePublicationIsRefused() {
    Child status = told.get(0);
    assertThat(status.exitCode()).as(status.tail()).isEqualTo(1);
    assertThat(status.out())
        .contains("newest lexicon publication: 3", "lexicon: publication 2, ", "has refused")
        .contains("watchlist: what it started with");
    assertThat(flink.tail()).contains("lexicon broken (publication 3)", "is not there");
  }

  @Test
  void rollback_isAPublicationOfTheFirstBundle() {
    assertThat(told.get(1).exitCode()).as(told.get(1).tail()).isZero();
    assertThat(told.get(1).out()).contains("publication 4", "as in publication 1");
    List<String> listed = told.get(2).outLines();
    assertThat(listed).as(told.get(2).tail()).hasSize(4);
    assertThat(listed.get(0)).contains("active").contains(digest(listed.get(3)));
  }

  private static String digest(String line) {
    return line.replaceAll(".*(bundle|watchlist) +", "").split(" ", -1)[0];
  }
}
