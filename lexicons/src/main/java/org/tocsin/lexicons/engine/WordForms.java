package org.tocsin.lexicons.engine;

import java.util.Arrays;

/** Looks plain words up in what only some bundles have: prefixes, stems, typing slips; reused. */
final class WordForms {
  /** Binary logarithm of how many words are remembered. */
  private static final int REMEMBERED = 16;

  private static final int[] NONE = {};

  /** Words that are looked for at once, so that the processor waits for the memory of all. */
  private static final int BATCH = 64;

  /** Of what is known of a word: that it is nothing but itself. */
  private static final long PLAIN = 1;

  private final Automaton automaton;
  private final Scanner scanner;
  private final Lookup lookup;
  private final Verifier verifier;
  private final Stemmer stemmer = new Stemmer();
  private final Units units = new Units();
  private final Units repaired = new Units();

  /** Bits of the languages of the text of which there are stems. */
  private int spoken;

  /**
   * Words that were looked up last, by how they are spelt: common words are looked up only once. In
   * the lowest bit, whether it was in vain.
   */
  private final long[] known;

  /** What their slips and stems are to the entries: slots, each followed by how it is seen. */
  private final int[][] found;

  /** How words of the text are spelt. */
  private final long[] spelt = new long[BATCH];

  WordForms(Automaton automaton, Scanner scanner, Lookup lookup, Verifier verifier) {
    this.automaton = automaton;
    this.scanner = scanner;
    this.lookup = lookup;
    this.verifier = verifier;
    boolean any = automaton.stemmers() != 0 || !automaton.typos().isEmpty();
    known = new long[any ? 1 << REMEMBERED : 1];
    found = new int[known.length][];
    Arrays.fill(found, NONE);
  }

  /** Says which languages the next texts may be in, by the bits of the stemmers. */
  void speak(int stemmers) {
    spoken = stemmers & automaton.stemmers();
  }

  /** Adds the forms found in the scanned text. */
  void collect() {
    if (!automaton.prefixes().isEmpty()) {
      prefixes();
    }
    if (spoken != 0) {
      slipsAndStems();
    } else if (!automaton.typos().isEmpty()) {
      slips();
    }
  }

  private void prefixes() {
    BitFilter beginnings = automaton.beginnings();
    for (int t = 0; t < scanner.size; t++) {
      if (beginnings.mayHold(WordHashes.beginning(scanner, t, automaton.beginning()))) {
        read(t);
        lookup.prefixes(units, 0, t, t + 1, scanner.start[t], scanner.end[t], 0);
      }
    }
  }

  private void slips() {
    BitFilter filter = automaton.typoFilter();
    for (int base = 0; base < scanner.size; base += BATCH) {
      int count = Math.min(BATCH, scanner.size - base);
      long may = 0;
      for (int i = 0; i < count; i++) {
        int isLong = (Alignment.SHORTEST_TYPO - 1 - scanner.letters[base + i]) >>> 31;
        may |= (filter.bit(scanner.hash[base + i]) & isLong) << i;
      }
      for (; may != 0; may &= may - 1) {
        int t = base + Long.numberOfTrailingZeros(may);
        long word = WordHashes.spelling(scanner, t) | PLAIN;
        if (known[place(word)] != word) {
          lookUp(t, word);
        }
      }
    }
  }

  private void slipsAndStems() {
    for (int base = 0; base < scanner.size; base += BATCH) {
      int count = Math.min(BATCH, scanner.size - base);
      for (int i = 0; i < count; i++) {
        spelt[i] = (WordHashes.spelling(scanner, base + i) ^ spoken) | PLAIN;
      }
      for (int i = 0; i < count; i++) {
        if (known[place(spelt[i])] != spelt[i]) {
          lookUp(base + i, spelt[i]);
        }
      }
    }
  }

  private static int place(long word) {
    return (int) (word >>> (64 - REMEMBERED));
  }

