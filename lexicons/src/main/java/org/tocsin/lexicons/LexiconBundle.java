package org.tocsin.lexicons;

import java.util.List;
import org.tocsin.lexicons.engine.Engine;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.Pack;

/**
 * Packs, checked and compiled for matching. Immutable and thread-safe; named by a digest of its
 * content.
 */
public final class LexiconBundle {
  private final String digest;
  private final List<Pack> packs;
  private final Engine engine;

  private LexiconBundle(String digest, List<Pack> packs, Engine engine) {
    this.digest = digest;
    this.packs = packs;
    this.engine = engine;
  }

  /**
   * Compiles packs that {@link org.tocsin.lexicons.pack.Packs} has read and checked.
   *
   * @throws RefusedEntriesException naming every query that cannot be read or requires no word
   */
  public static LexiconBundle compile(List<Pack> packs) {
    List<Pack> kept = List.copyOf(packs);
    return new LexiconBundle(BundleDigest.of(kept), kept, Engine.of(kept));
  }

  /** 64 hex digits: SHA-256 over the content of the packs and the version of the engine. */
  public String digest() {
    return digest;
  }

  /** The packs that it was compiled from. */
  public List<Pack> packs() {
    return packs;
  }

  /** All rules of all packs. */
  public List<AlertRule> rules() {
    return packs.stream().flatMap(pack -> pack.rules().stream()).toList();
  }

  /** A matcher for one thread. */
  public Matcher newMatcher() {
    return engine.newMatcher();
  }
}
