package org.tocsin.lexicons.engine;

import java.util.Arrays;

/** Looks plain words up in what only some bundles have: prefixes, stems, typing slips; reused. */
final class WordForms {
  /** Binary logarithm of how many words are remembered of each kind. */
  private static final int REMEMBERED = 16;

  private static final int[] NONE = {};

  private final Automaton automaton;
  private final Scanner scanner;
  private final Lookup lookup;
  private final Verifier verifier;
  private final Stemmer stemmer = new Stemmer();
  private final Units units = new Units();
  private final Units repaired = new Units();

  /** Bits of the languages of the text of which there are stems. */
  private int spoken;

  /** Words that were looked up last, by what they are spelt: common words are stemmed only once. */
  private final long[] stemmed;

  /** What their stems are to the entries: slots, each followed by how it is seen. */
  private final int[][] found;

  /** Words that were seen to be no slip: most that pass the filter are common words. */
  private final long[] slipless;

  WordForms(Automaton automaton, Scanner scanner, Lookup lookup, Verifier verifier) {
    this.automaton = automaton;
    this.scanner = scanner;
    this.lookup = lookup;
    this.verifier = verifier;
    stemmed = new long[automaton.stemmers() == 0 ? 1 : 1 << REMEMBERED];
    found = new int[stemmed.length][];
    Arrays.fill(found, NONE);
    slipless = new long[automaton.typos().isEmpty() ? 1 : 1 << REMEMBERED];
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
    if (!automaton.typos().isEmpty()) {
      typos();
    }
    if (spoken != 0) {
      stems(spoken);
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

  private void typos() {
    BitFilter filter = automaton.typoFilter();
    long[] hash = scanner.hash;
    int[] letters = scanner.letters;
    for (int t = 0; t < scanner.size; t++) {
      int enough = (Alignment.SHORTEST_TYPO - 1 - letters[t]) >>> 31;
      if ((filter.bit(hash[t]) & enough) != 0) {
        long spelt = WordHashes.spelling(scanner, t);
        int place = (int) (spelt >>> (64 - REMEMBERED));
        if (slipless[place] != spelt) {
          read(t);
          if (!lookup.typos(units, hash[t], t, scanner.start[t], scanner.end[t])) {
            slipless[place] = spelt;
          }
        }
      }
    }
  }

  private void stems(int bits) {
    for (int t = 0; t < scanner.size; t++) {
      if (scanner.letters[t] < 2) {
        continue;
      }
      long spelt = WordHashes.spelling(scanner, t) ^ bits;
      int place = (int) (spelt >>> (64 - REMEMBERED));
      if (stemmed[place] != spelt) {
        int before = lookup.edges().size();
        read(t);
        boolean any = stem(t, bits);
        remember(place, spelt, any ? lookup.edges().since(before) : NONE);
      } else if (found[place].length > 0) {
        add(found[place], t);
      }
    }
  }

  private void remember(int place, long spelt, int[] readings) {
    stemmed[place] = spelt;
    found[place] = readings;
  }

  private void add(int[] readings, int t) {
    for (int i = 0; i < readings.length; i += 2) {
      lookup.add(t, t + 1, scanner.start[t], scanner.end[t], readings[i], readings[i + 1], 0);
    }
  }

  private boolean stem(int t, int bits) {
    if (units.size() == 0) {
      return false;
    }
    int start = scanner.start[t];
    int end = scanner.end[t];
    boolean any = stem(units.folded(), bits, units.evaded(), t, t + 1, start, end);
    return hidden(units, 0, bits, t, t + 1, start, end, 0) || any;
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
    long spelt = Repairs.hash(hidden) + how + ((long) spoken << 32) + firstReading;
    int place = (int) (spelt >>> (64 - REMEMBERED));
    if (stemmed[place] != spelt
        && !hidden(hidden, firstReading, spoken, from, to, start, end, how)) {
      remember(place, spelt, NONE);
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
