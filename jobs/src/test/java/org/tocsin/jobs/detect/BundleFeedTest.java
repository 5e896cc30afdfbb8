package org.tocsin.jobs.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.connectors.bundles.BundleManifest;
import org.tocsin.connectors.bundles.BundleRefusedException;
import org.tocsin.events.PseudonymKey;
import org.tocsin.jobs.SamplePacks;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.pack.Pack;
import org.tocsin.lexicons.pack.Packs;

class BundleFeedTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final LexiconBundle START = Bundles.of(SamplePacks.read());

  @TempDir private Path folder;
  private final BundleFeed feed = new BundleFeed(START);

  /** The sample pack with its first entries only. */
  private static LexiconBundle bundle(int entries) throws Exception {
    Pack pack = Packs.parse(SamplePacks.read()).get(0);
    return LexiconBundle.compile(List.of(pack.with(pack.entries().subList(0, entries))));
  }

  private byte[] artifact(LexiconBundle bundle) throws Exception {
    Path file = folder.resolve(bundle.digest());
    bundle.write(file);
    return Files.readAllBytes(file);
  }

  private static BundleManifest manifest(
      long sequence, String digest, Instant effectiveAt, boolean shadow) {
    return new BundleManifest(
        sequence, digest, 1, 1, "ab", NOON, "keeper", effectiveAt, shadow, null);
  }

  private LexiconBundle publish(int sequence, Instant effectiveAt) throws Exception {
    LexiconBundle bundle = bundle(sequence);
    byte[] artifact = artifact(bundle);
    feed.take(manifest(sequence, bundle.digest(), effectiveAt, false), () -> artifact);
    return bundle;
  }

  private String at(Instant time) {
    return feed.timeline().at(time.toEpochMilli()).digest();
  }

  @Test
  void published_matchesPostsFromItsTimeOn() throws Exception {
    LexiconBundle next = publish(1, NOON);
    assertThat(at(NOON.minusMillis(1))).isEqualTo(START.digest());
    assertThat(at(NOON)).isEqualTo(next.digest()).isNotEqualTo(START.digest());
    assertThat(feed.sequence()).isEqualTo(1);
  }

  @Test
  void laterPublication_wins_alsoWhenItReachesFurtherBack() throws Exception {
    publish(1, NOON);
    LexiconBundle second = publish(2, NOON.minusSeconds(60));
    assertThat(at(NOON)).isEqualTo(second.digest());
    assertThat(at(NOON.minusSeconds(60))).isEqualTo(second.digest());
    assertThat(at(NOON.minusSeconds(61))).isEqualTo(START.digest());
  }

  @Test
  void manyPublications_leaveTheNewestFewInMemory() throws Exception {
    for (int i = 1; i <= 6; i++) {
      publish(i, NOON.plusSeconds(i));
    }
    assertThat(feed.timeline().steps()).hasSize(BundleTimeline.KEPT);
    assertThat(at(Instant.EPOCH)).isEqualTo(bundle(3).digest());
    assertThat(at(NOON.plusSeconds(6))).isEqualTo(bundle(6).digest());
  }

  @Test
  void shadow_matchesNothing_andEndsWithTheNextPublication() throws Exception {
    LexiconBundle shadow = bundle(1);
    byte[] artifact = artifact(shadow);
    feed.take(manifest(1, shadow.digest(), NOON, true), () -> artifact);
    assertThat(at(NOON)).isEqualTo(START.digest());
    assertThat(feed.shadow()).isNotNull();
    publish(2, NOON);
    assertThat(feed.shadow()).isNull();
  }

  @Test
  void older_isRefused() throws Exception {
    LexiconBundle second = publish(2, NOON);
    publish(1, NOON);
    assertThat(at(NOON)).isEqualTo(second.digest());
    assertThat(feed.refused()).isEqualTo(1);
  }

  @Test
  void broken_isRefusedAndChangesNothing() throws Exception {
    LexiconBundle good = bundle(4); // Opened by no other test: a bundle is read once per JVM.
    byte[] damaged = artifact(good);
    damaged[damaged.length - 1] ^= 1;
    feed.take(manifest(1, good.digest(), NOON, false), () -> damaged);
    feed.take(manifest(2, "other", NOON, false), () -> artifactOf(good));
    feed.take(manifest(3, "third", NOON, false), () -> "no".getBytes(StandardCharsets.UTF_8));
    feed.take(
        manifest(4, "fourth", NOON, false),
        () -> {
          throw new BundleRefusedException("chunk 1 of 2 is not there");
        });
    assertThat(at(NOON)).isEqualTo(START.digest());
    assertThat(feed.refused()).isEqualTo(4);
    assertThat(feed.sequence()).isZero();
  }

  private byte[] artifactOf(LexiconBundle bundle) {
    try {
      return artifact(bundle);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void open_readsAnArtifactOnceInAJvm() throws Exception {
    LexiconBundle bundle = bundle(5);
    byte[] artifact = artifact(bundle);
    AtomicInteger reads = new AtomicInteger();
    Bundles.Artifact counted =
        () -> {
          reads.incrementAndGet();
          return artifact;
        };
    LexiconBundle first = Bundles.open(bundle.digest(), counted);
    assertThat(Bundles.open(bundle.digest(), counted)).isSameAs(first);
    assertThat(reads).hasValue(1);
  }

  @Test
  void open_ofAnotherDigest_isRefused() throws Exception {
    byte[] artifact = artifact(bundle(1));
    assertThatThrownBy(() -> Bundles.open("other", () -> artifact))
        .isInstanceOf(BundleRefusedException.class)
        .hasMessageContaining("bundle other is refused: its artifact is of " + bundle(1).digest());
  }

  @Test
  void makers_changeAtTheTimeOfThePublication() throws Exception {
    SignalMakers makers =
        new SignalMakers(
            feed,
            new PseudonymKey("a key for tests only".getBytes(StandardCharsets.UTF_8)),
            null,
            null);
    SignalMaker before = makers.at(NOON.toEpochMilli());
    publish(1, NOON);
    SignalMaker after = makers.at(NOON.toEpochMilli());
    assertThat(after).isNotSameAs(before);
    assertThat(makers.at(NOON.plusSeconds(1).toEpochMilli())).isSameAs(after);
    assertThat(makers.at(NOON.minusSeconds(1).toEpochMilli())).isSameAs(before);
  }
}