  private void lookUp(int t, long word) {
    int place = place(word);
    if (known[place] == (word ^ PLAIN)) {
      add(found[place], t);
      return;
    }
    int before = lookup.edges().size();
    read(t);
    boolean any = maySlip(t) && slip(t);
    any |= spoken != 0 && scanner.letters[t] > 1 && stem(t);
    remember(word, any ? lookup.edges().since(before) : NONE);
  }

  private boolean maySlip(int t) {
    return scanner.letters[t] >= Alignment.SHORTEST_TYPO
        && automaton.typoFilter().mayHold(scanner.hash[t]);
  }

  private boolean slip(int t) {
    return lookup.typos(units, scanner.hash[t], t, scanner.start[t], scanner.end[t]);
  }

  private void remember(long word, int[] readings) {
    int place = place(word);
    known[place] = readings.length == 0 ? word : word ^ PLAIN;
    found[place] = readings;
  }

  private void add(int[] readings, int t) {
    for (int i = 0; i < readings.length; i += 2) {
      lookup.add(t, t + 1, scanner.start[t], scanner.end[t], readings[i], readings[i + 1], 0);
    }
  }

  private boolean stem(int t) {
    if (units.size() == 0) {
      return false;
    }
    int start = scanner.start[t];
    int end = scanner.end[t];
    boolean any = stem(units.folded(), spoken, units.evaded(), t, t + 1, start, end);
    return hidden(units, 0, spoken, t, t + 1, start, end, 0) || any;
  }

  /**
   * Looks the stems up that a second reading may have.
   *
   * @param hidden its letters
   * @param firstReading 1 to leave out the first
   * @param from the first of the text's words that it covers
   * @param to the word after the last
   * @param start of its place in the text
   * @param end of its place in the text
   * @param how evasions that the reading itself stands for
   */
  void hidden(Units hidden, int firstReading, int from, int to, int start, int end, int how) {
    if (spoken == 0 || !Repairs.needed(hidden, how)) {
      return;
    }
    long word = (Repairs.hash(hidden) + how + ((long) spoken << 32) + firstReading) | PLAIN;
    if (known[place(word)] != word
        && !hidden(hidden, firstReading, spoken, from, to, start, end, how)) {
      remember(word, NONE);
    }
  }

  private boolean hidden(
      Units hidden, int firstReading, int bits, int from, int to, int start, int end, int how) {
    boolean any = false;
    if (Repairs.needed(hidden, how)) {
      for (int reading = firstReading; reading < hidden.readings(); reading++) {
        for (String word : Repairs.of(hidden, reading)) {
          int evaded = Alignment.whole(hidden, reading, repaired.clear().append(word), false);
          if (evaded != Evaded.NEVER && (evaded & Evaded.TYPO) == 0 && !word.isEmpty()) {
            any |= stem(word, bits, evaded | how, from, to, start, end);
          }
        }
      }
    }
    return any;
  }

  private boolean stem(String word, int bits, int evaded, int from, int to, int start, int end) {
    boolean any = false;
    for (int bit = 1; bit <= bits; bit <<= 1) {
      if ((bits & bit) != 0) {
        for (String stem : stemmer.stemsIfWritten(bit, word)) {
          any |= slots(bit, stem, evaded, from, to, start, end);
        }
      }
    }
    return any;
  }

  private boolean slots(int bit, String stem, int evaded, int from, int to, int start, int end) {
    SlotTable stems = automaton.stems();
    int list = stems.list(Stemmer.key(bit, stem));
    boolean any = false;
    for (int i = stems.from(list); i < stems.to(list); i++) {
      int slot = stems.slot(i);
      any = true;
      if (verifier.sameStem(stemmer, bit, stem, slot)) {
        lookup.add(from, to, start, end, slot, evaded | Evaded.INFLECTED, 0);
      }
    }
    return any;
  }

  private void read(int t) {
    units.clear().append(scanner.text, scanner.start[t], scanner.end[t], false);
  }
}
