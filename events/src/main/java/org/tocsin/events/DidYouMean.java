package org.tocsin.events;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known word that an unknown one was probably meant to be. */
public final class DidYouMean {
  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  private DidYouMean() {}

  /**
   * {@code " (did you mean 'x'?)"}, or nothing when none is near: at most a third of its letters
   * away, without regard to case.
   */
  public static String hint(String word, Collection<String> known) {
    String folded = folded(word.strip());
    ToIntFunction<String> distance = candidate -> DISTANCE.apply(folded, folded(candidate));
    return known.stream()
        .min(Comparator.comparingInt(distance))
        .filter(candidate -> distance.applyAsInt(candidate) <= Math.max(1, folded.length() / 3))
        .map(candidate -> " (did you mean '" + candidate + "'?)")
        .orElse("");
  }

  private static String folded(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
