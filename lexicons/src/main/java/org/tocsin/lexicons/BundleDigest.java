package org.tocsin.lexicons;

import java.util.List;
import org.tocsin.events.Sha256;
import org.tocsin.lexicons.pack.Pack;

/** Names a bundle by what it holds: equal packs under an equal engine have equal digests. */
final class BundleDigest {
  /** Raised whenever the same packs could match differently. */
  static final int ENGINE_VERSION = 12;

  private BundleDigest() {}

  static String of(List<Pack> packs) {
    StringBuilder content = new StringBuilder("tocsin-engine ").append(ENGINE_VERSION);
    packs.stream()
        .map(BundleDigest::canonical)
        .sorted()
        .forEach(pack -> content.append('\n').append(pack));
    return Sha256.hex(content.toString());
  }

  /**
   * Records print all their components; sets and maps without order of their own are sorted first.
   */
  private static String canonical(Pack pack) {
    StringBuilder text = new StringBuilder();
    text.append(pack.name()).append(pack.title()).append(pack.languages()).append(pack.rules());
    text.append(pack.cues());
    pack.sets().keySet().stream()
        .sorted()
        .forEach(set -> text.append(set).append(pack.sets().get(set)));
    pack.entries()
        .forEach(
            entry ->
                text.append(entry.toString().replace(entry.evasions().toString(), ""))
                    .append(entry.evasions().stream().sorted().toList()));
    return text.toString();
  }
}
