package org.tocsin.jobs.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.flink.util.InstantiationUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.connectors.format.RawRecord;
import org.tocsin.connectors.format.TocsinFormat;
import org.tocsin.connectors.source.RecordHandler;
import org.tocsin.events.Category;
import org.tocsin.events.DeadLetter;
import org.tocsin.events.Json;
import org.tocsin.events.Match;
import org.tocsin.events.Observable;
import org.tocsin.events.Post;
import org.tocsin.events.PseudonymKey;
import org.tocsin.events.Severity;
import org.tocsin.events.Sha256;
import org.tocsin.events.Signal;
import org.tocsin.jobs.SamplePacks;
import org.tocsin.jobs.detect.Outcome.Kind;
import org.tocsin.jobs.duplicates.Sketch;
import org.tocsin.lexicons.watchlist.WatchlistBuilder;

class DetectorTest {
  private static final String HATE = "they are not human";
  private static final String PROPAGANDA = "official channel of the mujahideen";
  private static final String WALLET = "TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE";
  private static final String FILLER = "a".repeat(99) + " ";
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant INGESTED = AT.plusSeconds(3_600);
  private static final int KAFKA_LIMIT = 1 << 20;

  private final Detector detector =
      new Detector(
          new TocsinFormat(),
          new PseudonymKey("a key for tests only".getBytes(StandardCharsets.UTF_8)),
          SamplePacks.read());

  @Test
  void handle_quietPost_tellsOnlyItsTime() {
    assertThat(outcomes(post("good morning", List.of(), null)))
        .containsExactly(Outcome.post(new PostSeen("x", "en", AT.toEpochMilli(), false)));
  }

  @Test
  void handle_edit_retractsBeforeItTellsTheNewVersion() {
    Instant edited = AT.plusSeconds(60);
    List<Outcome> outcomes = outcomes(post(HATE, List.of(), edited));

    assertThat(outcomes)
        .extracting(Outcome::kind)
        .containsExactly(Kind.POST, Kind.RETRACTION, Kind.SIGNAL);
    assertThat(outcomes).extracting(Outcome::at).containsOnly(edited.toEpochMilli());
    assertThat(outcomes.get(1).postId()).isEqualTo("x:1");
  }

  @Test
  void handle_copies_haveTheSameSketchForEachCategory() {
    String text = HATE + ", says the " + PROPAGANDA + " to its many readers";
    List<Signal> first = signals(post(text, List.of(), null));
    List<Signal> copy = signals(post(text.toUpperCase(Locale.ROOT) + "!!", List.of(), null));

    Sketch sketch = Sketch.parse(Objects.requireNonNull(first.get(0).textSketch()));
    assertThat(first).hasSize(2).extracting(Signal::textSketch).containsOnly(sketch.toString());
    assertThat(copy).extracting(Signal::textSketch).containsOnly(sketch.toString());
  }

  @Test
  void handle_shortRetweetedOrQuotingPost_hasNoSketch() {
    String text = HATE + ", says the " + PROPAGANDA + " to its many readers";
    String repost = post(text, List.of(), null).replaceFirst("\\{", "{\"repostOf\":\"x:0\",");

    assertThat(signals(repost)).isNotEmpty().extracting(Signal::textSketch).containsOnlyNulls();
    assertThat(signals(post("RT @someone: " + text, List.of(), null)))
        .isNotEmpty()
        .extracting(Signal::textSketch)
        .containsOnlyNulls();
    assertThat(signals(post(HATE, List.of(), null)))
        .isNotEmpty()
        .extracting(Signal::textSketch)
        .containsOnlyNulls();
  }

  @Test
  void handle_deletion_tellsARetractionOnly() {
    assertThat(outcomes("{\"deleted\":\"x:1\",\"at\":\"%s\"}".formatted(AT)))
        .containsExactly(Outcome.retraction("x:1", AT.toEpochMilli()));
  }

  @Test
  void handle_brokenRecord_isADeadLetterWithItsPlaceAndTheNextIsRead() {
    List<Outcome> outcomes = outcomes("{\"id\": ");

    assertThat(outcomes).extracting(Outcome::kind).containsExactly(Kind.DEAD_LETTER);
    assertThat(outcomes.get(0).at()).isEqualTo(Outcome.NO_TIME);
    DeadLetter letter = Objects.requireNonNull(outcomes.get(0).deadLetter());
    assertThat(letter.origin()).isEqualTo("file:7");
    assertThat(letter.raw()).isEqualTo("eyJpZCI6IA==");
    assertThat(letter.reason()).startsWith("not valid JSON");
    assertThat(signals(post(HATE, List.of(), null))).hasSize(1);
  }

