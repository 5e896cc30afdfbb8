package org.tocsin.lexicons.pack;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known word that an unknown one was probably meant to be. */
public final class DidYouMean {
  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  private DidYouMean() {}

  /**
   * {@code " (did you mean 'x'?)"}, or nothing when none is near: at most a third of its letters
   * away.
   */
  public static String hint(String word, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(candidate -> DISTANCE.apply(word, candidate)))
        .filter(candidate -> DISTANCE.apply(word, candidate) <= Math.max(1, word.length() / 3))
        .map(candidate -> " (did you mean '" + candidate + "'?)")
        .orElse("");
  }
}
