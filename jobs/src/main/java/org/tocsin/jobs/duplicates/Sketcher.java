package org.tocsin.jobs.duplicates;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.PseudonymKey;

/** Makes sketches under the key of a deployment. Thread-safe. */
public final class Sketcher {
  /** Fewer distinct words make no sketch. */
  public static final int LEAST_WORDS = 6;

  /** Beyond this many words a text is cut: bounds the work for any post. */
  private static final int MOST_WORDS = 1_000;

  private final int seed;
  private final int otherSeed;

  /** Sketches under a key that follows from this one. */
  public Sketcher(PseudonymKey key) {
    String derived = key.pseudonyms().of("tocsin", "text sketch");
    seed = HexFormat.fromHexDigits(derived, 0, 8);
    otherSeed = HexFormat.fromHexDigits(derived, 8, 16);
  }

  /** The sketch of a text; null when it has fewer than {@link #LEAST_WORDS} distinct words. */
  public @Nullable Sketch of(String text) {
    Set<String> words = Words.of(text);
    if (words.size() < LEAST_WORDS) {
      return null;
    }
    char[] places = new char[Sketch.PLACES];
    double[] first = new double[Sketch.PLACES];
    Arrays.fill(first, Double.MAX_VALUE);
    words.stream().limit(MOST_WORDS).forEach(word -> place(word, places, first));
    return new Sketch(places);
  }

  /**
   * A word's rank in each order is exponential with its weight as rate, so the word comes first
   * with probability weight over sum of weights.
   */
  private void place(String word, char[] places, double[] first) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    int hash = StringHelper.murmurhash3_x86_32(bytes, 0, bytes.length, seed);
    int other = StringHelper.murmurhash3_x86_32(bytes, 0, bytes.length, otherSeed);
    SplittableRandom random = new SplittableRandom((long) hash << 32 | (other & 0xFFFF_FFFFL));
    double weight = weight(word);
    for (int i = 0; i < places.length; i++) {
      double uniform = 1 - random.nextDouble();
      // -ln(u) is never less than 1 - u: most words are ruled out without a logarithm.
      if ((1 - uniform) / weight < first[i]) {
        double rank = -Math.log(uniform) / weight;
        if (rank < first[i]) {
          first[i] = rank;
          places[i] = (char) other;
        }
      }
    }
  }

  /** Long words say more about a text than short ones. */
  private static double weight(String word) {
    return Math.max(0.5, Math.min(6, word.length() - 2.5));
  }
}