  @Test
  void handle_matchesOfTwoCategories_areTwoSignalsOfOnePost() {
    String text = HATE + ", says the " + PROPAGANDA;
    List<Signal> signals = signals(post(text, List.of(), null));

    assertThat(signals)
        .extracting(Signal::category)
        .containsExactly(Category.HATE, Category.PROPAGANDA);
    assertThat(signals).extracting(Signal::post).containsOnly(signals.get(0).post());
    assertThat(signals)
        .flatExtracting(Signal::matches)
        .allSatisfy(
            match ->
                assertThat(text.substring(match.start(), match.end())).isEqualTo(match.text()));
  }

  @Test
  void handle_handles_leaveNeitherInTextNorAsAccounts() {
    String text = "@SecretName and \uD83D\uDD25 @secret.host: " + HATE;
    Signal signal = signals(post(text, List.of("secretMention"), null)).get(0);

    assertThat(new String(Json.write(signal), StandardCharsets.UTF_8))
        .doesNotContainIgnoringCase("secret");
    assertThat(signal.post().mentions()).hasSize(1);
    assertThat(signal.textSha256()).isEqualTo(Sha256.hex(text));
    Match match = signal.matches().get(0);
    assertThat(text.substring(match.start(), match.end())).isEqualTo(HATE);
  }

  @Test
  void handle_postOf800Kilobytes_givesASmallSignalWhoseSpansCountInTheOriginal() {
    String text = FILLER.repeat(4_000) + HATE + " \uD83D\uDD25" + FILLER.repeat(4_000);
    Signal signal = signals(post(text, List.of(), null)).get(0);

    assertThat(Json.write(signal).length).isLessThan(20_000);
    Match match = signal.matches().get(0);
    assertThat(match.start()).isEqualTo(400_000);
    assertThat(text.substring(match.start(), match.end())).isEqualTo(HATE);
    int offset = signal.textOffset();
    assertThat(signal.post().text().substring(match.start() - offset, match.end() - offset))
        .isEqualTo(HATE);
    assertThat(signal.textSha256()).isEqualTo(Sha256.hex(text));
  }

  @Test
  void handle_textOfMoreThanAMillionCharacters_isADeadLetterThatSaysSo() {
    assertThat(outcomes(post("a".repeat(1_000_000), List.of(), null)))
        .extracting(Outcome::kind)
        .containsExactly(Kind.POST);
    List<Outcome> outcomes = outcomes(post("a".repeat(1_000_001), List.of(), null));
    assertThat(outcomes).extracting(Outcome::kind).containsExactly(Kind.DEAD_LETTER);
    assertThat(Objects.requireNonNull(outcomes.get(0).deadLetter()).reason())
        .isEqualTo("'text' has 1000001 characters: expected at most 1000000");
  }

  @Test
  void handle_moreMatchesThanASignalCarries_saysHowManyMore() {
    Signal signal = signals(post((HATE + ". ").repeat(20_000), List.of(), null)).get(0);

    assertThat(signal.matches()).hasSize(Signal.MAX_MATCHES);
    assertThat(signal.matchesOmitted()).isEqualTo(20_000 - Signal.MAX_MATCHES);
    assertThat(Json.write(signal).length).isLessThan(100_000);
  }

  @Test
  void handle_endlessLists_giveARecordThatKafkaTakes() {
    List<String> many = Collections.nCopies(5_000, "\u20AC".repeat(100));
    List<String> one = List.of("kept", "a".repeat(2_000_000));
    Signal lists = signals(new String(Json.write(with(many)), StandardCharsets.UTF_8)).get(0);
    Signal longs = signals(new String(Json.write(with(one)), StandardCharsets.UTF_8)).get(0);

    assertThat(Json.write(lists).length).isLessThan(KAFKA_LIMIT);
    assertThat(lists.post().tags()).isNotEmpty().containsOnly("\u20AC".repeat(100));
    assertThat(longs.post().links()).containsExactly("kept");
    assertThat(longs.post().tags()).containsExactly("kept");
  }

  @Test
  void handle_observables_standOnTheSignalAtTheirPlacesInTheOriginal() {
    String text = HATE + ": USDT " + WALLET + ", hxxps://t[.]me/+AbC";
    List<Observable> found = signals(post(text, List.of(), null)).get(0).observables();

    assertThat(found).extracting(Observable::kind).containsExactly("tron", "invite");
    assertThat(found.get(0).token()).isEqualTo("usdt");
    assertThat(text.substring(found.get(0).start(), found.get(0).end())).isEqualTo(WALLET);
    assertThat(found.get(1).value()).isEqualTo("t.me/+AbC");
  }

