package org.tocsin.jobs.duplicates;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Synthetic texts and families of their copies. Words are drawn by Zipf's law, so that texts share
 * their commonest words as real ones do; an edit replaces, adds, drops, misspells or swaps a word.
 */
final class Copying {
  private static final int VOCABULARY = 5_000;

  private final Random random;
  private final double[] cumulative = new double[VOCABULARY];

  Copying(long seed) {
    random = new Random(seed);
    double sum = 0;
    for (int rank = 0; rank < VOCABULARY; rank++) {
      sum += 1.0 / (rank + 1);
      cumulative[rank] = sum;
    }
  }

  /** A text of so many words. */
  List<String> text(int words) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      text.add(word());
    }
    return text;
  }

  /** A text of 10 to 50 words. */
  List<String> text() {
    return text(10 + random.nextInt(41));
  }

  /** A copy in which this share of the words was edited, rounded. */
  List<String> copy(List<String> text, double share) {
    List<String> copy = new ArrayList<>(text);
    long edits = Math.round(text.size() * share);
    for (int i = 0; i < edits; i++) {
      int at = random.nextInt(copy.size());
      switch (random.nextInt(5)) {
        case 0 -> copy.add(at, word());
        case 1 -> copy.remove(at);
        case 2 -> copy.set(at, copy.get(at) + "x");
        case 3 -> copy.add(copy.remove(at));
        default -> copy.set(at, word());
      }
    }
    return copy;
  }

  /** The words with the marks and case that a person puts between them. */
  String written(List<String> words) {
    StringBuilder text = new StringBuilder();
    for (String word : words) {
      String[] ends = {" ", ", ", "! ", " \u200b", "\n"};
      text.append(random.nextInt(6) == 0 ? word.toUpperCase(java.util.Locale.ROOT) : word);
      text.append(ends[random.nextInt(ends.length)]);
    }
    return text + "https://example.org/" + random.nextInt();
  }

  /** Common words are short, as in real languages. */
  private String word() {
    double draw = random.nextDouble() * cumulative[VOCABULARY - 1];
    int rank = java.util.Arrays.binarySearch(cumulative, draw);
    rank = rank < 0 ? -rank - 1 : rank;
    int length = 2 + (int) Math.round(Math.log(rank + 1.0));
    Random letters = new Random(rank);
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append((char) ('a' + letters.nextInt(26)));
    }
    return word.toString();
  }
}
