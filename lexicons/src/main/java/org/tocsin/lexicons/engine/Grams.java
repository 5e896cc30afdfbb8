package org.tocsin.lexicons.engine;

import java.util.List;

/**
 * The beginnings of phrases, up to three words: all that has to be asked about a word of a text to
 * know that no phrase begins there.
 */
final class Grams {
  /** The most words that are looked at. */
  static final int MOST = 3;

  /** Phrases whose words have more forms together are looked for by fewer words. */
  private static final int MOST_FORMS = 256;

  private static final long STEP = 0xDB4F0B9175AE2165L;

  private Grams() {}

  /** The hash of words in a row, of the hash of all but the last and of the last. */
  static long add(long words, long word) {
    return words * STEP + word;
  }

  /**
   * The filter over all phrases.
   *
   * @param phrases as slots
   * @param forms the hashes of all forms of each slot
   */
  static BitFilter filter(List<int[]> phrases, List<long[]> forms) {
    int count = 0;
    for (int[] phrase : phrases) {
      count += count(phrase, words(phrase, forms), forms);
    }
    BitFilter filter = new BitFilter(count);
    for (int[] phrase : phrases) {
      add(filter, phrase, 0, words(phrase, forms), 0, forms);
    }
    return filter;
  }

  private static void add(
      BitFilter filter, int[] phrase, int from, int to, long before, List<long[]> forms) {
    for (long form : forms.get(phrase[from])) {
      long gram = from == 0 ? form : add(before, form);
      if (from + 1 == to) {
        filter.add(gram);
      } else {
        add(filter, phrase, from + 1, to, gram, forms);
      }
    }
  }

  /** By how many of its words a phrase is looked for. */
  private static int words(int[] phrase, List<long[]> forms) {
    int words = Math.min(phrase.length, MOST);
    while (words > 1 && count(phrase, words, forms) > MOST_FORMS) {
      words--;
    }
    return words;
  }

  private static int count(int[] phrase, int words, List<long[]> forms) {
    int count = 1;
    for (int i = 0; i < words; i++) {
      count *= forms.get(phrase[i]).length;
    }
    return count;
  }

  /**
   * Marks the words of a text at which a phrase may begin.
   *
   * @param begins 64 words each
   * @return whether any is marked
   */
  static boolean mark(BitFilter filter, Scanner scanner, long[] begins) {
    long[] hash = scanner.hash;
    int size = scanner.size;
    long any = 0;
    for (int base = 0; base < size; base += 64) {
      int to = Math.min(size, base + 64);
      long marked = 0;
      for (int t = base; t < to; t++) {
        long one = hash[t];
        long two = add(one, hash[t + 1]);
        long three = add(two, hash[t + 2]);
        marked |= (filter.bit(one) | filter.bit(two) | filter.bit(three)) << t;
      }
      begins[base >>> 6] = marked;
      any |= marked;
    }
    return any != 0;
  }
}
