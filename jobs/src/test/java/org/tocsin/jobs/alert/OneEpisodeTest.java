package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.Match;
import org.tocsin.events.Observable;
import org.tocsin.events.Post;
import org.tocsin.events.PseudonymKey;
import org.tocsin.events.Severity;
import org.tocsin.events.Sha256;
import org.tocsin.events.Signal;
import org.tocsin.jobs.detect.PostSeen;
import org.tocsin.jobs.duplicates.Sketcher;
import org.tocsin.lexicons.pack.Pack;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.pack.Packs;

/** All shipped rules over one episode: which of them a person is told of, in order. */
class OneEpisodeTest {
  private static final Observable WALLET = new Observable("btc", "bc1qexample", 0, 4, true);
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final double APPEAL = 0.5;
  private static final double WALLET_ALONE = 0.1;

  private static final Sketcher SKETCHER =
      new Sketcher(new PseudonymKey("tests only: no secret".getBytes(StandardCharsets.UTF_8)));

  private final List<Signal> posts = new ArrayList<>();
  private Observable observable = WALLET;
  private @Nullable String copies;

  @Test
  void appealsForOneWalletWithinAnHour_tellOfTheAppealTheLanguageAndTheSharing() throws Exception {
    post(6, Duration.ofMinutes(5), APPEAL);
    assertThat(opened())
        .containsExactly("appeal-with-money P2", "money-appeals P2", "shared-observable P2");
  }

  @Test
  void appealsForOneWalletWithinADay_tellOfTheAppealAndOfTheSharing() throws Exception {
    post(6, Duration.ofHours(3), APPEAL);
    assertThat(opened()).containsExactly("appeal-with-money P2", "shared-wallet P3");
  }

  @Test
  void appealsForOneWalletWithinAWeek_areOneAlert() throws Exception {
    post(6, Duration.ofHours(20), APPEAL);
    assertThat(opened()).containsExactly("appeal-with-money P2");
  }

  @Test
  void aWalletThatManyNameWithoutAnAppeal_isOneAlert() throws Exception {
    post(6, Duration.ofMinutes(5), WALLET_ALONE);
    assertThat(opened()).containsExactly("shared-wallet P2");
    posts.clear();
    post(6, Duration.ofHours(3), WALLET_ALONE);
    assertThat(opened()).containsExactly("shared-wallet P3");
  }

  /** That it goes from channel to channel is no more than a line of a digest. */
  @Test
  void appealsForAListedWallet_tellOfTheListingNotOfTheSharing() throws Exception {
    observable = WALLET.listedAs(List.of("list:1"));
    post(6, Duration.ofMinutes(5), APPEAL);
    assertThat(opened())
        .containsExactly("listed-observable P1", "money-appeals P2", "wallet-changes-channels P3");
  }

  /** A copy is told for its own sake: nothing but its text makes it one. */
  @Test
  void oneCopiedCall_tellsOfTheCopiesBesides() throws Exception {
    copies =
        String.valueOf(
            SKETCHER.of("sponsor a fighter up there, every coin to the one address below"));
    post(6, Duration.ofMinutes(1), APPEAL);
    assertThat(opened())
        .containsExactly(
            "appeal-with-money P2", "copy-paste P3", "money-appeals P2", "shared-observable P2");
  }

  /**
   * Accounts of their own name the wallet, each in one of three rooms, by turns on two platforms.
   */
  private void post(int times, Duration every, double score) {
    for (int i = 0; i < times; i++) {
      Instant at = START.plusSeconds(60).plus(every.multipliedBy(i));
      String text = "text " + posts.size();
      Post post =
          new Post(
              "x:" + posts.size(),
              i % 2 == 0 ? "x" : "mastodon",
              "author" + i,
              "room" + i % 3,
              text,
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
      List<Match> matches =
          score < 0.2
              ? List.of()
              : List.of(
                  new Match("entry", "pack@1", Category.FINANCING, 0, 4, "text", "exact", score));
      posts.add(
          new Signal(
              post,
              Category.FINANCING,
              score,
              true,
              Severity.P3,
              List.of(),
              matches,
              0,
              List.of(observable),
              0,
              Sha256.hex(text),
              "bundle",
              null,
              List.of(),
              copies));
    }
  }

  private List<String> opened() throws Exception {
    List<Pack> packs = Packs.parse(PackSource.builtIn());
    RuleTrial trial = new RuleTrial(RuleBook.of(packs), false);
    for (Signal signal : posts) {
      Post post = signal.post();
      trial.post(
          new PostSeen(post.platform(), "en", post.versionAt().toEpochMilli(), false),
          List.of(signal));
    }
    List<String> opened = new ArrayList<>();
    for (Alert alert : trial.alerts()) {
      if (alert.status() == Alert.Status.OPEN && !alert.rule().endsWith("/feed-gap")) {
        opened.add(alert.rule().replaceAll(".*/", "") + " " + alert.severity());
      }
    }
    return opened;
  }
}
