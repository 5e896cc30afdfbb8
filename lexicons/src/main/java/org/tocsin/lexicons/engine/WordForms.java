package org.tocsin.lexicons.engine;

/** Looks plain words up in what only some bundles have: prefixes, stems, typing slips; reused. */
final class WordForms {
  /** Binary logarithm of how many words are remembered of each kind. */
  private static final int REMEMBERED = 15;

  private final Automaton automaton;
  private final Scanner scanner;
  private final Lookup lookup;
  private final Verifier verifier;
  private final Stemmer stemmer = new Stemmer();
  private final Units units = new Units();

  /** Words that were seen to have no stem of an entry, by what they are spelt. */
  private final long[] stemless;

  /**
   * The same for words that were seen to be no slip: most that pass the filter are common words.
   */
  private final long[] slipless;

  WordForms(Automaton automaton, Scanner scanner, Lookup lookup, Verifier verifier) {
    this.automaton = automaton;
    this.scanner = scanner;
    this.lookup = lookup;
    this.verifier = verifier;
    stemless = new long[automaton.stemmers() == 0 ? 1 : 1 << REMEMBERED];
    slipless = new long[automaton.typos().isEmpty() ? 1 : 1 << REMEMBERED];
  }

  /**
   * Adds the forms found in the scanned text.
   *
   * @param stemmers bits of the languages that it may be in
   */
  void collect(int stemmers) {
    if (!automaton.prefixes().isEmpty()) {
      prefixes();
    }
    if (!automaton.typos().isEmpty()) {
      typos();
    }
    if ((stemmers & automaton.stemmers()) != 0) {
      stems(stemmers & automaton.stemmers());
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
      if (stemless[place] == spelt) {
        continue;
      }
      read(t);
      if (!stem(t, bits)) {
        stemless[place] = spelt;
      }
    }
  }

  private boolean stem(int t, int bits) {
    SlotTable stems = automaton.stems();
    boolean any = false;
    if (units.size() == 0) {
      return false;
    }
    String word = units.folded();
    for (int bit = 1; bit <= bits; bit <<= 1) {
      String stem = (bits & bit) == 0 ? null : stemmer.stemIfWritten(bit, word);
      if (stem == null) {
        continue;
      }
      int list = stems.list(Stemmer.key(bit, stem));
      for (int i = stems.from(list); i < stems.to(list); i++) {
        int slot = stems.slot(i);
        any = true;
        if (verifier.sameStem(stemmer, bit, stem, slot)) {
          int how = units.evaded() | Evaded.INFLECTED;
          lookup.add(t, t + 1, scanner.start[t], scanner.end[t], slot, how, 0);
        }
      }
    }
    return any;
  }

  private void read(int t) {
    units.clear().append(scanner.text, scanner.start[t], scanner.end[t], false);
  }
}
