package org.tocsin.jobs.detect;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.pack.PackException;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.pack.Packs;

/** Compiled bundles of this JVM: all subtasks that run the same packs share one. */
public final class Bundles {
  private static final Map<PackSource, LexiconBundle> COMPILED = new ConcurrentHashMap<>();

  private Bundles() {}

  /**
   * The bundle of these packs, compiled at the first call.
   *
   * @throws IllegalArgumentException with all problems of the packs: check them before the job is
   *     submitted
   */
  public static LexiconBundle of(PackSource packs) {
    return COMPILED.computeIfAbsent(
        packs,
        source -> {
          try {
            return LexiconBundle.compile(Packs.parse(source));
          } catch (PackException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
          }
        });
  }
}
