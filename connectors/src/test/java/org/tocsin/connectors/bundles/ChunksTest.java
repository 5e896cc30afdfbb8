package org.tocsin.connectors.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunksTest {
  private static byte[] artifact(int size) {
    byte[] bytes = new byte[size];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  private static Map<String, byte[]> chunks(byte[] artifact) {
    Map<String, byte[]> chunks = new HashMap<>();
    List<byte[]> parts = Chunks.split(artifact);
    for (int part = 0; part < parts.size(); part++) {
      chunks.put(Chunks.key(Chunks.sha256(artifact), part), parts.get(part));
    }
    return chunks;
  }

  private static BundleManifest manifest(byte[] artifact) {
    return Manifests.of(7, artifact, Chunks.split(artifact).size());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, Chunks.SIZE - 1, Chunks.SIZE, Chunks.SIZE + 1, 3 * Chunks.SIZE + 5})
  void assemble_givesWhatWasSplit(int size) throws Exception {
    byte[] artifact = artifact(size);
    assertThat(Chunks.split(artifact))
        .isNotEmpty()
        .allSatisfy(part -> assertThat(part.length).isLessThanOrEqualTo(Chunks.SIZE));
    assertThat(Chunks.assemble(manifest(artifact), chunks(artifact))).isEqualTo(artifact);
  }

  @Test
  void assemble_takesOnlyChunksOfItsArtifact() throws Exception {
    byte[] artifact = artifact(10);
    Map<String, byte[]> chunks = chunks(artifact(Chunks.SIZE * 2));
    chunks.putAll(chunks(artifact));
    assertThat(Chunks.assemble(manifest(artifact), chunks)).isEqualTo(artifact);
  }

  @Test
  void assemble_withoutOneChunk_isRefused() {
    byte[] artifact = artifact(Chunks.SIZE * 2);
    Map<String, byte[]> chunks = chunks(artifact);
    chunks.remove(Chunks.key(Chunks.sha256(artifact), 1));
    assertThatThrownBy(() -> Chunks.assemble(manifest(artifact), chunks))
        .isInstanceOf(BundleRefusedException.class)
        .hasMessageContaining("publication 7")
        .hasMessageContaining("chunk 2 of 2 is not there");
  }

  @Test
  void assemble_withAFlippedBit_isRefused() {
    byte[] artifact = artifact(100);
    Map<String, byte[]> chunks = chunks(artifact);
    chunks.values().iterator().next()[50] ^= 1;
    assertThatThrownBy(() -> Chunks.assemble(manifest(artifact), chunks))
        .isInstanceOf(BundleRefusedException.class)
        .hasMessageContaining("its SHA-256 is");
  }

  @Test
  void assemble_ofAnotherSize_isRefused() {
    byte[] artifact = artifact(100);
    Map<String, byte[]> chunks = new HashMap<>();
    chunks.put(Chunks.key(Chunks.sha256(artifact), 0), artifact(99));
    assertThatThrownBy(() -> Chunks.assemble(manifest(artifact), chunks))
        .isInstanceOf(BundleRefusedException.class)
        .hasMessageContaining("99 bytes, its manifest says 100");
  }

  @Test
  void keys_nameTheArtifact() {
    assertThat(Chunks.sha256Of(Chunks.key("ab", 3))).isEqualTo("ab");
    assertThat(Chunks.sha256Of("bundle/00000001")).isEmpty();
  }
}