  @Test
  void handle_phoneAndCardNumbers_leaveOnlyAsKeyedPseudonyms() {
    String text = HATE + " +49 30 901820, https://wa.me/4930901820, 4111 1111 1111 1111";
    Signal signal = signals(post(text, List.of(), null)).get(0);
    String written = new String(Json.write(signal), StandardCharsets.UTF_8);

    assertThat(written.replaceAll("[^0-9]+", " ")).doesNotContain("901820", "1111");
    List<Observable> phones =
        signal.observables().stream().filter(one -> one.kind().equals("phone")).toList();
    assertThat(phones).extracting(Observable::value).hasSize(2);
    assertThat(phones.get(0).value()).isEqualTo(phones.get(1).value()).matches("[0-9a-f]{32}");
    assertThat(signal.observables())
        .extracting(Observable::kind)
        .containsExactlyInAnyOrder("phone", "url", "phone", "card");
  }

  @Test
  void handle_linksOfThePost_loseNamesAndPhoneNumbers() {
    List<String> links = List.of("https://example.org/@secret", "https://wa.me/4930901820");
    Signal signal = signals(new String(Json.write(with(links)), StandardCharsets.UTF_8)).get(0);

    assertThat(signal.post().links()).hasSize(2);
    assertThat(signal.post().links().toString()).doesNotContain("secret", "901820");
  }

  @Test
  void handle_moreObservablesThanASignalCarries_keepsWhatCarriesMoney() {
    String text = HATE + " https://example.org/a".repeat(1_000) + " " + WALLET;
    List<Observable> found = signals(post(text, List.of(), null)).get(0).observables();

    assertThat(found).hasSize(Signal.MAX_OBSERVABLES);
    assertThat(found).extracting(Observable::kind).contains("tron");
  }

  @Test
  void handle_byCopiesAndOverTheWire_isTheSame() throws Exception {
    String record = post(HATE, List.of(), null);
    List<Outcome> expected = outcomes(record);
    Detector sent = InstantiationUtil.clone(detector);

    assertThat(outcomes(sent, record)).isEqualTo(expected);
    assertThat(outcomes(sent.copy(), record)).isEqualTo(expected);
  }

  @Test
  void handle_listedWallet_isASignalOfFinancingWithoutAnyWord() throws Exception {
    WatchlistBuilder list = new WatchlistBuilder();
    assertThat(list.identifier("x:1", "entity", List.of(), "USDT", WALLET)).isNull();
    Detector watching =
        new Detector(
            new TocsinFormat(),
            new PseudonymKey("a key for tests only".getBytes(StandardCharsets.UTF_8)),
            SamplePacks.read(),
            null,
            list.build(List.of()));
    RecordHandler<Outcome> sent =
        InstantiationUtil.clone(watching, Detector.class.getClassLoader()).copy();
    String record = post("good morning " + WALLET, List.of(), null);

    List<Outcome> outcomes = outcomes(sent, record);
    assertThat(outcomes).extracting(Outcome::kind).containsExactly(Kind.POST, Kind.SIGNAL);
    Signal signal = Objects.requireNonNull(outcomes.get(1).signal());
    assertThat(signal.category()).isEqualTo(Category.FINANCING);
    assertThat(signal.severity()).isEqualTo(Severity.P1);
    assertThat(signal.observables())
        .extracting(Observable::value, Observable::listed)
        .containsExactly(tuple(WALLET, List.of("x:1")));
    assertThat(outcomes(sent, post("good morning", List.of(), null)))
        .extracting(Outcome::kind)
        .containsExactly(Kind.POST);

    // Without the list it is a wallet like any other: a low signal that no rule counts alone.
    Signal unlisted = signals(record).get(0);
    assertThat(unlisted.score()).isLessThan(0.2);
    assertThat(unlisted.severity()).isEqualTo(Severity.P3);
    assertThat(unlisted.observables()).flatExtracting(Observable::listed).isEmpty();
  }

  private static Post with(List<String> list) {
    return new Post(
        "x:1", "x", "me", null, HATE, "en", AT, null, AT, list, list, list, null, null, list);
  }

  private static String post(String text, List<String> mentions, @Nullable Instant edited) {
    Post post =
        new Post(
            "x:1",
            "x",
            "secretAuthor",
            null,
            text,
            "en",
            AT,
            edited,
            INGESTED,
            List.of(),
            List.of(),
            mentions,
            null,
            null,
            List.of());
    return new String(Json.write(post), StandardCharsets.UTF_8);
  }

  private List<Signal> signals(String record) {
    List<Signal> signals = new ArrayList<>();
    for (Outcome outcome : outcomes(record)) {
      if (outcome.signal() != null) {
        signals.add(outcome.signal());
      }
    }
    return signals;
  }

  private List<Outcome> outcomes(String record) {
    return outcomes(detector, record);
  }

  private static List<Outcome> outcomes(RecordHandler<Outcome> handler, String record) {
    List<Outcome> outcomes = new ArrayList<>();
    byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
    handler.handle(RawRecord.ofFile(bytes, "file", 7, INGESTED.toEpochMilli()), outcomes::add);
    return outcomes;
  }
}
