package org.tocsin.jobs.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.connectors.bundles.BundleManifest;
import org.tocsin.connectors.bundles.BundleManifest.Kind;
import org.tocsin.connectors.bundles.BundleRefusedException;
import org.tocsin.events.PseudonymKey;
import org.tocsin.jobs.SamplePacks;
import org.tocsin.lexicons.watchlist.Watchlist;
import org.tocsin.lexicons.watchlist.WatchlistBuilder;

/** Watchlists that are published to a job that runs. */
class WatchlistFeedTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Watchlist START = list("x:start");

  private final BundleFeed feed = new BundleFeed(Bundles.of(SamplePacks.read()));
  private final SignalMakers makers =
      new SignalMakers(
          feed,
          new PseudonymKey("a key for tests only".getBytes(StandardCharsets.UTF_8)),
          START,
          null);

  private static Watchlist list(String reference) {
    WatchlistBuilder list = new WatchlistBuilder();
    assertThat(list.name(reference, "entity", List.of(), "Red Harbour Front", "primary", true))
        .isNull();
    return list.build(List.of());
  }

  private static BundleManifest manifest(long sequence, String digest, Instant from) {
    return new BundleManifest(
        sequence, digest, 1, 1, "ab", NOON, "keeper", from, false, null, Kind.WATCHLIST);
  }

  private Watchlist publish(int sequence, Instant from) throws IOException {
    Watchlist list = list("x:" + sequence);
    byte[] artifact = list.compiled();
    feed.take(manifest(sequence, list.digest(), from), () -> artifact);
    return list;
  }

  private @Nullable String at(Instant time) {
    return feed.watchlists().at(time.toEpochMilli()).map(Watchlist::digest).orElse(null);
  }

  @Test
  void published_matchesPostsFromItsTimeOn_andLeavesLexiconsAlone() throws Exception {
    Watchlist next = publish(1, NOON);
    assertThat(at(NOON.minusMillis(1))).isNull();
    assertThat(at(NOON)).isEqualTo(next.digest());
    assertThat(feed.watchlistSequence()).isEqualTo(1);
    assertThat(feed.sequence()).isZero();
    assertThat(feed.timeline().steps()).hasSize(1);
  }

  @Test
  void older_isRefused_whateverItsKind() throws Exception {
    Watchlist second = publish(2, NOON);
    publish(1, NOON);
    feed.take(
        new BundleManifest(1, "digest", 1, 1, "ab", NOON, "keeper", NOON, false, null),
        () -> {
          throw new AssertionError("nothing is fetched of what is too old");
        });
    assertThat(at(NOON)).isEqualTo(second.digest());
    assertThat(feed.refused()).isEqualTo(2);
  }

  @Test
  void broken_isRefusedAndChangesNothing() throws Exception {
    Watchlist good = list("x:broken");
    byte[] compiled = good.compiled();
    feed.take(manifest(1, good.digest(), NOON), good::toBytes);
    feed.take(manifest(2, "other", NOON), () -> compiled);
    feed.take(
        manifest(3, "third", NOON),
        () -> {
          throw new BundleRefusedException("chunk 1 of 2 is not there");
        });
    assertThat(at(NOON)).isNull();
    assertThat(feed.refused()).isEqualTo(3);
    assertThat(feed.watchlistSequence()).isZero();
  }

  @Test
  void open_readsAnArtifactOnceInAJvm_andSaysWhatIsWrongWithIt() throws Exception {
    Watchlist list = list("x:once");
    byte[] compiled = list.compiled();
    AtomicInteger reads = new AtomicInteger();
    Bundles.Artifact counted =
        () -> {
          reads.incrementAndGet();
          return compiled;
        };
    Watchlist first = WatchlistArtifact.open(list.digest(), counted);
    assertThat(WatchlistArtifact.open(list.digest(), counted)).isSameAs(first);
    assertThat(Objects.requireNonNull(WatchlistArtifact.of(list)).open()).isSameAs(first);
    assertThat(reads).hasValue(1);
    assertThatThrownBy(() -> WatchlistArtifact.open("other", () -> compiled))
        .isInstanceOf(BundleRefusedException.class)
        .hasMessage("watchlist other is refused: its artifact is of " + list.digest());
  }

  @Test
  void makers_changeAtTheTimeOfThePublication() throws Exception {
    SignalMaker before = makers.at(NOON.toEpochMilli());
    publish(1, NOON);
    SignalMaker after = makers.at(NOON.toEpochMilli());
    assertThat(after).isNotSameAs(before);
    assertThat(makers.at(NOON.minusMillis(1).toEpochMilli())).isSameAs(before);
    assertThat(makers.at(NOON.plusSeconds(1).toEpochMilli())).isSameAs(after);
    publish(2, NOON);
    assertThat(makers.at(NOON.toEpochMilli())).isNotSameAs(after);
  }
}
