package org.tocsin.connectors.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.connectors.bundles.BundleManifest.Kind;
import org.tocsin.events.Json;

class BundleHistoryTest {
  private final BundleHistory history = new BundleHistory();

  private Optional<BundleManifest> accept(BundleManifest manifest) {
    return accept(manifest.key(), Json.write(manifest));
  }

  private Optional<BundleManifest> accept(String key, byte @Nullable [] value) {
    return history.accept(key.getBytes(StandardCharsets.UTF_8), value);
  }

  @Test
  void manifests_areTakenInOrder() {
    BundleManifest first = Manifests.of(1, false);
    BundleManifest second = Manifests.of(2, false);
    assertThat(accept(first)).contains(first);
    assertThat(accept(second)).contains(second);
    assertThat(history.publications()).containsExactly(first, second);
    assertThat(history.active(Kind.LEXICON)).contains(second);
    assertThat(history.shadow()).isEmpty();
    assertThat(history.refused()).isEmpty();
  }

  @Test
  void shadow_countsUntilTheNextPublication() {
    accept(Manifests.of(1, false));
    accept(Manifests.of(2, true));
    assertThat(history.active(Kind.LEXICON)).contains(Manifests.of(1, false));
    assertThat(history.shadow()).contains(Manifests.of(2, true));
    accept(Manifests.of(3, false));
    assertThat(history.active(Kind.LEXICON)).contains(Manifests.of(3, false));
    assertThat(history.shadow()).isEmpty();
  }

  @Test
  void older_isRefusedWithItsReason() {
    accept(Manifests.of(5, false));
    assertThat(accept(Manifests.of(4, false))).isEmpty();
    assertThat(accept(Manifests.of(5, true))).isEmpty();
    assertThat(history.active(Kind.LEXICON)).contains(Manifests.of(5, false));
    assertThat(history.refused())
        .containsExactly("publication 4 is older than 5", "publication 5 is older than 5");
  }

  @Test
  void broken_isRefusedWithItsReason() {
    accept("bundle/00000001", "{}".getBytes(StandardCharsets.UTF_8));
    accept("bundle/00000001", "no".getBytes(StandardCharsets.UTF_8));
    accept("bundle/one", Json.write(Manifests.of(1, false)));
    accept("bundle/00000002", Json.write(Manifests.of(1, false)));
    assertThat(history.publications()).isEmpty();
    assertThat(history.refused())
        .hasSize(4)
        .anyMatch(reason -> reason.contains("missing required field"))
        .anyMatch(reason -> reason.contains("not valid JSON"))
        .anyMatch(reason -> reason.contains("its record says 1"));
  }

  @Test
  void deleted_isForgotten() {
    accept(Manifests.of(1, false));
    accept(Manifests.of(2, false));
    accept("bundle/00000001", null);
    assertThat(history.publications()).containsExactly(Manifests.of(2, false));
  }

  @Test
  void chunksAndStrangers_arePassedOver() {
    assertThat(accept("chunk/ab/0000", new byte[] {1})).isEmpty();
    assertThat(accept("other", new byte[] {1})).isEmpty();
    assertThat(history.accept(null, new byte[] {1})).isEmpty();
    assertThat(history.refused()).isEmpty();
  }

  @Test
  void manifest_readsAsWritten() throws Exception {
    BundleManifest manifest = Manifests.of(3, true);
    assertThat(Json.read(Json.write(manifest), BundleManifest.class)).isEqualTo(manifest);
    assertThat(new String(Json.write(manifest), StandardCharsets.UTF_8)).doesNotContain("key");
  }

  @Test
  void watchlists_haveANewestOfTheirOwn() {
    BundleManifest list = Manifests.watchlist(2);
    accept(Manifests.of(1, true));
    accept(list);
    assertThat(history.active(Kind.WATCHLIST)).contains(list);
    assertThat(history.active(Kind.LEXICON)).isEmpty();
    assertThat(history.shadow()).contains(Manifests.of(1, true));
    accept(Manifests.of(3, false));
    assertThat(history.newest(Kind.WATCHLIST)).contains(list);
    assertThat(history.newest(Kind.LEXICON)).contains(Manifests.of(3, false));
    assertThat(history.shadow()).isEmpty();
  }

  @Test
  void newest_countsEachKindOnItsOwn() {
    BundleManifest lexicon = Manifests.of(1, false);
    List<BundleManifest> all =
        List.of(lexicon, Manifests.watchlist(2), Manifests.watchlist(3), Manifests.watchlist(4));
    assertThat(BundleManifest.newest(all, 2))
        .containsExactly(lexicon, Manifests.watchlist(3), Manifests.watchlist(4));
    assertThat(BundleManifest.newest(List.of(), 2)).isEmpty();
  }

  @Test
  void manifest_ofBeforeThereWereWatchlists_isOfALexicon() throws Exception {
    String written =
        new String(Json.write(Manifests.of(3, false)), StandardCharsets.UTF_8)
            .replace(",\"kind\":\"lexicon\"", "");
    assertThat(written).doesNotContain("kind");
    assertThat(Json.read(written.getBytes(StandardCharsets.UTF_8), BundleManifest.class))
        .isEqualTo(Manifests.of(3, false));
    assertThat(
            Json.read(Json.write(Manifests.watchlist(4)), BundleManifest.class).is(Kind.WATCHLIST))
        .isTrue();
  }
}
