package org.tocsin.connectors.format;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that somebody probably meant. */
final class Suggestions {
  private Suggestions() {}

  /** {@code ; did you mean 'bluesky'?} for a near name, otherwise nothing. */
  static String didYouMean(String given, Collection<String> known) {
    int most = Math.max(1, given.length() / 3);
    LevenshteinDistance distance = new LevenshteinDistance(most);
    String folded = given.trim().toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(name -> distance.apply(folded, name.toLowerCase(Locale.ROOT)) >= 0)
        .min(Comparator.comparing(name -> distance.apply(folded, name.toLowerCase(Locale.ROOT))))
        .map(name -> "; did you mean '" + name + "'?")
        .orElse("");
  }
}
